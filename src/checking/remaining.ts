// What a check of earlier and posted rows together says of what is left to do: rows marked as done are told no more.

import { parse } from '../table/parse.ts'
import { printTable } from '../table/print.ts'
import { rowKeys } from './canonical-rows.ts'
import type { Combined, Origin } from './combined.ts'
import { fileOfText } from './corrected-file.ts'
import { lazily } from './lazily.ts'
import type { PlanEntry, Problem, Report } from './report.ts'

export type Remaining = Pick<Report, 'problems' | 'plan' | 'rejected' | 'droppedRows' | 'corrected'> & {
  /** A row of the posted file is marked as done. */
  readonly isRepeated: boolean
}

/**
 * The report on the combined text, in terms of the posted file, without the rows that are marked as done and those that
 * say the same. Problems of the header are left out: its names are no longer the posted ones.
 */
export function remaining(report: Report, combined: Combined): Remaining {
  const originOf = (row: number): Origin => combined.origins[row - 2]!
  const numberOf = (row: number): number => originOf(row).row.number
  const isAnyDone = combined.earlier.handed > 0
  const kept = isAnyDone ? keptRows(report) : nothingKept
  const done = isAnyDone ? doneRows(report, kept, originOf) : new Set<number>()
  const isLeft = (row: number) => !done.has(row)
  const plan = lazily(() => planOf(report.plan, isLeft, numberOf))
  return {
    problems: problemsOf(report.problems, isLeft, numberOf),
    get plan() {
      return plan()
    },
    rejected: report.rejected.flatMap(({ number }) => (isLeft(number) ? [combined.told(originOf(number).row)] : [])),
    droppedRows: report.droppedRows.filter(isLeft).map(numberOf),
    corrected: isAnyDone ? correctedOf(report.corrected, kept, isLeft, combined.onlyHanded) : report.corrected,
    isRepeated: [...done].some((row) => originOf(row).from === 'posted'),
  }
}

/** A row of the corrected text, with its number in the text that was checked. */
type Kept = { readonly number: number; readonly cells: readonly string[] }
type KeptRows = { readonly columns: readonly string[]; readonly rows: readonly Kept[] }
const nothingKept: KeptRows = { columns: [], rows: [] }

function keptRows({ corrected, counts, rejected, droppedRows }: Report): KeptRows {
  if (corrected === null) return nothingKept
  const elsewhere = new Set([...droppedRows, ...rejected.map(({ number }) => number)])
  const numbers = Array.from({ length: counts.rows }, (_, index) => index + 2).filter((row) => !elsewhere.has(row))
  const [head, ...rows] = Array.from(parse(corrected.text, corrected.delimiter).rows, ({ cells }) => cells)
  return { columns: head ?? [], rows: rows.map((cells, index) => ({ number: numbers[index]!, cells })) }
}

/** Rows marked as done, and every other that says the same as one of them. */
function doneRows(report: Report, { columns, rows }: KeptRows, originOf: (row: number) => Origin): ReadonlySet<number> {
  const isHanded = (row: number) => originOf(row).from === 'handed'
  const keyOf = rowKeys(columns)
  const keys = new Set(rows.filter(({ number }) => isHanded(number)).map(({ cells }) => keyOf(cells)))
  const dropped = new Set(report.droppedRows)
  const repeated = report.problems.flatMap(({ row, values }) =>
    row !== null && dropped.has(row) && typeof values.row === 'number' && isHanded(values.row) ? [row] : [],
  )
  const all = report.counts.rows
  return new Set([
    ...Array.from({ length: all }, (_, index) => index + 2).filter(isHanded),
    ...rows.filter(({ cells }) => keys.has(keyOf(cells))).map(({ number }) => number),
    ...repeated,
  ])
}

function problemsOf(problems: readonly Problem[], isLeft: (row: number) => boolean, numberOf: (row: number) => number) {
  return problems.flatMap((problem) => {
    const { row, values } = problem
    if (row === null) return [problem]
    if (row === 1 || !isLeft(row)) return []
    const other = typeof values.row === 'number' ? { row: numberOf(values.row) } : {}
    return [{ ...problem, row: numberOf(row), values: { ...values, ...other } }]
  })
}

function planOf(
  plan: readonly PlanEntry[],
  isLeft: (row: number) => boolean,
  numberOf: (row: number) => number,
): readonly PlanEntry[] {
  return plan
    .filter(({ row }) => isLeft(row))
    .map((entry) => {
      const later = entry.touchedAgainBy
      const touchedAgainBy = later !== null && isLeft(later) ? numberOf(later) : null
      return { ...entry, row: numberOf(entry.row), touchedAgainBy }
    })
}

function correctedOf(
  corrected: Report['corrected'],
  { columns, rows }: KeptRows,
  isLeft: (row: number) => boolean,
  onlyHanded: ReadonlySet<string>,
): Report['corrected'] {
  const left = rows.filter(({ number }) => isLeft(number))
  if (corrected === null || left.length === 0) return null
  const ours = (_: string, index: number) => !onlyHanded.has(columns[index]!)
  const text = printTable(
    [columns, ...left.map(({ cells }) => cells)].map((cells) => cells.filter(ours)),
    corrected.delimiter,
  )
  return fileOfText(text, corrected.delimiter, left.length)
}
