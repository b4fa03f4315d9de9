// Days and hours on which people work, counted where they are: every question about "tomorrow" or "at night" is asked here.
import type { Site } from '../moodle/sites.ts'

/** What the days and hours of a site depend on. */
export type Workplace = Pick<Site, 'timezone' | 'hours' | 'holidays'>

/** A day, and the moment of it at which waiting batches are checked again. */
export type Morning = { readonly date: Temporal.PlainDate; readonly at: Temporal.Instant }

/**
 * The morning after today, a Sunday or a holiday as well: accounts of today are old enough then. An hour that the clocks
 * skip is taken after the gap, one that they show twice the first time.
 */
export function nextMorning(now: Temporal.Instant, site: Workplace): Morning {
  const date = now.toZonedDateTimeISO(site.timezone).toPlainDate().add({ days: 1 })
  return { date, at: morningOf(date, site) }
}

/** The moment of that day at which waiting batches are checked again. */
export const morningOf = (date: Temporal.PlainDate, { hours, timezone }: Workplace): Temporal.Instant =>
  momentOf(date, hours.recheck, timezone)

/** Monday to Friday, holidays of the site left out. */
export const isWorkingDay = (date: Temporal.PlainDate, { holidays }: Pick<Workplace, 'holidays'>): boolean =>
  date.dayOfWeek <= 5 && !holidays.includes(date.toString())

/** True when a person may be disturbed; `timezone` is theirs, null when the chat does not say. */
export function isWorkingHour(now: Temporal.Instant, site: Workplace, timezone: string | null): boolean {
  const local = now.toZonedDateTimeISO(timezone ?? site.timezone)
  const { from, until } = site.hours
  return isWorkingDay(local.toPlainDate(), site) && !isBefore(local, from) && isBefore(local, until)
}

/** That moment when it is a working hour, else the next opening hour. */
export function nextWorkingTime(now: Temporal.Instant, site: Workplace, timezone: string | null): Temporal.Instant {
  const local = now.toZonedDateTimeISO(timezone ?? site.timezone)
  if (isWorkingHour(now, site, timezone)) return now
  const today = local.toPlainDate()
  if (isWorkingDay(today, site) && isBefore(local, site.hours.from)) return openingOf(today, site, timezone)
  return nextOpening(now, site, timezone)
}

/** The opening hour of the first working day after today. */
export function nextOpening(now: Temporal.Instant, site: Workplace, timezone: string | null): Temporal.Instant {
  const today = now.toZonedDateTimeISO(timezone ?? site.timezone).toPlainDate()
  return openingFrom(today.add({ days: 1 }), site, timezone)
}

/** The opening hour of that day, or of the first working day after it. */
export const openingFrom = (date: Temporal.PlainDate, site: Workplace, timezone: string | null): Temporal.Instant =>
  openingOf(isWorkingDay(date, site) ? date : workingDayFrom(date, 1, site), site, timezone)

/** The same hour that many working days later; Saturday + 1 is Monday. */
export function workingDaysAfter(instant: Temporal.Instant, days: number, site: Workplace): Temporal.Instant {
  const local = instant.toZonedDateTimeISO(site.timezone)
  const plainTime = local.toPlainTime()
  const date = Array.from({ length: days }).reduce<Temporal.PlainDate>(
    (day) => workingDayFrom(day, 1, site),
    local.toPlainDate(),
  )
  return date.toZonedDateTime({ timeZone: site.timezone, plainTime }).toInstant()
}

/** The last working day before that day. */
export const workingDayBefore = (date: Temporal.PlainDate, site: Pick<Workplace, 'holidays'>): Temporal.PlainDate =>
  workingDayFrom(date, -1, site)

function workingDayFrom(date: Temporal.PlainDate, step: 1 | -1, site: Pick<Workplace, 'holidays'>): Temporal.PlainDate {
  let day = date.add({ days: step })
  while (!isWorkingDay(day, site)) day = day.add({ days: step })
  return day
}

const openingOf = (date: Temporal.PlainDate, site: Workplace, timezone: string | null): Temporal.Instant =>
  momentOf(date, site.hours.from, timezone ?? site.timezone)

const momentOf = (date: Temporal.PlainDate, hour: string, timeZone: string): Temporal.Instant =>
  date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(hour) }).toInstant()

const isBefore = (local: Temporal.ZonedDateTime, hour: string): boolean =>
  Temporal.PlainTime.compare(local.toPlainTime(), Temporal.PlainTime.from(hour)) < 0
