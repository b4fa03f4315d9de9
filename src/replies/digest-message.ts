// The digest in the support channel: at most fourteen lines, whatever is pending.
import type { BatchState } from '../batches/batch.ts'
import type { Digest, DigestLine } from '../batches/digest.ts'
import type { Language } from '../moodle/language.ts'
import { activityChart, sparkline } from './activity-chart.ts'
import { item, message, text } from './compose.ts'
import { joined, type Line, lowered, prose } from './line.ts'
import { localeOf } from './locales/index.ts'
import type { Locale } from './locales/locale.ts'
import type { Message, Paragraph } from './message.ts'
import { type PendingRequest, requestLine } from './request-line.ts'
import { wordingOf } from './rule-wording.ts'

/** Requests named before the rest is only counted. */
const most = 10

/** What is pending, done and most often wrong, with a small chart; one line when nothing is pending. */
export function digestMessage(digest: Digest<PendingRequest>, language: Language): Message {
  const locale = localeOf(language)
  const { lines, activity } = digest
  if (lines.length === 0) return message(language, [text(nothingLine(digest, locale))])
  const last = [doneLine(digest, locale), mistakesLine(digest, locale), activityLine(digest, locale)]
  const files = activity.some(({ files: count }) => count > 0) ? [activityChart(activity)] : []
  const first = requestLines(lines, { most, more: locale.digest.allOfThem }, locale)
  return message(language, [...first, ...last.map(text)], { files })
}

/** How many there are in which state, then a line for each of the first; `more`: where the others are. */
export function requestLines(
  lines: readonly DigestLine<PendingRequest>[],
  { most, more }: { readonly most: number; readonly more: Line },
  locale: Locale,
): readonly Paragraph[] {
  const named = lines.length > most + 1 ? lines.slice(0, most) : lines
  const others = lines.length - named.length
  return [
    text(titleLine(lines, locale)),
    ...named.map((line) => item(requestLine(line, locale))),
    ...(others === 0 ? [] : [item([locale.digest.others(others), ...more])]),
  ]
}

const order: readonly BatchState[] = ['ready', 'needs-changes', 'waiting', 'received']

function titleLine(lines: readonly DigestLine<PendingRequest>[], { digest }: Locale): Line {
  const count = (state: BatchState) => lines.filter(({ request }) => request.batch.state === state).length
  const inStates = order.filter((state) => count(state) > 0).map((state) => digest.inState(state, count(state)))
  const late = lines.filter(({ isOverdue }) => isOverdue).length
  return [...digest.title(lines.length, inStates.join(', ')), ...(late === 0 ? [] : [` · ${digest.overdue(late)}`])]
}

function nothingLine(digest: Digest<PendingRequest>, locale: Locale): Line {
  return joined(
    [[locale.digest.nothing], doneLine(digest, locale)].filter((part) => part.length > 0),
    ' ',
  )
}

function doneLine({ date, done }: Digest<PendingRequest>, { digest }: Locale): Line {
  if (done.requests === 0 && done.rows === 0) return []
  const wasYesterday = date.subtract({ days: 1 }).equals(done.from)
  return [digest.done(wasYesterday ? null : done.from, done.requests, done.rows)]
}

function mistakesLine({ mistakes }: Digest<PendingRequest>, locale: Locale): Line {
  if (mistakes.length === 0) return []
  const told = mistakes.map(({ code, rows }): Line => {
    const title = lowered(prose(wordingOf(code, locale.language).title))
    return [...title, ` (${locale.rows(rows)})`]
  })
  return [locale.digest.mistakes, locale.colon, ...joined(told, ', '), '.']
}

function activityLine({ activity }: Digest<PendingRequest>, { digest }: Locale): Line {
  const counts = activity.map(({ files }) => files)
  const total = counts.reduce((sum, count) => sum + count, 0)
  return total === 0 ? [] : [digest.activity(total, sparkline(counts))]
}
