// Typography is put on last, so that sentences can be written with ordinary blanks and apostrophes.
import type { Language } from '../moodle/language.ts'
import type { Line } from './line.ts'
import type { Span } from './message.ts'

/** Our words with the blanks, quotes and apostrophes that the language wants; code spans are left alone. */
export const typeset = (line: Line, language: Language): Line => line.map((span) => typesetSpan(span, language))

/** The same for a bare sentence that holds nothing from a file. */
export function typesetText(text: string, language: Language): string {
  const curly = text.replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
  if (language !== 'fr') return curly
  return curly
    .replace(/[ \u00A0](?=[:;?!»])/g, '\u202F')
    .replace(/«[ \u00A0]/g, '«\u202F')
    .replace(/(?<=\d) (?=[h%×]( |$|[.,;)]))/g, '\u202F')
}

function typesetSpan(span: Span, language: Language): Span {
  if (typeof span === 'string') return typesetText(span, language)
  if ('bold' in span) return { bold: typesetText(span.bold, language) }
  if ('italic' in span) return { italic: typesetText(span.italic, language) }
  return 'link' in span ? { ...span, text: typesetText(span.text, language) } : span
}
