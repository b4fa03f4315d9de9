// When a requester is reminded. It is computed afresh at each tick from what the store knows, so that a bot that slept
// says the last word only; a unique job per key makes each reminder go out at most once.
import type { Batch } from './batch.ts'
import { isWorkingHour, type Workplace, workingDaysAfter } from './calendar.ts'

/** A reminder that is due. */
export type Reminder = {
  /** 1 to 3; null when the requester asked for it with "remind me tomorrow". */
  readonly number: number | null
  /** The same at every tick until something comes of the requester, different for each reminder of each batch. */
  readonly key: string
}

export type Remindable = Pick<Batch, 'id' | 'state' | 'accounts' | 'retryOn' | 'quietUntil'>

/** Scheduled reminders while nothing comes. */
export const mostReminders = 3
const firstAfterWorkingDays = 2
/** Two reminders are at least so far apart: when one is late, or another was asked for, one of them gives way. */
const apart = Temporal.Duration.from({ hours: 48 })

/**
 * What the requester of that batch is to be reminded of now, or null. `since`: when the last file or answer of theirs
 * came. The first is due 2 working days later, the next ones a week after one another, at working hours of the person
 * (`timezone`, null: of the site). Until `quietUntil` there is none, then one at once.
 */
export function reminderDue(
  batch: Remindable,
  since: Temporal.Instant,
  now: Temporal.Instant,
  site: Workplace,
  timezone: string | null,
): Reminder | null {
  if (!needsRequester(batch) || !isWorkingHour(now, site, timezone)) return null
  const asked = askedFor(batch, since)
  if (asked && isBefore(now, asked)) return null
  const planned = plan(since, asked, site)
  const last = planned.findLastIndex(({ at }) => !isBefore(now, at))
  const [due, next] = [planned[last], planned[last + 1]]
  if (!due || (due.number !== null && next && isClose(now, next.at))) return null
  return { number: due.number, key: keyOf(batch, since, due) }
}

/** True while nothing goes on without the requester: rows to mend, or the question on the accounts to answer. */
export function needsRequester({ state, accounts, retryOn }: Remindable): boolean {
  return state === 'needs-changes' || (state === 'waiting' && accounts === null && retryOn === null)
}

type Planned = { readonly at: Temporal.Instant; readonly number: number | null }

/** All reminders of one standstill in their order, as if each went out in time. */
function plan(since: Temporal.Instant, asked: Temporal.Instant | null, site: Workplace): readonly Planned[] {
  const first = workingDaysAfter(since, firstAfterWorkingDays, site).toZonedDateTimeISO(site.timezone)
  const scheduled = Array.from({ length: mostReminders }, (_, weeks) => ({
    at: first.add({ weeks }).toInstant(),
    number: weeks + 1,
  }))
  if (!asked) return scheduled
  const before = scheduled.filter(({ at }) => isBefore(at, asked))
  const after = scheduled.filter(({ at }) => !isBefore(at, asked.add(apart)))
  return [...before, { at: asked, number: null }, ...after]
}

/** What came after the quiet time is a new standstill. */
const askedFor = ({ quietUntil }: Remindable, since: Temporal.Instant): Temporal.Instant | null =>
  quietUntil && isBefore(since, quietUntil) ? quietUntil : null

const keyOf = ({ id }: Remindable, since: Temporal.Instant, { at, number }: Planned): string =>
  number === null ? `remind ${id} asked ${at.epochMilliseconds}` : `remind ${id} ${since.epochMilliseconds} ${number}`

const isClose = (now: Temporal.Instant, next: Temporal.Instant): boolean => isBefore(next, now.add(apart))

const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) < 0
