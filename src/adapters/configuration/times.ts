// Days, times and zones as people write them in the configuration.

/** True for `08:30`. */
export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/** True for a day of the calendar such as `2026-12-25`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && works(() => Temporal.PlainDate.from(text))
}

/** True for the IANA name of a time zone; an offset such as +02:00 would know no summer. */
export function isTimezone(text: string): boolean {
  return /^[A-Za-z]/.test(text) && works(() => new Temporal.ZonedDateTime(0n, text))
}

function works(make: () => unknown): boolean {
  try {
    make()
    return true
  } catch {
    return false
  }
}
