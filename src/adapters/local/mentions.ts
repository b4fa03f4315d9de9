// There is nobody to wake up here: who is called is shown by name, as the other chats show it.
import type { Person } from '../../ports/chat.ts'
import type { Message, Span } from '../../replies/message.ts'

const team = { fr: '@équipe', en: '@team' } as const

/** The message with each mention as a name in bold; somebody who is not known is left out. */
export function withNames(message: Message, people: readonly Person[]): Message {
  const named = (span: Span): readonly Span[] => {
    if (typeof span === 'string' || !('mention' in span)) return [span]
    if (span.mention === 'staff') return [{ bold: team[message.language] }]
    const { person: id } = span.mention
    const person = people.find((known) => known.id === id)
    return person ? [{ bold: `@${person.name}` }] : []
  }
  const paragraphs = message.paragraphs.map(({ kind, spans }) => ({ kind, spans: spans.flatMap(named) }))
  return { ...message, paragraphs }
}
