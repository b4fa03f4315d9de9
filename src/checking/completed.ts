// The check of a file that goes on from an earlier one: rows that were good wait for those that were mended, and what
// staff marked as done counts as being in Moodle.

import { printTable } from '../table/print.ts'
import type { Row } from '../table/table.ts'
import { type CanonicalRows, readCanonical, without } from './canonical-rows.ts'
import { type CheckOptions, check, defaultLimits, writtenDelimiter } from './check.ts'
import { type Combined, combine } from './combined.ts'
import { fileOfText } from './corrected-file.ts'
import { readHeader } from './header.ts'
import { open } from './open.ts'
import { isError } from './problem.ts'
import type { Problem, Report } from './report.ts'
import type { Rule } from './rule.ts'
import type { Limits } from './source.ts'
import { isOfFile, reportTogether, rowsOf } from './together.ts'

/** Corrected texts of the same request: rows that were good, and rows that staff marked as done. */
export type Before = { readonly good: Uint8Array | null; readonly handed: Uint8Array | null }

export const nothingBefore: Before = { good: null, handed: null }

export type Completed = {
  /** On what is left to do. Rows from before have numbers after the last posted row, see `earlier`. */
  readonly report: Report
  /** The table that the report speaks of, under the columns of `report.file`. */
  readonly table: () => { readonly columns: readonly string[]; readonly rows: () => Iterable<Row> }
  /** The file holds rows to review, mended, and not the whole request. */
  readonly completes: boolean
  /** How many rows are marked as done. */
  readonly handed: number
  /** Numbers of the rows that were good before and of those marked as done: as many of them, after the last posted row. */
  readonly earlier: { readonly last: number; readonly good: number; readonly handed: number }
  /** Every good row of the request that is not marked as done; those from before when this file could not be examined. */
  readonly good: Report['corrected']
}

/**
 * Checks a posted file. One with a column `problem` holds rows to review, mended, and is checked together with the good
 * rows before it; any other replaces them. Never throws for what a file holds.
 */
export function checkAfter(bytes: Uint8Array, options: CheckOptions, before: Before): Completed {
  const limits = options.limits ?? defaultLimits
  const [good, handed] = [readCanonical(before.good), readCanonical(before.handed)]
  const isFirst = good.rows.length + handed.rows.length === 0
  const alone = check(bytes, isFirst ? options : { ...options, progress: unheard })
  const completes = isRemainder(alone)
  const known = { completes, handed: handed.rows.length, earlier: none }
  const table = () => open(bytes, limits)
  if (isFaulty(alone)) return { ...known, report: alone, table, good: goodBefore(good, handed, alone) }
  const earlier = { good: completes ? good : noRows, handed }
  if (earlier.good.rows.length + handed.rows.length === 0)
    return { ...known, report: alone, table, good: alone.corrected }
  const leftOut = shapeDrops(alone, options.rules)
  const combined = combine(open(bytes, limits), earlier, rowsOf(leftOut), writtenDelimiter(alone.file.delimiter))
  const whole = check(encode(combined.text), { ...options, limits: wider(limits, combined) })
  if (isFaulty(whole)) return { ...known, report: stopped(alone, whole), table, good: goodBefore(good, handed, alone) }
  const report = reportTogether({ alone, whole, combined, leftOut, completes }, options)
  return { ...known, report, table: () => tableOf(combined), earlier: combined.earlier, good: report.corrected }
}

/** Of the two checks of a file, people hear how far the second is. */
const unheard = () => undefined

const none = { last: 0, good: 0, handed: 0 }
const noRows: CanonicalRows = { columns: [], rows: [] }
const encode = (text: string) => new TextEncoder().encode(text)

const isRemainder = ({ file }: Report): boolean =>
  readHeader(file.columns, () => []).columns.some(({ kind }) => kind === 'ours')

/** True when the file itself is at fault and its rows were not examined. */
const isFaulty = ({ problems, verdict }: Report): boolean =>
  verdict === 'unreadable' || problems.some((problem) => isError(problem) && isOfFile(problem))

function goodBefore(good: CanonicalRows, handed: CanonicalRows, { file }: Report): Report['corrected'] {
  const { columns, rows } = without(good, handed)
  const delimiter = writtenDelimiter(file.delimiter)
  return rows.length === 0 ? null : fileOfText(printTable([columns, ...rows], delimiter), delimiter, rows.length)
}

/** What was said of rows that are no rows of data: they are not looked at again, as the header is no longer the posted one. */
function shapeDrops({ problems, droppedRows }: Report, rules: readonly Rule[]): readonly Problem[] {
  const codes = new Set(rules.flatMap((rule) => (rule.scope === 'shape' && rule.drops ? [rule.code] : [])))
  const dropped = new Set(droppedRows)
  return problems.filter(({ code, row }) => row !== null && dropped.has(row) && codes.has(code))
}

/** The posted file was within the limits; what was handed over before does not count. */
const wider = ({ rows }: Limits, { origins }: Combined): Limits => ({
  rows: rows + origins.length,
  bytes: Number.MAX_SAFE_INTEGER,
})

/** Rows marked as done are not told. */
const tableOf = ({ columns, origins, told }: Combined) => ({
  columns,
  rows: () =>
    origins.flatMap(({ from, row }) => (from === 'handed' ? [] : [told(row)])).toSorted((a, b) => a.number - b.number),
})

/** The columns of both together are a fault. */
function stopped(alone: Report, whole: Report): Report {
  const { file, site, verified, counts } = alone
  const nothing = { unreadable: null, plan: [], droppedRows: [], rejected: [], corrected: null }
  const none = { rows: counts.rows, corrected: 0, rejected: 0, dropped: 0 }
  return { file, site, verified, verdict: 'blocked', problems: whole.problems, counts: none, ...nothing }
}
