// One row: its shape, its cells, the person, the enrolments, the rows before it. A row is whole: it goes to one place.
import { printRow } from '../table/print.ts'
import type { Row } from '../table/table.ts'
import type { Entry } from './entry.ts'
import { isAbout } from './person.ts'
import { isError, problemOf, safeEdit } from './problem.ts'
import type { Problem } from './report.ts'
import type { RowDesk } from './row-desk.ts'
import { is, shapeOf } from './row-shape.ts'
import type { Answer, Finding, Rule } from './rule.ts'
import { concerns } from './series.ts'
import { makeEntry } from './slots.ts'

type Outcome =
  | { readonly fate: 'stopped'; readonly problems: readonly [Problem]; readonly isChanged: false }
  | { readonly fate: 'dropped'; readonly problems: readonly Problem[]; readonly isChanged: boolean }
  | {
      readonly fate: 'rejected'
      readonly problems: readonly Problem[]
      readonly isChanged: boolean
      /** Null when its cells were not examined. */
      readonly entry: Entry | null
    }
  | { readonly fate: 'kept'; readonly problems: readonly Problem[]; readonly isChanged: boolean; readonly entry: Entry }

/** A row under examination: rules may still change its cells. Most rows have no fault, so lists are made when needed. */
type Draft = {
  readonly row: Row
  values: readonly string[]
  problems: readonly Problem[]
  faults: ReadonlySet<string>
  isChanged: boolean
}

const noProblems: readonly Problem[] = []
const noFaults: ReadonlySet<string> = new Set()

/** The caller remembers the entry once it has planned it: what was asked earlier must not yet hold this row. */
export function examineRow(row: Row, desk: RowDesk): Outcome {
  const draft: Draft = { row, values: row.cells, problems: noProblems, faults: noFaults, isChanged: false }
  const fate = shape(draft, desk)
  if (fate === 'stopped') return { fate, problems: [draft.problems.at(-1)!], isChanged: false }
  if (fate === 'dropped') return { fate, problems: draft.problems.slice(-1), isChanged: true }
  if (fate === 'rejected') return { fate, problems: draft.problems.slice(-1), isChanged: false, entry: null }
  clean(draft, desk)
  const { entry, drop } = ask(draft, desk)
  if (drop) return { fate: 'dropped', problems: [drop], isChanged: true }
  const { problems, isChanged, faults } = draft
  return { fate: faults.size > 0 ? 'rejected' : 'kept', problems, isChanged, entry }
}

/** The first rule that speaks decides, unless it repairs the row and the next may look at it again. */
function shape(draft: Draft, { book, header, context }: RowDesk): 'dropped' | 'rejected' | 'stopped' | null {
  let seen = shapeOf(draft.values)
  for (const rule of book.shape) {
    if (!is[rule.about](seen, header)) continue
    const finding = rule.check(draft.values, header, context)
    if (finding === null) continue
    const place = { row: rule.stops ? null : draft.row.number, field: null, value: null }
    const problem = problemOf(rule, finding, place)
    draft.problems = [...draft.problems, problem]
    if (rule.stops) return 'stopped'
    if (rule.drops) return 'dropped'
    if (isError(problem)) return 'rejected'
    if (!rule.repair) continue
    draft.values = rule.repair(draft.values, header)
    seen = shapeOf(draft.values)
  }
  draft.isChanged = draft.values !== draft.row.cells
  return null
}

/** Puts the cells of the kept columns in their order, each as its rules leave it. */
function clean(draft: Draft, { cleaners, watched, keepsAll }: RowDesk): void {
  const posted = draft.values
  if (!keepsAll) draft.values = cleaners.map(({ column }) => posted[column.index] ?? '')
  for (let place = 0; place < cleaners.length; place++) {
    const cleaned = cleaners[place]!.clean(draft.values[place] ?? '')
    if (cleaned === null) continue
    note(draft, cleaned.found)
    if (cleaned.value !== draft.values[place]) change(draft, place, cleaned.value)
  }
  for (const { column, clean: look } of watched) note(draft, look(posted[column.index] ?? '')?.found ?? noProblems)
}

function change(draft: Draft, place: number, value: string): void {
  draft.values = draft.values.with(place, value)
  draft.isChanged = true
}

function note(draft: Draft, found: readonly Problem[]): void {
  if (found.length === 0) return
  const placed = found.map((problem) => ({ ...problem, row: draft.row.number }))
  draft.problems = [...draft.problems, ...placed]
  const faulty = placed.filter(isError).map(({ field }) => field ?? '')
  if (faulty.length > 0) draft.faults = new Set([...draft.faults, ...faulty])
}

/** Asks the rules on the whole row; series rules hear only rows without a fault, except the one that drops doubles. */
function ask(draft: Draft, desk: RowDesk): { readonly entry: Entry; readonly drop: Problem | null } {
  const { book, context, series } = desk
  let entry = entryOf(draft, desk)
  for (const rule of book.person) {
    if (!isAbout(rule, entry)) continue
    entry = heed(draft, desk, rule, rule.check(entry, context), entry)
  }
  for (const rule of book.enrolment) {
    for (let i = 0; i < entry.slots.length; i++) {
      entry = heed(draft, desk, rule, rule.check(entry.slots[i]!, context), entry)
    }
  }
  for (const { rule, check } of series) {
    if ((draft.faults.size > 0 && !rule.drops) || !concerns[rule.about](entry)) continue
    const answer = check(entry)
    if (answer !== null && rule.drops) return { entry, drop: problemOf(rule, answer as Finding, wholeRow(draft)) }
    entry = heed(draft, desk, rule, answer, entry)
  }
  return { entry, drop: null }
}

const wholeRow = ({ row }: Draft) => ({ row: row.number, field: null, value: null })

/** Notes what a rule found, at most one error a field; returns the entry as it stands after that. */
function heed(draft: Draft, desk: RowDesk, rule: Rule, answer: Answer, entry: Entry): Entry {
  if (answer === null) return entry
  const findings: readonly Finding[] = Array.isArray(answer) ? answer : [answer as Finding]
  for (const finding of findings) {
    const problem = problemOf(rule, finding, wholeRow(draft))
    if (isError(problem) && draft.faults.has(problem.field ?? '')) continue
    note(draft, [problem])
    const edit = safeEdit(rule, finding)
    const place = edit === undefined ? -1 : desk.header.kept.findIndex(({ name }) => name === problem.field)
    if (edit !== undefined && place >= 0) change(draft, place, edit)
  }
  return findings.length === 0 ? entry : entryOf(draft, desk)
}

function entryOf({ row, values, faults, isChanged }: Draft, desk: RowDesk): Entry {
  const line = desk.copies && !isChanged && row.line !== null ? row.line : printRow(values, desk.delimiter)
  return makeEntry(row.number, values, line, faults, desk.layout, desk.context.reference, desk.people)
}
