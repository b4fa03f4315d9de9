// Where the request of a thread stands, for whoever asks: state, since when, by whom, what comes next.
import { type BatchState, isOpen } from '../batches/batch.ts'
import type { Rows } from '../batches/digest.ts'
import type { Language } from '../moodle/language.ts'
import { message, text } from './compose.ts'
import { code, joined, type Line, line } from './line.ts'
import { localeOf } from './locales/index.ts'
import type { Locale } from './locales/locale.ts'
import type { Message } from './message.ts'
import { momentText, pastMoment } from './moment.ts'

export type Status = {
  readonly language: Language
  readonly state: BatchState
  /** Of the file; null once it is forgotten. */
  readonly name: string | null
  readonly site: string
  /** Of its last file; null: not checked yet, or kept by an older version. */
  readonly rows: Rows | null
  readonly since: Temporal.Instant
  /** What the one who brought it into its state is called; null: the bot by itself. */
  readonly by: string | null
  /** When waiting rows are checked again; null: none waits, or the requester is to answer first. */
  readonly retryAt: Temporal.Instant | null
  readonly now: Temporal.Instant
  readonly timezone: string
}

/** "**To correct** since yesterday at 10:15 · Ecampus · `list.csv` · 39 rows ready, 3 to review", then what comes next. */
export function statusReply(status: Status): Message {
  const locale = localeOf(status.language)
  return message(status.language, [text(stateLine(status, locale)), text(nextLine(status, locale))])
}

/** No request was ever made there. */
export function noRequestReply(language: Language): Message {
  return message(language, [text(localeOf(language).requests.status.none)])
}

function stateLine({ state, name, site, rows, since, by, now, timezone }: Status, locale: Locale): Line {
  const { digest, requests } = locale
  const when = requests.status.since(pastMoment(since, now, timezone, locale))
  const parts: readonly Line[] = [
    line`**${capital(digest.state[state])}** ${when}`,
    by === null ? [] : requests.closing.by({ name: by }),
    [site],
    name === null ? [] : [code(name)],
    rows === null || !isOpen(state) ? [] : [digest.rowsOf(rows)],
  ]
  return joined(
    parts.filter((part) => part.length > 0),
    ' · ',
  )
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

function nextLine({ state, retryAt, now, timezone }: Status, locale: Locale): Line {
  const { next, nextRetry } = locale.requests.status
  if (state === 'done' || state === 'withdrawn' || state === 'expired') return []
  if (state !== 'waiting') return [next[state]]
  return [retryAt === null ? next.answer : nextRetry(momentText(retryAt, now, timezone, locale))]
}
