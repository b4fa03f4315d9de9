// The post that stands for a form: files sent by a form are in no post of their own.
import type { Language } from '../../moodle/language.ts'
import type { Message, Span } from '../../replies/message.ts'
import type { FormSent } from './form-metadata.ts'
import { words } from './words.ts'

/** Who sent which files. */
export function sentMessage({ person, files }: FormSent, language: Language): Message {
  const named = files.flatMap(({ name }, i): readonly Span[] => [...(i === 0 ? [] : [', ']), { code: name }])
  const spans: Span[] = ['📎 ', ...named, ` ${words[language].sent} `, { mention: { person } }]
  return { language, paragraphs: [{ kind: 'text', spans }], files: [], buttons: [], choices: [] }
}
