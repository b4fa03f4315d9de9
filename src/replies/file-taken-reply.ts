// The file that a request went on with was deleted: nothing of it may be uploaded, and the request waits for another.
import type { Language } from '../moodle/language.ts'
import { button } from './buttons.ts'
import { message, text } from './compose.ts'
import { localeOf } from './locales/index.ts'
import type { Message } from './message.ts'

/** In place of the report on that file. */
export function fileTakenReply({ language, name }: { readonly language: Language; readonly name: string }): Message {
  const locale = localeOf(language)
  return message(language, [text(locale.requests.closing.taken(name))], { buttons: [button('withdraw', locale)] })
}
