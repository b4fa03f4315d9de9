// Hours and days as people say them, in the time zone of the site they ask about.
import type { Locale } from './locales/locale.ts'

/** "at 10:15" today, "tomorrow, Tuesday, at 8:00", "on Friday 27 November at 8:00". */
export function momentText(then: Temporal.Instant, now: Temporal.Instant, timezone: string, locale: Locale): string {
  const local = then.toZonedDateTimeISO(timezone)
  const today = now.toZonedDateTimeISO(timezone).toPlainDate()
  const hour = locale.atHour(local.toPlainTime())
  const days = today.until(local.toPlainDate()).total('days')
  return days === 0 ? hour : `${locale.onDay(local.toPlainDate(), days === 1)} ${hour}`
}

/** "today at 10:15", "yesterday at 8:00", "Friday 20 November at 8:00": a moment that is past. */
export function pastMoment(then: Temporal.Instant, now: Temporal.Instant, timezone: string, locale: Locale): string {
  const { day } = pastDay(then, now, timezone, locale)
  return `${day} ${locale.atHour(then.toZonedDateTimeISO(timezone).toPlainTime())}`
}

/** The day of a moment that is past, in words, and whether it is today or yesterday. */
export function pastDay(then: Temporal.Instant, now: Temporal.Instant, timezone: string, locale: Locale) {
  const date = then.toZonedDateTimeISO(timezone).toPlainDate()
  const today = now.toZonedDateTimeISO(timezone).toPlainDate()
  const nights = date.until(today).total('days')
  const { today: sameDay, yesterday } = locale.requests
  return { isRecent: nights < 2, day: nights === 0 ? sameDay : nights === 1 ? yesterday : locale.day(date) }
}
