// The page of the problems shows, for each rule, the cell or the lines of its own example that make it speak.
import { check } from '../checking/check.ts'
import { noReference } from '../checking/reference.ts'
import type { Problem, Values } from '../checking/report.ts'
import type { Example, Rule } from '../checking/rule.ts'
import { sites } from '../moodle/sites.ts'
import { file } from '../rules/examples.ts'
import { rules } from '../rules/index.ts'
import { parse } from '../table/parse.ts'
import { visible } from './values.ts'

/** A cell with its column (null: the name of a column itself) and, if known, what it becomes or might become. */
export type ExampleCell = { readonly field: string | null; readonly value: string; readonly becomes: string | null }

/** `lines`: an excerpt of the file. Null: no small file shows this fault. */
export type ProblemExample = { readonly cells: readonly ExampleCell[] } | { readonly lines: readonly string[] } | null

/** The first example of a rule that is not empty, as short as it can be shown. */
export function exampleOf(rule: Rule): ProblemExample {
  const bad = badExample(rule)
  if (bad === undefined || rule.scope === 'whole') return null
  const problem = problemIn(bad, rule.code)
  const cells = rule.scope === 'header' ? columnName(problem) : faultyCells(bad, problem, rule)
  return cells.length > 0 ? { cells } : { lines: linesOf(bad) }
}

/**
 * Values for the sentences of a rule: those of the problem that its example raises, or, where only a site or a huge
 * file could raise it, values of the same shape.
 */
export function exampleValues(rule: Rule): Values {
  const bad = badExample(rule)
  return (bad === undefined ? null : problemIn(bad, rule.code)?.values) ?? standIns[rule.code] ?? {}
}

const standIns: Readonly<Record<string, Values>> = {
  'account-unknown': { prerequisite: sites[0].prerequisite.fr, prerequisiteEn: sites[0].prerequisite.en },
  'email-of-another-account': { username: '21900011' },
  'columns-too-many': { columns: 1200, limit: 1000 },
  'encoding-ambiguous': { read: 'Méca', other: 'MÈca' },
  'enrolment-exists': { change: 'end-lost' },
  'enrolment-other-role': { roles: 'teacher' },
  'file-too-large': { size: 62, limit: 20 },
  'rows-too-many': { limit: 100_000 },
}

const badExample = ({ examples }: Rule): Example | undefined => examples.bad.find((bad) => bad.length > 0)

/** What the whole catalogue says of that file when nothing is known of the site. */
function problemIn(example: Example, code: string): Problem | null {
  const bytes = typeof example === 'string' ? new TextEncoder().encode(example) : example
  const today = Temporal.PlainDate.from('2026-11-22')
  const report = check(bytes, { name: 'example.csv', site: sites[0], reference: noReference, today, rules })
  return report.problems.find((problem) => problem.code === code) ?? null
}

function columnName(problem: Problem | null): readonly ExampleCell[] {
  const { value, fix } = problem ?? { value: null, fix: null }
  return value === null || value === '' ? [] : [{ field: null, value: seen(value), becomes: shownOrNull(fix?.value) }]
}

/** Cells of the only row that are not those of the good row; for a rule about some fields, of these alone. */
function faultyCells(example: Example, problem: Problem | null, rule: Rule): readonly ExampleCell[] {
  if (rule.scope === 'file' || rule.scope === 'shape' || typeof example !== 'string') return []
  const [header, row, ...others] = rowsOf(example)
  if (!header || !row || others.length > 0) return []
  const good = goodRow()
  return header.flatMap((field, i) => {
    const value = row[i] ?? ''
    if ((good[field] ?? null) === value || !isAbout(rule, field)) return []
    return [{ field, value: seen(value), becomes: field === problem?.field ? shownOrNull(problem.fix?.value) : null }]
  })
}

const shownOrNull = (text: string | null | undefined): string | null => (text ? seen(text) : null)

function goodRow(): Readonly<Record<string, string>> {
  const [header = [], row = []] = rowsOf(file({}))
  return Object.fromEntries(header.map((field, i) => [field, row[i] ?? '']))
}

const isAbout = (rule: Rule, field: string): boolean =>
  rule.scope !== 'cell' || !rule.fields || rule.fields.includes(field.replace(/\d+$/, ''))

const rowsOf = (text: string): readonly (readonly string[])[] => [...parse(text, ',').rows].map(({ cells }) => cells)

/** Bytes that are not ASCII are written `\xE9`, so that the page says which encoding is meant. */
function linesOf(example: Example): readonly string[] {
  const text = typeof example === 'string' ? example : Array.from(example, byteText).join('')
  return text.trimEnd().split('\n').map(seen)
}

const byteText = (byte: number): string =>
  byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16).toUpperCase()}`

/** Accents that are characters of their own are told from the others too. */
const seen = (text: string): string =>
  visible(text).replace(/\p{Mn}/gu, (mark) => `\\u${mark.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`)
