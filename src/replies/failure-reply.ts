// When the fault is ours: said plainly, with the reference that finds it in the logs and the hour of the next try.
import type { Language } from '../moodle/language.ts'
import { message, text } from './compose.ts'
import { localeOf } from './locales/index.ts'
import type { Message } from './message.ts'
import { momentText } from './moment.ts'

export type Failure = {
  readonly language: Language
  readonly name: string
  /** As in the logs, "chk-7f3a". */
  readonly reference: string
}

export type NextTry = { readonly at: Temporal.Instant; readonly now: Temporal.Instant; readonly timezone: string }

/** Something that a person asked for, by a word or a button, failed and is not tried again. */
export const bugReply = ({ language, reference }: Omit<Failure, 'name'>): Message =>
  message(language, [text(localeOf(language).bug(reference))])

/** Calls the team into the thread of a request that is not gone on with. */
export const takeOverReply = ({ language, reference }: Omit<Failure, 'name'>): Message =>
  message(language, [text([{ mention: 'staff' }, ...localeOf(language).takeOver(reference)])])

/** The check failed and will be tried again at `at`, or never again when null: a person takes over. */
export function failureReply({ language, name, reference }: Failure, next: NextTry | null): Message {
  const locale = localeOf(language)
  if (next === null) return message(language, [text(locale.failedForGood(name, reference))])
  const when = momentText(next.at, next.now, next.timezone, locale)
  return message(language, [text(locale.failed(name, reference, when))])
}
