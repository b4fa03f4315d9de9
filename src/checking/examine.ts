// The rows in order: each ends in exactly one place, the corrected file, the rejected rows, or dropped.
import type { PlainTable } from '../table/row-cursor.ts'
import type { Delimiter, Row } from '../table/table.ts'
import { examineRow } from './examine-row.ts'
import type { Header } from './header.ts'
import type { Ledger, Place } from './ledger.ts'
import { plainRows } from './plain-rows.ts'
import type { PlanEntry, Problem } from './report.ts'
import { openDesk, type RowDesk } from './row-desk.ts'
import type { Context } from './rule.ts'
import type { RuleBook } from './rule-book.ts'
import { join, joinRefused } from './series.ts'

export type Examined = {
  /** A fault of the file that only its rows show. */
  readonly fault: Problem | null
  readonly problems: readonly Problem[]
  readonly plan: () => readonly PlanEntry[]
  readonly rows: number
  readonly rejected: readonly Row[]
  readonly droppedRows: readonly number[]
  /** Holds the rows of the corrected file, as they are written. */
  readonly ledger: Ledger
  /** True when a row was changed, repaired or dropped. */
  readonly isChanged: boolean
  readonly people: number
  readonly courses: number
}

/** Separators of the posted and of the corrected file; the posted one is null when the file was no text. */
export type Delimiters = { readonly posted: Delimiter | null; readonly written: Delimiter }

/** The data rows, and where they are when each is nothing but a line. */
export type Posted = { readonly rows: () => Iterable<Row>; readonly plain: PlainTable | null }

/** `progress` hears the number of rows done, every thousand. */
export function examine(
  posted: Posted,
  header: Header,
  delimiters: Delimiters,
  book: RuleBook,
  context: Context,
  progress?: (rows: number) => void,
): Examined {
  const desk = openDesk(header, delimiters, book, context, posted.plain?.bytes ?? new Uint8Array())
  const examiner = new Examiner(desk)
  const count = (): void => {
    if (++examiner.rows % 1000 === 0) progress?.(examiner.rows)
  }
  if (posted.plain !== null && desk.copies) examinePlain(posted.plain, examiner, count)
  else
    for (const row of posted.rows()) {
      count()
      examiner.take(row, null)
      if (examiner.fault) break
    }
  return examiner
}

function examinePlain(table: PlainTable, examiner: Examiner, count: () => void): void {
  const { row, keep } = plainRows(table, examiner.desk)
  while (examiner.fault === null && row.next()) {
    count()
    if (!keep()) examiner.take(row.row(), row)
  }
}

class Examiner implements Examined {
  readonly desk: RowDesk
  readonly problems: Problem[] = []
  readonly rejected: Row[] = []
  readonly droppedRows: number[] = []
  fault: Problem | null = null
  rows = 0
  isChanged = false

  constructor(desk: RowDesk) {
    this.desk = desk
  }

  get ledger(): Ledger {
    return this.desk.ledger
  }

  get plan(): () => readonly PlanEntry[] {
    return this.desk.planner.entries
  }

  get people(): number {
    return this.desk.people.accepted()
  }

  get courses(): number {
    return this.desk.planner.courses()
  }

  take(row: Row, place: Place | null): void {
    const outcome = examineRow(row, this.desk)
    if (outcome.fate === 'stopped') {
      this.fault = outcome.problems[0]
      return
    }
    for (const problem of outcome.problems) this.problems.push(problem)
    if (outcome.isChanged) this.isChanged = true
    if (outcome.fate === 'dropped') this.droppedRows.push(row.number)
    if (outcome.fate === 'rejected') this.rejected.push(row)
    if (outcome.fate === 'dropped' || outcome.entry === null) return
    const { line } = outcome.entry
    const written = place !== null && line === row.line ? place : line
    if (outcome.fate === 'rejected') joinRefused(outcome.entry, written, this.desk)
    else join(outcome.entry, written, this.desk)
  }
}
