// What another check of waiting rows changed, told in the thread in one short post.
import type { CheckedState } from '../batches/batch.ts'
import type { Rows } from '../batches/digest.ts'
import { manyMornings } from '../batches/overdue.ts'
import type { Language } from '../moodle/language.ts'
import { message, text } from './compose.ts'
import { code, joined, type Line } from './line.ts'
import { localeOf } from './locales/index.ts'
import type { Locale } from './locales/locale.ts'
import type { Message, OutgoingFile } from './message.ts'
import { momentText, pastDay } from './moment.ts'

export type Rechecked = {
  readonly language: Language
  /** Id of the person to call; null in their own direct messages. */
  readonly requester: string | null
  readonly state: CheckedState
  readonly rows: Rows
  /** At the check before; none waited when all did because nobody knew the age of their accounts. */
  readonly before: Rows
  /** Mornings on which they were looked for in vain, this one included. */
  readonly mornings: number
  /** When they are checked again; null when nothing waits any more. */
  readonly retryAt: Temporal.Instant | null
  readonly createdAt: Temporal.Instant
  readonly now: Temporal.Instant
  readonly timezone: string
  /** To be uploaded, when the request is ready. */
  readonly files: readonly OutgoingFile[]
}

/** "✅ Good news for yesterday's request…", or that it still waits; after three mornings the team is called. */
export function morningNews(news: Rechecked): Message {
  const { language, requester, state, files } = news
  const locale = localeOf(language)
  const call: Line = requester === null ? [] : [{ mention: { person: requester } }, ' ']
  const given = state === 'ready' ? files : []
  const paragraphs = [
    text([...call, ...newsLine(news, locale), ...retryPart(news, locale)]),
    text(filesLine(given)),
    text(teamLine(news, locale)),
  ]
  return message(language, paragraphs, { files: given })
}

function newsLine({ state, rows, before, createdAt, now, timezone }: Rechecked, locale: Locale): Line {
  const { morning, requestOf } = locale.requests
  const { day, isRecent } = pastDay(createdAt, now, timezone, locale)
  const request = requestOf(day, isRecent)
  const awaited = before.waiting
  if (state === 'ready') {
    return awaited === 0 ? morning.readyBlindly(request, rows.good) : morning.ready(request, awaited, rows.good)
  }
  const faulty = rows.faulty - before.faulty
  const settled = awaited - rows.waiting
  if (faulty > 0) return morning.faulty(request, faulty)
  if (rows.waiting === 0) return morning.readyPart(request, settled, rows.faulty)
  return settled > 0 ? morning.fewer(request, settled, awaited) : morning.same(request, rows.waiting)
}

const retryPart = ({ retryAt, now, timezone }: Rechecked, locale: Locale): Line =>
  retryAt === null ? [] : [' ', locale.requests.retry(momentText(retryAt, now, timezone, locale))]

const filesLine = (files: readonly OutgoingFile[]): Line =>
  files.length === 0
    ? []
    : [
        '📎 ',
        ...joined(
          files.map(({ name }) => [code(name)]),
          ' · ',
        ),
      ]

const teamLine = ({ rows, mornings }: Rechecked, { requests }: Locale): Line =>
  rows.waiting > 0 && mornings >= manyMornings ? [{ mention: 'staff' }, requests.morning.longAwaited(mornings)] : []
