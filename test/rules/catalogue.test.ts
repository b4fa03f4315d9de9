// The catalogue keeps its own promises: examples that run, names that agree, and words in both languages.
import { globSync, readFileSync } from 'node:fs'
import { assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { noReference } from '../../src/checking/reference.ts'
import type { CellRule, Context, Example, Rule, Wording } from '../../src/checking/rule.ts'
import { suspicion } from '../../src/checking/suspects.ts'
import { languages } from '../../src/moodle/language.ts'
import { typesetText } from '../../src/replies/typeset.ts'
import { ruleNamed, rules } from '../../src/rules/index.ts'
import { checkSample, ecampus, reference, told } from '../checking/sample.ts'

/** Rules that no small text can call, and why; each has its own test in special.test.ts. */
const specialBad: Readonly<Record<string, string>> = {
  'encoding-ambiguous': 'needs bytes that two encodings read, both as likely',
  'file-from-spreadsheet': 'needs a workbook',
  'file-too-large': 'needs a limit',
  'rows-too-many': 'needs a limit',
  'rows-many': 'needs a thousand rows',
  'columns-too-many': 'needs a thousand columns',
  'group-automated': 'needs a site with such groups',
}
/** Rules that speak of every small file, or that no table can call. */
const specialGood: readonly string[] = ['few-people', 'file-unreadable', 'site-prerequisite']

const codesIn = (example: Example): readonly string[] => checkSample(example).problems.map(({ code }) => code)

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  it.each(rule.examples.bad.map(shown))('speaks of %s', (_, example) => {
    expect(codesIn(example)).toContain(code)
  })

  it.each(rule.examples.good.map(shown))('keeps silent on %s', (_, example) => {
    expect(codesIn(example), told(checkSample(example).problems).join('\n')).not.toContain(code)
  })

  it('has examples, or a reason to have none', () => {
    const { bad, good } = rule.examples
    expect(bad.length > 0).toBe(!(code in specialBad))
    expect(good.length > 0).toBe(!(code in specialBad) && !specialGood.includes(code))
  })

  it('is found by its name', () => {
    expect(ruleNamed(code)).toBe(rule)
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
  })

  it.each(languages)('has its words in %s', (language) => {
    const { title, why, todo, repaired } = rule[language]
    for (const text of [title, why, ...sentences(rule, todo)]) expect(text).toMatch(/^(?!.*undefined)\S.*\S$/)
    expect(title).not.toMatch(/[.!?:;]$/)
    expect(why).toMatch(/\.$/)
    if (rule.fix === 'safe') expect(repaired?.trim()).toBeTruthy()
    else expect(repaired).toBeUndefined()
  })

  it('is a warning at most where its repair is safe', () => {
    const speaking = rule.examples.bad.flatMap((example) => checkSample(example).problems)
    const repaired = speaking.filter((it) => it.code === code && it.fix?.safety === 'safe')
    expect(told(repaired.filter(({ severity }) => severity === 'error'))).toEqual([])
    if (rule.fix === 'safe' && code in specialBad) expect(rule.severity).not.toBe('error')
    else if (rule.fix === 'safe') expect(repaired).not.toEqual([])
  })
})

describe('the files', () => {
  const files = globSync('src/rules/*.ts').map((path) => ({ path, text: readFileSync(path, 'utf8') }))
  const own = files.filter(({ text }) => / {2}code: '/.test(text))

  it('are one for each rule, named like it and what it exports', () => {
    expect(own.length).toBeGreaterThan(100)
    for (const { path, text } of own) {
      const code = codeOf(path)
      expect(text).toContain(`  code: '${code}',`)
      expect(text).toContain(`export const ${camelCase(code)}: `)
    }
  })

  it('are all in the catalogue, once', () => {
    expect(rules.map(({ code }) => code).toSorted()).toEqual(own.map(({ path }) => codeOf(path)).toSorted())
  })

  it('open with a sentence', () => {
    for (const { path, text } of own) expect(text, path).toMatch(/^\/\/ \S.*[.?]\n/)
  })
})

describe('the French', () => {
  const texts = rules.flatMap((rule) => frenchOf(rule).map((text) => [rule.code, text] as const))

  it.each([
    ['has typographic apostrophes', /'/],
    ['begs and shouts at nobody', /veuillez|!/i],
    ['keeps a thin blank before its high signs', /[^\u202F][?;:](?=\s|$)/],
    ['quotes as in French', /[“”"]/],
    ['keeps a thin blank inside its quotes', /«[^\u202F]|[^\u202F]»/],
  ])('%s', (_, wrong) => {
    const found = texts.filter(([, text]) => wrong.test(typesetText(text.replace(/`[^`]*`/g, ''), 'fr')))
    expect(found).toEqual([])
  })
})

describe('what makes a cell suspect', () => {
  const today = Temporal.PlainDate.from('2026-11-22')
  const context: Context = { site: ecampus, reference, today, todayBegan: 0, rows: 1, seed: 1 }
  const contexts = [context, { ...context, reference: noReference }]
  const watched = ['username', 'firstname', 'lastname', 'email']
  const onCells = rules.filter((rule): rule is CellRule => rule.scope === 'cell')
  const suspicious = onCells.filter(({ suspect }) => suspect !== undefined)

  it('is said by every rule on usernames, names and e-mails', () => {
    const mute = onCells.filter((rule) => !rule.suspect && watched.some((it) => rule.fields?.includes(it) !== false))
    expect(mute).toEqual([])
  })

  const piece = constantFrom(
    ...['21900010', 'martinj', '2,19E+07', '2e5', '.0', 'a@b.example', 'Ã', '©', 'é', 'e\u0301', '’', "'", '="', '"'],
    ...['\\', ' ', '  ', '\t', '\n', '\r', '\u00A0', '\u202F', '\u2009', '\u200B', '\uFEFF', '\0', '\u0085', '\u2028'],
    ...['=', '+', '-', '@', '<', '>', 'À', '\uFFFD', 'â€™', 'A', '0', '1', ',', '.', '900', 'x'.repeat(70), '\u212A'],
  )
  const text = string({ unit: oneof(piece, piece, piece, string({ unit: 'binary', maxLength: 2 })), maxLength: 5 })

  it.each(suspicious.map((rule) => [rule.code, rule] as const))('misses no cell that %s speaks of', (_, rule) => {
    const isSuspect = suspicion(rule.suspect ?? [])
    const field = constantFrom(...(rule.fields ?? [...watched, 'group']))
    const holds = property(text, field, constantFrom(...contexts), (value, name, here) => {
      if (rule.check(value, name, here) !== null) expect(isSuspect(value)).toBe(true)
    })
    assert(holds, { numRuns: 1000 })
  })
})

test('each code is given once', () => {
  expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length)
})

function shown(example: Example) {
  return [typeof example === 'string' ? JSON.stringify(example.slice(0, 300)) : 'bytes', example] as const
}

const codeOf = (path: string): string => /([a-z-]+)\.ts$/.exec(path)?.[1] ?? ''
const camelCase = (code: string): string => code.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** What the rule says of its own examples; of a rule without any, values are shown by their names. */
function sentences({ code, examples }: Rule, todo: Wording['todo']): readonly string[] {
  if (typeof todo === 'string') return [todo]
  const found = examples.bad.flatMap((example) => checkSample(example).problems).filter((it) => it.code === code)
  const values = found.length > 0 ? found.map((it) => it.values) : [new Proxy({}, { get: (_, name) => String(name) })]
  return values.map(todo)
}

const frenchOf = (rule: Rule): readonly string[] => [
  rule.fr.title,
  rule.fr.why,
  ...sentences(rule, rule.fr.todo),
  rule.fr.repaired ?? '',
]
