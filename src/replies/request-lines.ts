// Lines that the reply to a file gains from the life of its request.
import type { AccountsAnswer } from '../batches/batch.ts'
import type { Rows } from '../batches/digest.ts'
import type { Site } from '../moodle/sites.ts'
import type { Line } from './line.ts'
import type { Locale } from './locales/locale.ts'
import { momentText, pastMoment } from './moment.ts'

/** Hours after which what is known of a site is old. */
const fresh = 36

/** "⏳ **2 rows out of 42 on hold for their account.** The other 40 are ready for Ecampus." Only when no row is faulty. */
export const onHoldLine = (rows: Rows, site: Pick<Site, 'name'>, locale: Locale): Line =>
  rows.waiting === 0 ? locale.requests.onHoldBlindly(rows.good, site.name) : locale.requests.onHold(rows, site.name)

/** "I will check again tomorrow, Tuesday, at 8:00." */
export const retryLine = (at: Temporal.Instant, now: Temporal.Instant, timezone: string, locale: Locale): Line => [
  locale.requests.retry(momentText(at, now, timezone, locale)),
]

/** Rows that are in no file any more because they were uploaded; empty for none. */
export const handedLine = (rows: number, locale: Locale): Line =>
  rows === 0 ? [] : [locale.requests.handedBefore(rows)]

/** When Moodle was asked last, if that is over 36 hours ago; else empty, as when it is not known. */
export function ageLine(
  site: Pick<Site, 'name' | 'timezone'>,
  takenAt: Temporal.Instant | null,
  now: Temporal.Instant,
  locale: Locale,
): Line {
  if (takenAt === null || takenAt.until(now).total('hours') <= fresh) return []
  return [locale.requests.age(site.name, pastMoment(takenAt, now, site.timezone, locale))]
}

/** Asks whether all accounts exist since the day before; goes with the buttons that answer it. */
export const accountsQuestion = (site: Pick<Site, 'name'>, locale: Locale): Line =>
  locale.requests.accountsQuestion(site.name)

/** What the requester answered. */
export const accountsAnswerLine = (answer: AccountsAnswer, locale: Locale): Line => [
  locale.requests.accountsAnswer[answer],
]
