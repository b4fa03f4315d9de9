// All requests of one channel at a glance: what waits for whom and since when, what is done, what goes wrong most.
import type { Batch, BatchState } from './batch.ts'
import type { Workplace } from './calendar.ts'
import { dayOf, digestDays } from './digest-days.ts'
import type { HistoryEntry } from './history.ts'
import { type Checked, type Mistake, mistakesOf } from './mistakes.ts'
import { isOverdue, type Standstill } from './overdue.ts'
import type { Standing } from './standing.ts'

/** Rows of a request by what they wait for. */
export type Rows = Pick<Standing, 'good' | 'faulty' | 'waiting'>

/** Of one channel. What else the caller knows of a pending request (its link, a name) comes back beside it. */
export type Happenings<Known extends Standstill> = {
  readonly pending: readonly Known[]
  /** What happened from `digestFrom` on, or earlier, in any order. */
  readonly history: readonly Pick<HistoryEntry, 'at' | 'event' | 'rows'>[]
  /** Files checked from `digestFrom` on, or earlier, in any order. */
  readonly checked: readonly Checked[]
}

export type Digest<Known extends Standstill> = {
  readonly date: Temporal.PlainDate
  /** Overdue first, then by state, oldest first. */
  readonly lines: readonly DigestLine<Known>[]
  /** From the last working day (`from`) up to today. */
  readonly done: { readonly from: Temporal.PlainDate; readonly requests: number; readonly rows: number }
  /** At most three, most rows first. */
  readonly mistakes: readonly Mistake[]
  /** Files received on each of the seven days before today, oldest first. */
  readonly activity: readonly Day[]
}

export type DigestLine<Known> = {
  readonly request: Known
  /** Nights since it got into its state. */
  readonly days: number
  readonly isOverdue: boolean
}

export type Day = { readonly date: Temporal.PlainDate; readonly files: number }

/** Mistakes that are named. */
const most = 3

/** The digest of today, as the site counts days; what happens today is told tomorrow. */
export function digestOf<Known extends Standstill>(
  { pending, history, checked }: Happenings<Known>,
  now: Temporal.Instant,
  site: Workplace,
): Digest<Known> {
  const { today, week, lastWorkingDay } = digestDays(now, site)
  const isFrom = (first: Temporal.PlainDate) => (one: { readonly at: Temporal.Instant }) => {
    const day = dayOf(one.at, site)
    return Temporal.PlainDate.compare(day, first) >= 0 && Temporal.PlainDate.compare(day, today) < 0
  }
  const ofWeek = checked.filter(isFrom(week[0]!))
  return {
    date: today,
    lines: linesOf(pending, now, site),
    done: { from: lastWorkingDay, ...handedOver(history.filter(isFrom(lastWorkingDay))) },
    mistakes: mistakesOf(ofWeek).slice(0, most),
    activity: week.map((date) => ({ date, files: ofWeek.filter(({ at }) => dayOf(at, site).equals(date)).length })),
  }
}

/** When a batch got into the state in which it is; `history` is its own, oldest first. */
export const inStateSince = (
  { createdAt }: Pick<Batch, 'createdAt'>,
  history: readonly Pick<HistoryEntry, 'at' | 'from' | 'to'>[],
): Temporal.Instant => history.findLast(({ from, to }) => from !== to)?.at ?? createdAt

function handedOver(history: Happenings<Standstill>['history']) {
  const handed = history.filter(({ event }) => event === 'done' || event === 'handed')
  return {
    requests: handed.filter(({ event }) => event === 'done').length,
    rows: handed.reduce((sum, { rows }) => sum + rows, 0),
  }
}

const order: readonly BatchState[] = ['ready', 'needs-changes', 'waiting', 'received']

function linesOf<Known extends Standstill>(
  pending: readonly Known[],
  now: Temporal.Instant,
  site: Workplace,
): readonly DigestLine<Known>[] {
  const today = dayOf(now, site)
  return pending
    .map((request) => ({
      request,
      days: dayOf(request.since, site).until(today).total('days'),
      isOverdue: isOverdue(request, now, site),
    }))
    .toSorted(byUrgency)
}

function byUrgency(a: DigestLine<Standstill>, b: DigestLine<Standstill>): number {
  const place = ({ request }: DigestLine<Standstill>) => order.indexOf(request.batch.state)
  const overdue = Number(b.isOverdue) - Number(a.isOverdue)
  return overdue || place(a) - place(b) || Temporal.Instant.compare(a.request.since, b.request.since)
}
