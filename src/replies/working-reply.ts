// Said at once, so that nobody wonders whether the file arrived; edited into the report.
import type { Language } from '../moodle/language.ts'
import { message, text } from './compose.ts'
import { localeOf } from './locales/index.ts'
import type { Message } from './message.ts'

export type Working = {
  readonly language: Language
  readonly name: string
  /** Share of the rows already checked, 0 to 1; absent: not known. */
  readonly progress?: number
}

/** "Checking `list.csv`… 40%". */
export function workingReply({ language, name, progress }: Working): Message {
  const percent = progress === undefined ? null : Math.floor(Math.min(1, Math.max(0, progress)) * 100)
  return message(language, [text(localeOf(language).working(name, percent))])
}
