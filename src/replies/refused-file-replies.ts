// Files that are not read at all, and what to do instead.
import type { Language } from '../moodle/language.ts'
import { message, text } from './compose.ts'
import { localeOf } from './locales/index.ts'
import type { Message } from './message.ts'

/** The file weighs more than the limit; both in bytes, `size` 0 when the chat did not say. */
export function tooLargeReply(file: { language: Language; name: string; size: number; limit: number }): Message {
  return message(file.language, [text(localeOf(file.language).tooLarge(file.name, file.size, file.limit))])
}

/** The chat does not hand the file out: it was deleted, hidden, or only pointed at. */
export function fileGoneReply({ language, name }: { language: Language; name: string }): Message {
  return message(language, [text(localeOf(language).fileGone(name))])
}
