// A message as Mattermost's Markdown: lines and lists only, as the pane of a thread has 307 pixels and cuts tables
// without a sign (measured in the web client 11.6).
import type { Message, Paragraph, Span } from '../../replies/message.ts'
import { asLine, code, emphasised, joined, link, literal, name } from './literal.ts'
import { words } from './words.ts'

/** Characters (code points) that a post may have; one more is refused. */
export const longest = 16_383

/** How a person, or the team, is called so that it notifies them; '' calls nobody. */
export type Callout = (mention: { readonly person: string } | 'staff') => string

/** The text of a post; what is too long is cut after a whole paragraph, and says so. */
export function render({ paragraphs, language }: Pick<Message, 'paragraphs' | 'language'>, callout: Callout): string {
  const { cut } = words[language]
  let text = ''
  for (const [index, paragraph] of paragraphs.entries()) {
    const before = paragraphs[index - 1]
    const longer = text + (before ? gapBetween(before, paragraph) : '') + renderParagraph(paragraph, callout)
    const room = index === paragraphs.length - 1 ? 0 : lengthOf(cut) + 4
    if (lengthOf(longer) + room > longest) return text === '' ? shorten(longer, cut) : `${text}\n\n${literal(cut)}`
    text = longer
  }
  return text
}

/** Lists keep together; anything else stands apart. */
function gapBetween(before: Paragraph, { kind }: Paragraph): string {
  return before.kind === kind && kind !== 'text' ? '\n' : '\n\n'
}

function renderParagraph({ kind, spans }: Paragraph, callout: Callout): string {
  const line = joined(spans.map((span) => renderSpan(span, kind === 'note', callout)))
  return kind === 'item' ? `- ${asLine(line)}` : asLine(line)
}

function renderSpan(span: Span, small: boolean, callout: Callout): string {
  if (typeof span === 'string') return small ? emphasised(span, '*') : literal(span)
  if ('bold' in span) return emphasised(span.bold, '**')
  if ('italic' in span) return emphasised(span.italic, '*')
  if ('code' in span) return code(span.code)
  if ('name' in span) return name(span.name)
  if ('link' in span) return link(span.link, span.text)
  return callout(span.mention)
}

/** One endless paragraph is cut outside of any mark-up by giving up the mark-up. */
function shorten(text: string, cut: string): string {
  const room = longest - lengthOf(cut) - 20
  return `${code(Array.from(text.replaceAll('`', 'ʼ')).slice(0, room).join(''))}\n\n${literal(cut)}`
}

const lengthOf = (text: string): number => Array.from(text).length
