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
