// What must be true of the report on any file whatever.
import { expect } from 'vitest'
import type { PlanEntry, Report } from '../../src/checking/report.ts'
import { type Asked, askedOfMoodle } from './moodle-reader.ts'
import { checkSample, errorsOf, safeFixesOf, told } from './sample.ts'

/** Fails when the report promises something that its files do not hold. */
export function expectSound(report: Report, bytes: Uint8Array): void {
  expectCounts(report)
  expectVerdict(report)
  if (report.corrected === null) return
  expectWritten(report)
  expectStable(report)
  if (report.verdict === 'ready') expectReadAsPosted(report, bytes)
}

/** Every row is in exactly one place, unless the file itself is at fault and none was examined. */
function expectCounts({ counts, problems, droppedRows, rejected, plan, file, corrected }: Report): void {
  const { rows, corrected: kept, rejected: refused, dropped } = counts
  const isFileFault = problems.some(({ severity, row }) => severity === 'error' && (row === null || row === 1))
  expect(file.rows).toBe(rows)
  expect([rejected.length, droppedRows.length, corrected?.rows ?? 0]).toEqual([refused, dropped, kept])
  expect(kept + refused + dropped).toBe(isFileFault ? 0 : rows)
  const elsewhere = new Set([...droppedRows, ...rejected.map(({ number }) => number)])
  expect(elsewhere.size).toBe(refused + dropped)
  expect(plan.filter(({ row }) => elsewhere.has(row))).toEqual([])
  const blamed = new Set(problems.flatMap(({ severity, row }) => (severity === 'error' && row !== null ? [row] : [])))
  if (!isFileFault)
    expect([...blamed].toSorted(byNumber)).toEqual(rejected.map(({ number }) => number).toSorted(byNumber))
}

const byNumber = (a: number, b: number): number => a - b

function expectVerdict(report: Report): void {
  const { verdict, counts, corrected, unreadable, plan } = report
  const isGood = verdict === 'ready' || verdict === 'corrected'
  expect(isGood || verdict === 'partial').toBe(counts.corrected > 0)
  expect(corrected !== null).toBe(counts.corrected > 0)
  expect(plan.length > 0).toBe(counts.corrected > 0)
  expect(unreadable !== null).toBe(verdict === 'unreadable')
  expect(isGood).toBe(counts.corrected > 0 && counts.rejected === 0)
  if (isGood) expect(told(errorsOf(report))).toEqual([])
  if (verdict === 'ready') expect(told(safeFixesOf(report).filter(({ code }) => code !== 'quotes-loose'))).toEqual([])
  if (verdict === 'corrected') expect(safeFixesOf(report)).not.toEqual([])
}

/** Moodle would read in the corrected file, enrolment by enrolment, what the plan announces. */
function expectWritten({ plan, corrected, droppedRows, rejected, counts }: Report): void {
  const { text, delimiter } = corrected!
  expect(text).not.toMatch(/^\uFEFF|\r/)
  const asked = askedOfMoodle(new TextEncoder().encode(text), delimiter as ',' | ';')
  const absent = new Set([...droppedRows, ...rejected.map(({ number }) => number)])
  const first = plan[0]!.row - asked[0]!.row
  expect(asked.map(comparable)).toEqual(plan.map(promised))
  expect(first).toBeGreaterThanOrEqual(0)
  expect(text.endsWith('\n')).toBe(true)
  expect(absent.size + new Set(asked.map(({ row }) => row)).size).toBe(counts.rows)
}

/** What was corrected is good as it is, does the same, and is corrected into itself. */
function expectStable(report: Report): void {
  const again = checkSample(report.corrected!.text)
  expect(told(safeFixesOf(again))).toEqual([])
  expect(told(errorsOf(again))).toEqual([])
  expect(again.verdict).toBe('ready')
  expect(again.corrected!.text).toBe(report.corrected!.text)
  expect(again.plan.map(withoutRows)).toEqual(report.plan.map(withoutRows))
}

/** Moodle reads the posted bytes as the plan says, row numbers included. */
function expectReadAsPosted({ plan, file }: Report, bytes: Uint8Array): void {
  const asked = askedOfMoodle(bytes, file.delimiter as ',')
  const placed = (list: readonly { readonly row: number }[]) => list.map(({ row }) => row)
  expect(asked.map(comparable)).toEqual(plan.map(promised))
  expect(placed(asked)).toEqual(placed(plan))
}

const withoutRows = (it: PlanEntry) => ({ ...it, row: 0, touchedAgainBy: it.touchedAgainBy !== null })

const comparable = ({ username, course, role, group, start }: Asked) => [username, course, role, group, start || today]

const today = '2026-11-22'

function promised({ username, course, role, group, start }: PlanEntry) {
  return [username, course, role, group, start]
}
