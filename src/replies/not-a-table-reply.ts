// A kind word for a screenshot or a PDF posted where a table was expected.
import type { Language } from '../moodle/language.ts'
import { message, text } from './compose.ts'
import { localeOf } from './locales/index.ts'
import type { Message } from './message.ts'

/** What a file that is no table seems to be, by its name and its MIME type (often wrong, sometimes empty). */
export type Likeness = 'image' | 'pdf' | 'document' | 'other'

const likenesses: readonly (readonly [Likeness, RegExp, RegExp])[] = [
  ['image', /\.(png|jpe?g|gif|webp|heic|bmp|tiff?|svg)$/i, /^image\//],
  ['pdf', /\.pdf$/i, /^application\/pdf$/],
  ['document', /\.(docx?|odt|rtf|pages)$/i, /msword|wordprocessingml|opendocument\.text|rtf/],
]

export const likenessOf = (name: string, type: string): Likeness =>
  likenesses.find(([, named, typed]) => named.test(name) || typed.test(type))?.[0] ?? 'other'

/** Asks for the table itself; meant for a thread of the bot or a direct message, not for every picture of a channel. */
export function notATableReply(file: { language: Language; name: string; type: string }): Message {
  const locale = localeOf(file.language)
  return message(file.language, [text(locale.notATable[likenessOf(file.name, file.type)](file.name))])
}
