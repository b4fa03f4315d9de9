// The rules of the structure, read from the sources themselves: who may import whom, which package lives where, and
// what the core may not do.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/** Each may import itself and those before it. */
const layers = ['table', 'moodle', 'checking', 'rules', 'batches', 'replies', 'ports', 'app']
const core = new Set(['table', 'moodle', 'checking', 'rules', 'batches', 'replies'])
const roots = new Set(['main.ts', 'chats.ts', 'administer.ts', 'cli.ts', 'write-docs.ts'])

/** Adapters know nothing of each other, but for these. */
const neighbours: Readonly<Record<string, readonly string[]>> = {
  local: ['http', 'locks'],
  slack: ['locks'],
  mattermost: ['http', 'locks'],
}

const packages: Readonly<Record<string, RegExp>> = {
  '@e965/xlsx': /^table\/excel-sheets\.ts$/,
  '@mattermost/client': /^adapters\/mattermost\//,
  busboy: /^adapters\/http\//,
  '@slack/bolt': /^adapters\/slack\//,
  'csv-parse': /^table\/parse\.ts$/,
  'fast-png': /^replies\/activity-chart\.ts$/,
  kysely: /^adapters\/store\//,
  'node-cron': /^adapters\/cron\//,
  pg: /^adapters\/store\//,
  pino: /^adapters\/log\//,
  'pino-pretty': /^adapters\/log\//,
  yaml: /^adapters\/configuration\//,
  zod: /^(settings\.ts|variables\.ts|checking\/snapshot\.ts|adapters\/|app\/)/,
  'node:sqlite': /^adapters\/store\//,
  'node:worker_threads': /^adapters\/(worker|directory)\//,
}
const openPackages = /^node:(?!sqlite|worker_threads)/
const coreBuiltins = /^node:(crypto|buffer|module|util|zlib)$/

/** SheetJS talks to the console by itself and is kept from it. */
const excused = ['table/excel-sheets.ts: console']

type Source = {
  /** From src/. */
  readonly path: string
  /** From src/, or the name of a package. */
  readonly imports: readonly string[]
  /** Names of globals that are used, `await`, and `Temporal.Now`. */
  readonly uses: ReadonlySet<string>
}

const sources = globSync('src/**/*.ts').map(readSource)

describe('the structure', () => {
  it('is read from more than 30 files and 100 imports', () => {
    expect(sources.length).toBeGreaterThan(30)
    expect(sources.flatMap((source) => source.imports).length).toBeGreaterThan(100)
  })

  it('lets a folder import itself and the folders above it only', () => {
    expect(breaches(({ path, imports }) => imports.filter((name) => !mayImport(path, name)))).toEqual([])
  })

  it('keeps each package in one place', () => {
    const isMisplaced = (path: string, name: string) =>
      isPackage(name) && !openPackages.test(name) && packages[packageOf(name)]?.test(path) !== true
    expect(breaches(({ path, imports }) => imports.filter((name) => isMisplaced(path, name)))).toEqual([])
  })

  it('reads the environment in settings.ts alone', () => {
    const readers = sources.filter(({ uses }) => uses.has('process.env')).map(({ path }) => path)
    expect(readers).toEqual(['settings.ts'])
  })

  it('keeps the core from doing anything: no time, no waiting, no files, no words on the console', () => {
    const forbidden = ['Date', 'Temporal.Now', 'Math.random', 'await', 'console', 'process', 'fetch', 'setTimeout']
    const isCore = ({ path }: Source) => core.has(folderOf(path))
    const found = sources
      .filter(isCore)
      .flatMap(({ path, uses, imports }) => [
        ...forbidden.filter((name) => uses.has(name)).map((name) => `${path}: ${name}`),
        ...imports
          .filter((name) => name.startsWith('node:') && !coreBuiltins.test(name))
          .map((name) => `${path}: ${name}`),
      ])
    expect(found).toEqual(excused)
  })

  it('reads the time in one adapter', () => {
    const readers = sources.filter(({ uses }) => uses.has('Temporal.Now') || uses.has('Date')).map(({ path }) => path)
    expect(readers).toEqual(['adapters/clock/system.ts'])
  })
})

function breaches(wrong: (source: Source) => readonly string[]): readonly string[] {
  return sources.flatMap((source) => wrong(source).map((name) => `${source.path} imports ${name}`))
}

function mayImport(path: string, name: string): boolean {
  if (isPackage(name) || roots.has(path)) return true
  const [from, to] = [folderOf(path), folderOf(name)]
  if (from === 'adapters') return to === 'adapters' ? areNeighbours(path, name) : layers.includes(to) && to !== 'app'
  const [layer, other] = [layers.indexOf(from), layers.indexOf(to)]
  return layer !== -1 && other !== -1 ? other <= layer : path === 'settings.ts' && name === 'variables.ts'
}

function areNeighbours(path: string, name: string): boolean {
  const [from, to] = [adapterOf(path), adapterOf(name)]
  return from === to || neighbours[from]?.includes(to) === true
}

const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')
const adapterOf = (path: string): string => path.split('/')[1]!
const isPackage = (name: string): boolean => !name.endsWith('.ts')
const packageOf = (name: string): string =>
  name.startsWith('node:')
    ? name
    : name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/')

function readSource(file: string): Source {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const imports: string[] = []
  const uses = new Set<string>()
  const visit = (node: ts.Node): void => {
    const name = importOf(node)
    if (name !== null) imports.push(name.startsWith('.') ? relative('src', join(dirname(file), name)) : name)
    if (ts.isAwaitExpression(node)) uses.add('await')
    if (ts.isPropertyAccessExpression(node)) uses.add(node.getText(tree))
    if (ts.isIdentifier(node) && isGlobal(node)) uses.add(node.text)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return { path: relative('src', file), imports, uses }
}

function importOf(node: ts.Node): string | null {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
    return (node.moduleSpecifier as ts.StringLiteral).text
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return (node.arguments[0] as ts.StringLiteral).text
  return null
}

/** Not `.Date` of something else, nor a key, nor a type. */
function isGlobal(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  return !ts.isPropertyAssignment(parent) && !ts.isTypeReferenceNode(parent) && !ts.isQualifiedName(parent)
}
