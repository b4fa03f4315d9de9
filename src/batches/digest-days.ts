// When a digest is due and which days it tells of.
import { isWorkingDay, type Workplace, workingDayBefore } from './calendar.ts'

/** Days that the chart and the mistakes are about. */
const weekDays = 7

/** The day whose digest can be posted now, or null; whoever posts it does so once per day and channel, by `digestKey`. */
export function digestDue(now: Temporal.Instant, site: Workplace): Temporal.PlainDate | null {
  const local = now.toZonedDateTimeISO(site.timezone)
  const today = local.toPlainDate()
  const isEarly = Temporal.PlainTime.compare(local.toPlainTime(), site.hours.digest) < 0
  return isEarly || !isWorkingDay(today, site) ? null : today
}

/** Of the one job that posts it. */
export const digestKey = (channel: string, date: Temporal.PlainDate): string => `digest ${channel} ${date.toString()}`

/** From when on a digest has to know what happened: the week before today, or more when holidays were longer. */
export function digestFrom(now: Temporal.Instant, site: Workplace): Temporal.Instant {
  const { week, lastWorkingDay } = digestDays(now, site)
  const isLonger = Temporal.PlainDate.compare(lastWorkingDay, week[0]!) < 0
  return (isLonger ? lastWorkingDay : week[0]!).toZonedDateTime(site.timezone).toInstant()
}

export type DigestDays = {
  readonly today: Temporal.PlainDate
  /** The seven days before today, oldest first. */
  readonly week: readonly Temporal.PlainDate[]
  readonly lastWorkingDay: Temporal.PlainDate
}

/** The days of the digest of today, as the site counts them. */
export function digestDays(now: Temporal.Instant, site: Workplace): DigestDays {
  const today = dayOf(now, site)
  const week = Array.from({ length: weekDays }, (_, index) => today.subtract({ days: weekDays - index }))
  return { today, week, lastWorkingDay: workingDayBefore(today, site) }
}

/** The day of that moment, as the site counts it. */
export const dayOf = (at: Temporal.Instant, { timezone }: Pick<Workplace, 'timezone'>): Temporal.PlainDate =>
  at.toZonedDateTimeISO(timezone).toPlainDate()
