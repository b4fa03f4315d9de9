// What uploading the accepted rows will do, one line per (row, courseN), as Moodle does it (rules 45, 53–61).
import type { Entry, Slot } from './entry.ts'
import type { PlanEntry } from './report.ts'

/** Grows row by row; an entry is looked at again when a later row touches the same person and course. */
export type Planner = {
  add(entry: Entry): void
  /** Made anew each time. */
  readonly entries: () => readonly PlanEntry[]
}

/**
 * One list per member of the entries: as objects, they and their texts would be what a check keeps most of
 * (docs/performance.md).
 */
type Columns = {
  readonly rows: number[]
  /** The rows as they are written: who it is stands in them. */
  readonly lines: string[]
  readonly courses: string[]
  readonly roles: string[]
  readonly groups: string[]
  readonly starts: string[]
  readonly periods: (number | null)[]
  readonly statuses: PlanEntry['status'][]
  /** Most entries are touched once. */
  readonly touchedAgainBy: Map<number, number>
}

/**
 * `today` is the day of the upload: Moodle's start date where the file gives none. `usernameOf` finds who a written row
 * is about.
 */
export function makePlanner(today: Temporal.PlainDate, usernameOf: (line: string) => string): Planner {
  const columns: Columns = {
    ...{ rows: [], lines: [], courses: [], roles: [], groups: [], starts: [], periods: [], statuses: [] },
    touchedAgainBy: new Map(),
  }
  const start = today.toString()
  const once = textsOnce()
  return {
    add(entry) {
      const first = columns.rows.length
      for (const slot of entry.slots) {
        if (slot.course === '') continue
        const before = earlierOf(entry, slot, columns, first)
        if (before >= 0 && columns.rows[before] !== entry.row) columns.touchedAgainBy.set(before, entry.row)
        columns.rows.push(entry.row)
        columns.lines.push(entry.line)
        columns.courses.push(once(slot.course))
        columns.roles.push(once(slot.role))
        columns.groups.push(once(slot.group))
        columns.starts.push(slot.enroltimestart === '' ? start : once(slot.enroltimestart))
        columns.periods.push(periodOf(slot))
        columns.statuses.push(statusOf(slot, before < 0 ? undefined : columns.statuses[before]))
      }
    },
    entries: () => columns.rows.map((_, index) => entryAt(columns, index, usernameOf)),
  }
}

function entryAt(columns: Columns, index: number, usernameOf: (line: string) => string): PlanEntry {
  const group = columns.groups[index]!
  return {
    row: columns.rows[index]!,
    username: usernameOf(columns.lines[index]!),
    course: columns.courses[index]!,
    role: columns.roles[index]!,
    group: group === '' ? null : group,
    start: columns.starts[index]!,
    periodDays: columns.periods[index]!,
    status: columns.statuses[index]!,
    touchedAgainBy: columns.touchedAgainBy.get(index) ?? null,
  }
}

/** Distinct texts that are kept once; the rest of a file where everything differs is kept as it comes. */
const maxTexts = 5_000

/** Gives, for a text, the same text as it was met first, so that only that one is kept. */
function textsOnce(): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size < maxTexts) known.set(text, text)
    return text
  }
}

/** Where the last entry of the same person and course is, in this row, else in the row that last asked for it; or -1. */
function earlierOf(entry: Entry, slot: Slot, { rows, courses }: Columns, first: number): number {
  for (let i = rows.length - 1; i >= first; i--) if (courses[i] === slot.course) return i
  const row = entry.past?.courses.get(slot.course)?.row
  if (row === undefined) return -1
  for (let i = lastOfRow(rows, row); rows[i] === row; i--) if (courses[i] === slot.course) return i
  return -1
}

/** Entries stand in the order of their rows. */
function lastOfRow(rows: readonly number[], row: number): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rows[middle] ?? 0) <= row) low = middle + 1
    else high = middle
  }
  return low - 1
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
