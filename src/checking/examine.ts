// The rows in order: each ends in exactly one place, the corrected file, the rejected rows, or dropped.
import type { Delimiter, Row } from '../table/table.ts'
import { examineRow } from './examine-row.ts'
import type { Header } from './header.ts'
import { makePlanner } from './plan.ts'
import type { PlanEntry, Problem } from './report.ts'
import { openDesk } from './row-desk.ts'
import type { Context } from './rule.ts'
import type { RuleBook } from './rule-book.ts'

export type Examined = {
  /** A fault of the file that only its rows show. */
  readonly fault: Problem | null
  readonly problems: readonly Problem[]
  readonly plan: () => readonly PlanEntry[]
  readonly rows: number
  readonly rejected: readonly Row[]
  readonly droppedRows: readonly number[]
  /** Rows of the corrected file, as they are written. */
  readonly lines: readonly string[]
  /** True when a row was changed, repaired or dropped. */
  readonly isChanged: boolean
  readonly people: number
  readonly courses: number
}

/** Separators of the posted and of the corrected file; the posted one is null when the file was no text. */
export type Delimiters = { readonly posted: Delimiter | null; readonly written: Delimiter }

/** `progress` hears the number of rows done, every thousand. */
export function examine(
  rows: Iterable<Row>,
  header: Header,
  delimiters: Delimiters,
  book: RuleBook,
  context: Context,
  progress?: (rows: number) => void,
): Examined {
  const desk = openDesk(header, delimiters, book, context)
  const planner = makePlanner(context.today, desk.usernameOf)
  const problems: Problem[] = []
  const lines: string[] = []
  const rejected: Row[] = []
  const droppedRows: number[] = []
  const courses = new Set<string>()
  let people = 0
  let fault: Problem | null = null
  let count = 0
  let isChanged = false
  for (const row of rows) {
    if (++count % 1000 === 0) progress?.(count)
    const outcome = examineRow(row, desk)
    if (outcome.fate === 'stopped') {
      fault = outcome.problems[0]
      break
    }
    for (const problem of outcome.problems) problems.push(problem)
    if (outcome.isChanged) isChanged = true
    if (outcome.fate === 'dropped') droppedRows.push(row.number)
    if (outcome.fate === 'rejected') {
      rejected.push(row)
      if (outcome.entry) desk.people.add(outcome.entry, true)
    }
    if (outcome.fate !== 'kept') continue
    const { entry } = outcome
    lines.push(entry.line)
    planner.add(entry)
    if (!entry.past?.isAccepted) people++
    desk.people.add(entry, false)
    for (const { course } of entry.slots) if (course !== '') courses.add(course)
  }
  return {
    fault,
    problems,
    plan: planner.entries,
    rows: count,
    rejected,
    droppedRows,
    lines,
    isChanged,
    people,
    courses: courses.size,
  }
}
