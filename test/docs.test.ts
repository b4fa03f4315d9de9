// What the pages say is held to what is there: pages made from the catalogue, paths, commands, settings, numbers.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSnapshot } from '../src/checking/snapshot.ts'
import { languages } from '../src/moodle/language.ts'
import { exampleOf, exampleValues } from '../src/replies/problem-example.ts'
import { groupOf, otherSeverities, problemsPage } from '../src/replies/problems-page.ts'
import { ruleNamed, rules } from '../src/rules/index.ts'
import { variables } from '../src/variables.ts'

const pages = ['README.md', 'CHANGELOG.md', ...globSync('docs/*.md')]
const textOf = (path: string) => readFileSync(path, 'utf8')
const scripts = (JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }).scripts
const codes = rules.map(({ code }) => code)

describe.each(languages)('the page of the problems in %s', (language) => {
  const page = textOf(`docs/problems.${language}.md`)

  it('is what npm run docs writes', () => {
    expect(page).toBe(problemsPage(rules, language))
  })

  it('has one section for each rule, and no others', () => {
    const anchors = [...page.matchAll(/^<a id="(.+?)"><\/a>$/gm)].map(([, id]) => id!)
    expect(anchors.filter((id) => !id.startsWith('g-')).sort()).toEqual([...codes].sort())
  })

  it('says of each rule its title, its severity, why, what to do', () => {
    for (const rule of rules) {
      const section = sectionOf(page, rule.code)
      expect(section.paragraphs.length, rule.code).toBeGreaterThanOrEqual(4)
      expect(section.paragraphs[0]).toMatch(/^### \S/)
      expect(section.paragraphs[1]).toContain(`\`${rule.code}\` · **`)
      expect(section.paragraphs[3], rule.code).toMatch(/: .{5,}[.?!…]$/)
    }
  })

  it('leaves no value of a sentence out', () => {
    expect(page).not.toMatch(/\b(undefined|null|NaN)\b|\[object|\$\{/)
  })

  it('cites only rules of Moodle that moodle.md sums up', () => {
    const cited = [...page.matchAll(/\((?:rules?|règles?)([^)]+)\)/g)].flatMap(([, list]) => list!.match(/\d+/g) ?? [])
    expect(cited.length).toBeGreaterThan(80)
    const summed = [...textOf('docs/moodle.md').matchAll(/^\| (\d+) \| /gm)].map(([, number]) => number!)
    expect(cited.filter((number) => !summed.includes(number))).toEqual([])
  })
})

describe('an example of the pages', () => {
  it.each([
    ['role-unknown', { cells: [{ field: 'role1', value: 'Etudient', becomes: 'student' }] }],
    ['header-alias', { cells: [{ field: null, value: 'identifiant', becomes: 'username' }] }],
    ['cell-invisible', { cells: [{ field: 'username', value: '21900010·', becomes: '21900010' }] }],
    ['account-unknown', { cells: [{ field: 'username', value: '21999999', becomes: null }] }],
    ['rows-none', { lines: ['username,firstname,lastname,email,course1,role1'] }],
    ['rows-too-many', null],
    ['few-people', null],
  ])('of %s is as short as it can be', (code, example) => {
    expect(exampleOf(ruleNamed(code)!)).toEqual(example)
  })

  it('shows the bytes of another encoding', () => {
    expect(exampleOf(ruleNamed('encoding-converted')!)).toMatchObject({
      lines: [expect.anything(), expect.stringContaining('Ana\\xEFs,Gar\\xE7on')],
    })
  })

  it('has values for the sentences that need some', () => {
    const needy = rules.filter(({ fr }) => typeof fr.todo === 'function')
    expect(needy.length).toBeGreaterThan(10)
    expect(needy.filter((rule) => Object.keys(exampleValues(rule)).length === 0).map(({ code }) => code)).toEqual([])
  })
})

it('groups rules by what they look at', () => {
  const groups = ['quote-unclosed', 'column-missing', 'column-forbidden', 'cells-extra', 'cell-blanks', 'mojibake']
  expect(groups.map((code) => groupOf(ruleNamed(code)!))).toEqual([
    'file',
    'columns',
    'columns',
    'rows',
    'rows',
    'rows',
  ])
  const others = [
    'account-guest',
    'email-shared',
    'enrolment-repeated',
    'role-empty',
    'group-new',
    'start-past',
    'rows-many',
  ]
  const expected = ['account', 'names', 'courses', 'roles', 'groups', 'time', 'whole']
  expect(others.map((code) => groupOf(ruleNamed(code)!))).toEqual(expected)
})

it('knows which rules take another severity', () => {
  const several = codes.filter((code) => (textOf(`src/rules/${code}.ts`).match(/\bseverity: /g)?.length ?? 0) > 1)
  expect(several.sort()).toEqual(Object.keys(otherSeverities).sort())
})

describe.each(pages)('%s', (path) => {
  const text = textOf(path)

  it('links to what is there', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, link]) => link!)
      .filter((link) => !/^https?:/.test(link))
    expect(links.filter((link) => !leadsSomewhere(path, link))).toEqual([])
  })

  it('names files that are there', () => {
    expect(pathsIn(text).filter((named) => !existsSync(named))).toEqual([])
  })

  it('names scripts of package.json', () => {
    expect(scriptsIn(text).filter((name) => !(name in scripts))).toEqual([])
  })

  // The pages of the problems show cells in capitals.
  it.skipIf(path.includes('problems'))('names settings that are read', () => {
    expect(settingsIn(text).filter((name) => !(name in variables))).toEqual([])
  })
})

it('finds files, scripts and settings in what it reads', () => {
  const all = pages.map(textOf).join('\n')
  const prose = pages.filter((path) => !path.includes('problems'))
  expect(pathsIn(all).length).toBeGreaterThan(15)
  expect(scriptsIn(all)).toEqual(expect.arrayContaining(['start', 'check', 'test', 'docs']))
  expect(new Set(prose.flatMap((path) => settingsIn(textOf(path)))).size).toBe(Object.keys(variables).length)
})

describe('the README', () => {
  const blocks = blocksOf('README.md')

  it('is tested by the commands of .ci/run', () => {
    const run = textOf('.ci/run').match(/^npm .*$/gm)
    expect(blocks.filter(({ language }) => language === 'sh').map(({ text }) => text)).toContain(run!.join(' && '))
  })

  it('shows what the command line prints', () => {
    const command = blocks.find(({ text }) => text.startsWith('node bin/enrol-check.js check'))!.text
    const shown = blocks.find(({ language }) => language === 'text')!.text
    const { stdout, status } = spawnSync(process.execPath, command.split(' ').slice(1), { encoding: 'utf8' })
    expect(status).toBe(1)
    const parts = shown.split('\n…\n')
    expect(parts).toHaveLength(2)
    for (const part of parts) expect(stdout).toContain(part.trim())
  })
})

describe('architecture.md', () => {
  it('names the folders of src, from the top', () => {
    const named = [...textOf('docs/architecture.md').matchAll(/^\| `([a-z]+)` \|/gm)].map(([, folder]) => folder!)
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect([...named].sort()).toEqual(folders.map(({ name }) => name).sort())
    const layers = /const layers = (\[.+\])/.exec(textOf('test/architecture.test.ts'))![1]!.replaceAll("'", '"')
    expect(named).toEqual([...(JSON.parse(layers) as string[]), 'adapters'])
  })
})

describe('operating.md', () => {
  it('names the metrics', () => {
    const named = textOf('docs/operating.md').match(/enrol_check_[a-z_]+/g)
    const given = textOf('src/app/health.ts').match(/enrol_check_[a-z_]+/g)
    expect(new Set(named)).toEqual(new Set(given))
  })
})

describe('moodle.md', () => {
  it('names the keys of a snapshot', () => {
    const section = /## Snapshots of a site[\s\S]*?### /.exec(textOf('docs/moodle.md'))![0]
    const rows = section.match(/^\| .*$/gm)!.join('\n')
    const named = [...rows.matchAll(/`([a-z_]+)`/g)].map(([, key]) => key!).filter((key) => !notKeys.has(key))
    const read = [...textOf('src/checking/snapshot.ts').matchAll(/^ {2}([a-z_]+): (?!read)/gm)].map(([, key]) => key!)
    expect(new Set(named)).toEqual(new Set(read))
  })

  it('points to a snapshot that can be read', () => {
    const { site, facts } = readSnapshot(JSON.parse(textOf('docs/examples/site.json')))
    expect(site).toBe('ecampus')
    expect(facts.accounts?.length).toBeGreaterThan(3)
    expect(facts.courses?.length).toBeGreaterThan(1)
  })
})

/** Values, not keys. */
const notKeys = new Set(['ecampus', 'collegium', 'prelude', 'manual', 'self', 'active'])

function sectionOf(page: string, code: string): { readonly paragraphs: readonly string[] } {
  const [, after = ''] = page.split(`<a id="${code}"></a>\n\n`)
  return {
    paragraphs: after
      .split(/\n\n<a id="/)[0]!
      .trimEnd()
      .split('\n\n'),
  }
}

function blocksOf(path: string): readonly { readonly language: string; readonly text: string }[] {
  const found = textOf(path).matchAll(/^```(\w+)\n([\s\S]*?)\n```$/gm)
  return [...found].map(([, language, text]) => ({ language: language!, text: text! }))
}

function leadsSomewhere(from: string, link: string): boolean {
  const [file = '', anchor] = link.split('#')
  const target = file === '' ? from : join(dirname(from), file)
  return existsSync(target) && (anchor === undefined || anchorsOf(textOf(target)).has(anchor))
}

/** Of headings, as GitHub makes them, and those that are written. */
function anchorsOf(text: string): ReadonlySet<string> {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading!.toLowerCase())
  const made = headings.map((heading) => heading.replace(/[^\p{L}\d\- ]/gu, '').replaceAll(' ', '-'))
  return new Set([...made, ...[...text.matchAll(/<a id="(.+?)">/g)].map(([, id]) => id!)])
}

/** Files of the repository, in code or in commands. */
function pathsIn(text: string): readonly string[] {
  const paths = [
    ...text.matchAll(
      /(?<![\w/.-])(?:(?:src|test|docs|bin|\.ci)\/[\w./-]*[\w-]|[\w-]+\.(?:json|md|yml)|\.env\.example)/g,
    ),
  ]
  return paths.map(([path]) => path).filter((path) => !/^(moodle|operating|site|problems)\b/.test(path))
}

const scriptsIn = (text: string): readonly string[] => {
  const named = [...text.matchAll(/\bnpm (?:run ([\w:]+)|(start|test)\b)/g)]
  return named.map(([, run, own]) => (run ?? own)!)
}

/** Words in capitals with an underscore, given a value, or alone in a code span. */
function settingsIn(text: string): readonly string[] {
  const underscored = text.match(/\b[A-Z]+(?:_[A-Z]+)+\b/g) ?? []
  const assigned = [...text.matchAll(/(?<![\w"])([A-Z][A-Z_]+)=/g)].map(([, name]) => name!)
  const alone = [...text.matchAll(/`([A-Z][A-Z_]{2,})`/g)].map(([, name]) => name!)
  return [...underscored, ...assigned, ...alone]
}
