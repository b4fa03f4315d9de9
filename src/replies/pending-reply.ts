// The requests that still expect something, for the person who asks: theirs, or all of them for the team.
import type { DigestLine } from '../batches/digest.ts'
import type { Language } from '../moodle/language.ts'
import { message, text } from './compose.ts'
import { requestLines } from './digest-message.ts'
import { localeOf } from './locales/index.ts'
import type { Message } from './message.ts'
import type { PendingRequest } from './request-line.ts'

/** Requests named before the rest is only counted. */
const most = 30

/** Lines as a digest makes them; `mine`: of one person, whose requests need no name. */
export function pendingReply(
  lines: readonly DigestLine<PendingRequest>[],
  { language, mine }: { readonly language: Language; readonly mine: boolean },
): Message {
  const locale = localeOf(language)
  if (lines.length > 0) return message(language, requestLines(lines, { most, more: [] }, locale))
  return message(language, [text(mine ? locale.requests.status.noneOfMine : [locale.digest.nothing])])
}
