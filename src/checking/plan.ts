// What uploading the accepted rows will do, one line per (row, courseN), as Moodle does it (rules 45, 53–61).
import type { Entry, Slot } from './entry.ts'
import type { PlanEntry } from './report.ts'

/** Grows row by row; entries of one person are looked at again when a later row touches the same course. */
export type Planner = { add(entry: Entry): void; readonly entries: readonly PlanEntry[] }

type Draft = { -readonly [K in keyof PlanEntry]: PlanEntry[K] }

/** `today` is the day of the upload: Moodle's start date where the file gives none. */
export function makePlanner(today: Temporal.PlainDate): Planner {
  const entries: Draft[] = []
  const last = new Map<string, Draft | Draft[]>()
  const start = today.toString()
  return {
    entries,
    add(entry) {
      for (const slot of entry.slots) {
        if (slot.course === '') continue
        const before =
          entry.earlier.length > 0 || entry.slots.length > 1
            ? touched(last.get(entry.username), slot.course)
            : undefined
        const draft = planned(entry, slot, before, start)
        if (before && before.row !== draft.row) before.touchedAgainBy = draft.row
        entries.push(draft)
        remember(last, entry.username, draft)
      }
    },
  }
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
  const given = Number(slot.enrolperiod)
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

function touched(past: Draft | Draft[] | undefined, course: string): Draft | undefined {
  if (past === undefined) return undefined
  return Array.isArray(past) ? past.findLast((it) => it.course === course) : past.course === course ? past : undefined
}

function remember(last: Map<string, Draft | Draft[]>, username: string, draft: Draft): void {
  const past = last.get(username)
  if (past === undefined) last.set(username, draft)
  else if (Array.isArray(past)) past.push(draft)
  else last.set(username, [past, draft])
}
