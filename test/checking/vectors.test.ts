// What was decided on each vector, against what must be decided on it: Moodle's observed behaviour, read by the policy.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it, test } from 'vitest'
import type { PlanEntry, Report } from '../../src/checking/report.ts'
import { checkSample, errorsOf, safeFixesOf, told } from './sample.ts'

type Place = { readonly row: number | null; readonly field: string | null; readonly alt?: readonly (string | null)[] }
type Fix = Place & { readonly before: string | null; readonly after: string | null; readonly what?: string }
type Planned = {
  readonly row: number
  readonly username: string
  readonly course: string
  readonly role: string
  readonly group: string | null
  readonly period_days: number | null
  readonly status: string
}

/** See the README of the vectors; `*_alt`: other lists as good, `not_scored`: aspects left out. */
type Expected = {
  readonly verdict: readonly string[]
  readonly errors: readonly Place[]
  readonly errors_alt?: readonly (readonly Place[])[]
  readonly errors_optional?: readonly Place[]
  readonly warnings: readonly Place[]
  readonly fixes: readonly Fix[]
  readonly plan: readonly Planned[]
  readonly plan_alt?: readonly Planned[]
  readonly start?: Readonly<Record<string, string>>
  readonly rejected: readonly number[]
  readonly dropped: readonly number[]
  readonly corrected: string | null
  readonly corrected_alt?: string | readonly string[]
  readonly not_scored?: readonly string[]
}

/** Vectors that the policy contradicts, and why; the policy is kept. */
const disagreements: Readonly<Record<string, string>> = {
  '474-rows-same-username-different-names':
    'its row 3 has the name and the e-mail of another account: an error by the policy ("email belongs to another account") and by vector 204',
}

const folder = new URL('../vectors/', import.meta.url)
const names = readdirSync(folder).filter((name) => existsSync(new URL(`${name}/expect.json`, folder)))

/** A finding on the header may carry row 1 or none. */
const rowOf = (row: number | null): number | null => (row === 1 ? null : row)

describe('the vectors', () => {
  it('are all there', () => {
    expect(names.length).toBe(327)
    expect(Object.keys(disagreements).filter((name) => !names.includes(name))).toEqual([])
  })

  for (const name of names) {
    const input = readFileSync(new URL(`${name}/input.csv`, folder))
    const expected = JSON.parse(readFileSync(new URL(`${name}/expect.json`, folder), 'utf8')) as Expected
    const agrees = name in disagreements ? it.fails : it
    agrees(name, () => expectDecision(checkSample(input), expected))
    const { corrected } = checkSample(input)
    if (corrected === null) continue
    it(`${name}, corrected`, () => expectStable(checkSample(input), checkSample(corrected.text)))
  }
})

test('a file that is not good is never called good', () => {
  const good = (verdict: string) => verdict === 'ready' || verdict === 'corrected'
  const wrong = names.filter((name) => {
    const { verdict } = JSON.parse(readFileSync(new URL(`${name}/expect.json`, folder), 'utf8')) as Expected
    return good(checkSample(readFileSync(new URL(`${name}/input.csv`, folder))).verdict) && !verdict.some(good)
  })
  expect(wrong).toEqual([])
})

function expectDecision(report: Report, expected: Expected): void {
  const isScored = (aspect: string) => !expected.not_scored?.includes(aspect)
  expect(expected.verdict).toContain(report.verdict)
  expectErrors(report, expected)
  for (const { row } of expected.warnings) {
    const here = report.problems.filter((it) => it.severity === 'warning' && rowOf(it.row) === rowOf(row))
    expect(here, `a warning at row ${row ?? 'file'}; found ${told(report.problems).join('\n')}`).not.toEqual([])
  }
  const plans = [expected.plan, expected.plan_alt ?? expected.plan].map(sorted)
  expect(plans).toContainEqual(sorted(report.plan.map(planned)))
  for (const [row, start] of Object.entries(expected.start ?? {}))
    expect(report.plan.filter((it) => it.row === Number(row)).map((it) => it.start)).toEqual([start])
  if (isScored('rejected')) expect(report.rejected.map(({ number }) => number)).toEqual(expected.rejected)
  if (isScored('dropped')) expect(report.droppedRows).toEqual(expected.dropped)
  const texts = [expected.corrected, expected.corrected_alt ?? []].flat()
  expect(texts.map((text) => cells(text, true))).toContainEqual(cells(report.corrected?.text ?? null))
  expectRepairs(report, expected)
}

/** Rows and fields of the errors are those of one of the lists, but for the optional ones. */
function expectErrors(report: Report, expected: Expected): void {
  const found = errorsOf(report)
  const lists = [expected.errors, ...(expected.errors_alt ?? [])]
  const optional = expected.errors_optional ?? []
  const isAt = (place: Place) => (it: Place) =>
    rowOf(it.row) === rowOf(place.row) && [place.field, ...(place.alt ?? [])].includes(it.field)
  const fits = lists.some(
    (list) =>
      list.every((place) => found.some(isAt(place))) &&
      found.every((it) => [...list, ...optional].some((place) => isAt(place)(it))),
  )
  expect(fits, `found ${JSON.stringify(told(found))}, expected ${JSON.stringify(lists)}`).toBe(true)
}

/** Each repair of a cell is told with what it was, where the row went to Moodle. */
function expectRepairs(report: Report, expected: Expected): void {
  const kept = new Set(report.plan.map(({ row }) => row))
  for (const { row, field, before, after, what } of expected.fixes) {
    if (row === null || row === 1 || what !== undefined || !kept.has(row)) continue
    const here = safeFixesOf(report).filter((it) => it.row === row && (it.field === field || it.field === null))
    expect(here, `${field ?? ''} of row ${row}: ${before ?? ''} → ${after ?? ''}`).not.toEqual([])
  }
}

/** A corrected file is good as it is, and does what was announced. */
function expectStable(first: Report, second: Report): void {
  expect(told(safeFixesOf(second))).toEqual([])
  expect(second.verdict).toBe('ready')
  expect(second.corrected?.text).toBe(first.corrected?.text)
  const done = ({ plan }: Report) => plan.map((it) => ({ ...it, row: 0, touchedAgainBy: it.touchedAgainBy !== null }))
  expect(done(second)).toEqual(done(first))
}

const planned = ({ row, username, course, role, group, periodDays, status }: PlanEntry): Planned => ({
  row,
  username,
  course,
  role,
  group,
  period_days: periodDays,
  status,
})

const sorted = (plan: readonly Planned[]) =>
  plan
    .map(({ row, username, course, role, group, period_days, status }) =>
      JSON.stringify([row, username, course, role, group, period_days, status]),
    )
    .sort()

/** An expected text may have quotes that Moodle accepts all the same; a corrected one may not. */
function cells(text: string | null, isLoose = false): readonly string[][] | null {
  if (text === null) return null
  const delimiter = text.split('\n', 1)[0]?.includes(';') ? ';' : ','
  return parse(text, { delimiter, relax_quotes: isLoose })
}
