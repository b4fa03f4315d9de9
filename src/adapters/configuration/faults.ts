// What is wrong in the configuration file, each with its line, all at once: it is edited by people who do not read code.
import { type Document, isMap, isNode, isScalar, type LineCounter, type Node, visit } from 'yaml'
import type { z } from 'zod'

type Path = readonly PropertyKey[]
type Fault = { readonly offset: number; readonly message: string }

export type ReadText = { readonly document: Document.Parsed; readonly lines: LineCounter }

/** One line for each thing that is no YAML, or more than a file of keys and values needs; none when all is well. */
export function syntaxFaults({ document, lines }: ReadText): readonly string[] {
  const errors = document.errors.map(({ pos, code, message }) => ({
    offset: pos[0],
    message:
      code === 'MULTIPLE_DOCS' ? 'A second document begins here, expected one.' : `${message.replace(/\s+/g, ' ')}.`,
  }))
  return told([...errors, ...oddities(document)], lines)
}

/** References to another place can be heaped up to fill the memory, and most are a pattern without its quotes. */
function oddities(document: Document): readonly Fault[] {
  const faults: Fault[] = []
  const add = (node: unknown, message: string) => {
    faults.push({ offset: (isNode(node) ? node.range?.[0] : undefined) ?? 0, message })
  }
  visit(document, {
    Alias: (_, node) => add(node, `A text that begins with * needs quotes: “*${short(node.source)}”.`),
    Pair: (_, { key }) => (isScalar(key) ? undefined : add(key, 'A key is a list or a mapping, expected a word.')),
  })
  return faults
}

/** One line for each key or value that is not as expected. */
export function shapeFaults({ issues }: z.ZodError, { document, lines }: ReadText): readonly string[] {
  const faults = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? unknownKeys(document, issue.path, issue.keys, issue.message.split('\n'))
      : [{ offset: offsetOf(document, issue.path), message: unexpected(document, issue) }],
  )
  return told(faults, lines)
}

function unknownKeys(document: Document, path: Path, keys: readonly string[], advice: readonly string[]): Fault[] {
  return keys.map((key, index) => ({
    offset: keyOffset(document, path, key) ?? offsetOf(document, path),
    message: `${shownPath([...path, key])} is not a known key. ${advice[index] ?? ''}`,
  }))
}

function unexpected(document: Document, issue: z.core.$ZodIssue): string {
  const { path, message } = issue
  const node = nodeAt(document, path)
  const found = node === undefined ? 'is missing' : `is ${shownValue(node)}`
  const quotes = isScalar(node) && node.value !== null && wantsText(issue) ? ', in quotes' : ''
  return `${path.length === 0 ? 'The file' : shownPath(path)} ${found}, expected ${message}${quotes}.`
}

const wantsText = (issue: z.core.$ZodIssue) => issue.code === 'invalid_type' && issue.expected === 'string'

function shownValue(node: Node): string {
  if (!isScalar(node)) return isMap(node) ? 'a mapping' : 'a list'
  if (node.value === null) return 'empty'
  return typeof node.value === 'string' ? `“${short(node.value)}”` : JSON.stringify(node.value)
}

/** Such as `sites[1].hours.from`. */
function shownPath(path: Path): string {
  const parts = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${short(String(key))}`))
  return parts.join('').replace(/^\./, '')
}

/** Fit for one line. */
const short = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 60)

/** Of the value there, or where it is missing, of what should hold it. */
function offsetOf(document: Document, path: Path): number {
  const last = path.at(-1)
  if (last === undefined) return nodeAt(document, path)?.range?.[0] ?? 0
  const above = path.slice(0, -1)
  return keyOffset(document, above, last) ?? nodeAt(document, path)?.range?.[0] ?? offsetOf(document, above)
}

function keyOffset(document: Document, path: Path, key: PropertyKey): number | null {
  const map = nodeAt(document, path)
  const pair = isMap(map) ? map.items.find((item) => isScalar(item.key) && String(item.key.value) === key) : undefined
  return isNode(pair?.key) ? (pair.key.range?.[0] ?? null) : null
}

function nodeAt(document: Document, path: Path): Node | undefined {
  const node = path.length === 0 ? document.contents : document.getIn(path, true)
  return isNode(node) ? node : undefined
}

function told(faults: readonly Fault[], lines: LineCounter): readonly string[] {
  const sorted = faults.toSorted((a, b) => a.offset - b.offset)
  return [...new Set(sorted.map(({ offset, message }) => `line ${lines.linePos(offset).line}: ${message}`))]
}
