// What stands in place of the report once a request is closed: nobody should upload its files by mistake.
import type { Language } from '../moodle/language.ts'
import { message, note, text } from './compose.ts'
import { code, joined, type Line } from './line.ts'
import { localeOf } from './locales/index.ts'
import type { Locale } from './locales/locale.ts'
import type { Message } from './message.ts'
import { pastMoment } from './moment.ts'

export type Closed = {
  readonly language: Language
  readonly state: 'done' | 'withdrawn' | 'expired'
  /** Of the file; null once it is forgotten. */
  readonly name: string | null
  readonly site: string
  /** Rows that were uploaded in all. */
  readonly rows: number
  /** What the one who closed it is called; null: the bot by itself. */
  readonly by: string | null
  readonly at: Temporal.Instant
  readonly now: Temporal.Instant
  readonly timezone: string
  /** Days without anything new after which requests are closed. */
  readonly days: number
}

/** "✅ **Request done: 42 rows uploaded to Ecampus.**", and in small print which, by whom and when. No files, no buttons. */
export function closedReply(closed: Closed): Message {
  const locale = localeOf(closed.language)
  return message(closed.language, [text(closedLine(closed, locale)), note(byLine(closed, locale))])
}

function closedLine({ state, rows, site, days }: Closed, { requests: { closing } }: Locale): Line {
  if (state === 'done') return closing.done(rows, site)
  return state === 'withdrawn' ? closing.withdrawn(rows, site) : closing.expired(days)
}

function byLine({ name, by, at, now, timezone }: Closed, locale: Locale): Line {
  const parts: readonly Line[] = [
    name === null ? [] : [code(name)],
    by === null ? [] : locale.requests.closing.by({ name: by }),
    [pastMoment(at, now, timezone, locale)],
  ]
  return joined(
    parts.filter((part) => part.length > 0),
    ' · ',
  )
}
