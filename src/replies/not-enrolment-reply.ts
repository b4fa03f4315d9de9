// A table with no column of ours is probably none of our business: say so and offer to look all the same.
import type { Language } from '../moodle/language.ts'
import { button } from './buttons.ts'
import { message, text } from './compose.ts'
import { localeOf } from './locales/index.ts'
import type { Message } from './message.ts'

/** One line and the button `anyway`. */
export function notEnrolmentReply({ language, name }: { language: Language; name: string }): Message {
  const locale = localeOf(language)
  return message(language, [text(locale.notEnrolment(name))], { buttons: [button('anyway', locale)] })
}
