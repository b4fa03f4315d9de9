// Puts lines together as a message: the only place where typography is applied to what goes to a chat.
import type { Language } from '../moodle/language.ts'
import type { Line } from './line.ts'
import type { Button, Choice, Message, OutgoingFile, Paragraph } from './message.ts'
import { tidied } from './tidied.ts'
import { typeset } from './typeset.ts'

type Extras = {
  readonly files?: readonly OutgoingFile[]
  readonly buttons?: readonly Button[]
  readonly choices?: readonly Choice[]
}

export const text = (spans: Line): Paragraph => ({ kind: 'text', spans })
export const item = (spans: Line): Paragraph => ({ kind: 'item', spans })
export const note = (spans: Line): Paragraph => ({ kind: 'note', spans })

/** A message of these paragraphs, empty ones left out. */
export function message(language: Language, paragraphs: readonly Paragraph[], extras: Extras = {}): Message {
  const said = paragraphs.filter(({ spans }) => spans.length > 0)
  return {
    language,
    paragraphs: said.map(({ kind, spans }) => ({ kind, spans: typeset(tidied(spans), language) })),
    files: extras.files ?? [],
    buttons: extras.buttons ?? [],
    choices: extras.choices ?? [],
  }
}
