// One row: its shape, its cells, the person, the enrolments, the rows before it. A row is whole: it goes to one place.
import { printRow } from '../table/print.ts'
import type { Row } from '../table/table.ts'
import type { Entry } from './entry.ts'
import { isError, problemOf, safeEdit } from './problem.ts'
import type { Problem } from './report.ts'
import type { RowDesk } from './row-desk.ts'
import type { Finding, Rule } from './rule.ts'
import { makeEntry } from './slots.ts'

type Outcome =
  | { readonly fate: 'stopped'; readonly problems: readonly [Problem]; readonly isChanged: false }
  | { readonly fate: 'dropped' | 'rejected'; readonly problems: readonly Problem[]; readonly isChanged: boolean }
  | { readonly fate: 'kept'; readonly problems: readonly Problem[]; readonly isChanged: boolean; readonly entry: Entry }

/** A row under examination: rules may still change its cells. */
type Draft = {
  readonly row: Row
  readonly values: string[]
  readonly problems: Problem[]
  readonly faults: Set<string>
  isChanged: boolean
}

type Shaped =
  | { readonly fate: 'dropped' | 'rejected' | 'stopped'; readonly problem: Problem }
  | { readonly fate: null; readonly cells: readonly string[]; readonly problems: Problem[] }

export function examineRow(row: Row, desk: RowDesk): Outcome {
  const shaped = shapeRow(row, desk)
  if (shaped.fate === 'stopped') return { fate: 'stopped', problems: [shaped.problem], isChanged: false }
  if (shaped.fate !== null) {
    return { fate: shaped.fate, problems: [shaped.problem], isChanged: shaped.fate === 'dropped' }
  }
  const draft = cleanRow(row, shaped.cells, shaped.problems, desk)
  const asked = askAll(draft, desk)
  if (asked.drop) return { fate: 'dropped', problems: [asked.drop], isChanged: true }
  const isRejected = draft.faults.size > 0
  desk.people.add(asked.entry, isRejected)
  const { problems, isChanged } = draft
  return isRejected
    ? { fate: 'rejected', problems, isChanged }
    : { fate: 'kept', problems, isChanged, entry: asked.entry }
}

/** The first rule that speaks decides, unless it repairs the row and the next may look at it again. */
function shapeRow(row: Row, { book, header, context }: RowDesk): Shaped {
  let cells = row.cells
  const problems: Problem[] = []
  for (const rule of book.shape) {
    const finding = rule.check(cells, header, context)
    if (finding === null) continue
    const problem = problemOf(rule, finding, { row: rule.stops ? null : row.number, field: null, value: null })
    problems.push(problem)
    if (rule.stops) return { fate: 'stopped', problem }
    if (rule.drops) return { fate: 'dropped', problem }
    if (isError(problem)) return { fate: 'rejected', problem }
    if (rule.repair) cells = rule.repair(cells, header)
  }
  return { fate: null, cells, problems }
}

function cleanRow(row: Row, cells: readonly string[], problems: Problem[], { cleaners, watched }: RowDesk): Draft {
  const draft: Draft = { row, values: [], problems, faults: new Set(), isChanged: cells !== row.cells }
  for (const { column, clean } of cleaners) {
    const posted = cells[column.index] ?? ''
    const cleaned = clean(posted)
    if (cleaned === null) {
      draft.values.push(posted)
      continue
    }
    draft.values.push(cleaned.value)
    if (cleaned.value !== posted) draft.isChanged = true
    note(draft, cleaned.found)
  }
  for (const { column, clean } of watched) note(draft, clean(cells[column.index] ?? '')?.found ?? [])
  return draft
}

function note(draft: Draft, found: readonly Problem[]): void {
  for (const problem of found) {
    draft.problems.push({ ...problem, row: draft.row.number })
    if (isError(problem)) draft.faults.add(problem.field ?? '')
  }
}

/** Asks the rules on the whole row; series rules hear only rows without a fault, except the one that drops doubles. */
function askAll(draft: Draft, desk: RowDesk): { readonly entry: Entry; readonly drop: Problem | null } {
  const { book, context } = desk
  let entry = entryOf(draft, desk)
  const ask = (rule: Rule, answer: Finding | readonly Finding[] | null): void => {
    if (answer !== null && take(draft, rule, Array.isArray(answer) ? answer : [answer as Finding], desk))
      entry = entryOf(draft, desk)
  }
  for (const rule of book.person) ask(rule, rule.check(entry, context))
  for (const rule of book.enrolment) {
    for (let i = 0; i < entry.slots.length; i++) ask(rule, rule.check(entry.slots[i]!, entry, context))
  }
  for (const { rule, check } of desk.series) {
    if (draft.faults.size > 0 && !rule.drops) continue
    const answer = check(entry)
    if (answer !== null && rule.drops) return { entry, drop: problemOf(rule, answer as Finding, wholeRow(draft)) }
    ask(rule, answer)
  }
  return { entry, drop: null }
}

const wholeRow = ({ row }: Draft) => ({ row: row.number, field: null, value: null })

/** Notes findings, at most one error a field. True when a cell was repaired. */
function take(draft: Draft, rule: Rule, findings: readonly Finding[], desk: RowDesk): boolean {
  let isRepaired = false
  for (const finding of findings) {
    const problem = problemOf(rule, finding, wholeRow(draft))
    if (isError(problem) && draft.faults.has(problem.field ?? '')) continue
    note(draft, [problem])
    const edit = safeEdit(rule, finding)
    const place = edit === undefined ? -1 : desk.header.kept.findIndex(({ name }) => name === problem.field)
    if (edit === undefined || place < 0) continue
    draft.values[place] = edit
    draft.isChanged = true
    isRepaired = true
  }
  return isRepaired
}

function entryOf(draft: Draft, desk: RowDesk): Entry {
  const { row, values, faults, isChanged } = draft
  const line = desk.copies && !isChanged && row.line !== null ? row.line : printRow(values, desk.delimiter)
  return makeEntry(row.number, values, line, faults, desk.layout, desk.context.reference, desk.people.past)
}
