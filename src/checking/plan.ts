// What uploading the accepted rows will do, one line per (row, courseN), as Moodle does it (rules 45, 53–61).
import type { Entry, Slot } from './entry.ts'
import { makeInt32List } from './int32-list.ts'
import type { PlanEntry } from './report.ts'

/** Grows row by row; an entry is looked at again when a later row touches the same person and course. */
export interface Planner {
  /** Plans a row by its index in the ledger. `terms`: what `termOf` would answer for its slots, where that is known. */
  add(entry: Entry, index: number, terms?: readonly (number | null)[]): void
  /** What a slot asks for of which nothing was asked before: the number by which `put` knows it. */
  termOf(slot: Slot): number
  /** Plans one slot, of which nothing was asked before, of the row of that index. */
  put(term: number, index: number): void
  /** Distinct courses of all that is planned. */
  courses(): number
  /** Made anew each time. */
  readonly entries: () => readonly PlanEntry[]
}

/** What is planned, but for whom: many rows share it. */
type Term = Pick<PlanEntry, 'course' | 'role' | 'group' | 'start' | 'periodDays' | 'status'>

/** The rows that are planned, as the ledger knows them. */
export type PlannedRows = { numberOf(index: number): number; usernameOf(index: number): string }

/** Distinct terms that are kept once; the rest of a file where everything differs is kept as it comes. */
const mostShared = 5_000

/** `today` is the day of the upload: Moodle's start date where the file gives none. `expected`: how many entries. */
export function makePlanner(today: Temporal.PlainDate, planned: PlannedRows, expected: number): Planner {
  const rows = makeInt32List(expected)
  const terms = makeInt32List(expected)
  const known: Term[] = []
  const numbers = new Map<string, number>()
  /** For each term, whether a row was planned by it. */
  const areUsed: boolean[] = []
  /** Most entries are touched once. */
  const touchedAgainBy = new Map<number, number>()
  const day = today.toString()
  const termAt = (entry: number): Term => known[terms.at(entry)]!

  function termOf(slot: Slot, before?: Term): number {
    const { course, role, group, enroltimestart } = slot
    const [period, status] = [periodOf(slot), statusOf(slot, before?.status)]
    // No cell that is written holds a line break.
    const key = `${course}\n${role}\n${group}\n${enroltimestart}\n${period}\n${status}`
    const number = numbers.get(key)
    if (number !== undefined) return number
    if (numbers.size < mostShared) numbers.set(key, known.length)
    const start = enroltimestart === '' ? day : enroltimestart
    areUsed.push(false)
    return known.push({ course, role, group: group === '' ? null : group, start, periodDays: period, status }) - 1
  }

  function put(term: number, index: number): void {
    areUsed[term] = true
    rows.push(index)
    terms.push(term)
  }

  /** Where the last entry of the same person and course is, in this row, else in the row that last asked for it; or -1. */
  function earlierOf(entry: Entry, course: string, first: number): number {
    for (let i = rows.length - 1; i >= first; i--) if (termAt(i).course === course) return i
    const row = entry.past?.lastTime(course)?.row
    if (row === undefined) return -1
    for (let i = lastOfRow(row); i >= 0 && planned.numberOf(rows.at(i)) === row; i--)
      if (termAt(i).course === course) return i
    return -1
  }

  /** Entries stand in the order of their rows. */
  function lastOfRow(row: number): number {
    let [low, high] = [0, rows.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (planned.numberOf(rows.at(middle)) <= row) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  return {
    add(entry, index, terms) {
      const first = rows.length
      for (const [i, slot] of entry.slots.entries()) {
        if (slot.course === '') continue
        const before = earlierOf(entry, slot.course, first)
        if (before >= 0 && rows.at(before) !== index) touchedAgainBy.set(before, entry.row)
        put(before < 0 ? (terms?.[i] ?? termOf(slot)) : termOf(slot, termAt(before)), index)
      }
    },
    termOf: (slot) => termOf(slot),
    put,
    courses: () => new Set(known.flatMap(({ course }, term) => (areUsed[term] ? [course] : []))).size,
    entries: () =>
      Array.from({ length: rows.length }, (_, entry) => ({
        row: planned.numberOf(rows.at(entry)),
        username: planned.usernameOf(rows.at(entry)),
        ...termAt(entry),
        touchedAgainBy: touchedAgainBy.get(entry) ?? null,
      })),
  }
}

/** Days; null: no end, or the course's default is not known. Empty and 0 mean the course's default (rule 54). */
export function periodOf(slot: Slot): number | null {
  const given = slot.enrolperiod === '' ? 0 : Number(slot.enrolperiod)
  if (given > 0) return given
  const manual = slot.known?.manual
  const byDefault = typeof manual === 'object' ? (manual?.defaultPeriodDays ?? 0) : 0
  return byDefault > 0 ? byDefault : null
}

/** An empty status keeps what the earlier row or the site has; a new enrolment is active (rule 56). */
function statusOf(slot: Slot, before: PlanEntry['status'] | undefined): PlanEntry['status'] {
  if (slot.enrolstatus !== '') return slot.enrolstatus === '1' ? 'suspended' : 'active'
  if (before) return before
  return slot.existing?.find(({ method }) => method === 'manual')?.status ?? 'active'
}
