// What uploading the accepted rows will do, one line per (row, courseN), as Moodle does it (rules 45, 53–61).
import type { Entry, Slot } from './entry.ts'
import type { PlanEntry } from './report.ts'

/** Grows row by row; an entry is looked at again when a later row touches the same person and course. */
export type Planner = { add(entry: Entry): void; readonly entries: readonly PlanEntry[] }

type Draft = { -readonly [K in keyof PlanEntry]: PlanEntry[K] }

/** `today` is the day of the upload: Moodle's start date where the file gives none. */
export function makePlanner(today: Temporal.PlainDate): Planner {
  const entries: Draft[] = []
  const start = today.toString()
  return {
    entries,
    add(entry) {
      const first = entries.length
      for (const slot of entry.slots) {
        if (slot.course === '') continue
        const before = earlierOf(entry, slot, entries, first)
        const draft = planned(entry, slot, before, start)
        if (before && before.row !== draft.row) before.touchedAgainBy = draft.row
        entries.push(draft)
      }
    },
  }
}

/** The last entry of the same person and course: in this row, else in the row that last asked for it. */
function earlierOf(entry: Entry, slot: Slot, entries: readonly Draft[], first: number): Draft | undefined {
  for (let i = entries.length - 1; i >= first; i--) if (entries[i]?.course === slot.course) return entries[i]
  const row = entry.past?.courses.get(slot.course)?.row
  if (row === undefined) return undefined
  for (let i = lastOfRow(entries, row); entries[i]?.row === row; i--)
    if (entries[i]?.course === slot.course) return entries[i]
  return undefined
}

/** Entries stand in the order of their rows. */
function lastOfRow(entries: readonly Draft[], row: number): number {
  let [low, high] = [0, entries.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((entries[middle]?.row ?? 0) <= row) low = middle + 1
    else high = middle
  }
  return low - 1
}

function planned(entry: Entry, slot: Slot, before: Draft | undefined, today: string): Draft {
  return {
    row: entry.row,
    username: entry.username,
    course: slot.course,
    role: slot.role,
    group: slot.group === '' ? null : slot.group,
    start: slot.enroltimestart === '' ? today : slot.enroltimestart,
    periodDays: periodOf(slot),
    status: statusOf(slot, before),
    touchedAgainBy: null,
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
function statusOf(slot: Slot, before: Draft | undefined): 'active' | 'suspended' {
  if (slot.enrolstatus !== '') return slot.enrolstatus === '1' ? 'suspended' : 'active'
  if (before) return before.status
  return slot.existing?.find(({ method }) => method === 'manual')?.status ?? 'active'
}
