// A message longer than a Slack post is cut between its lines, or within one, and says that it was.
import type { Message, Paragraph, Span } from '../../replies/message.ts'
import { cut, limits } from './limits.ts'
import { wordsOf } from './text.ts'
import { words } from './words.ts'

/** The paragraphs to be shown as text, without small print. */
export function fitBody({ paragraphs, language }: Pick<Message, 'paragraphs' | 'language'>): readonly Paragraph[] {
  const body = paragraphs.filter(({ kind }) => kind !== 'note')
  const fitting: Paragraph[] = []
  let room: number = limits.body
  for (const paragraph of body) {
    const within = fitParagraph(paragraph, room)
    room -= wordsOf(within).length + within.spans.length
    fitting.push(within)
    if (within !== paragraph || room <= 0) break
  }
  const isWhole = fitting.length === body.length && fitting.at(-1) === body.at(-1)
  return isWhole ? fitting : [...fitting, { kind: 'text', spans: [{ italic: words[language].cut }] }]
}

/** Itself when it fits. */
function fitParagraph(paragraph: Paragraph, room: number): Paragraph {
  if (wordsOf(paragraph).length + paragraph.spans.length <= room) return paragraph
  const spans: Span[] = []
  let left = room
  for (const span of paragraph.spans) {
    if (left <= 1) break
    const shorter = shorten(span, left)
    spans.push(shorter)
    left -= wordsOf({ spans: [shorter] }).length + 1
  }
  return { ...paragraph, spans }
}

function shorten(span: Span, most: number): Span {
  if (typeof span === 'string') return cut(span, most)
  if ('bold' in span) return { bold: cut(span.bold, most) }
  if ('italic' in span) return { italic: cut(span.italic, most) }
  if ('code' in span) return { code: cut(span.code, most) }
  if ('name' in span) return { name: cut(span.name, most) }
  return 'link' in span ? { ...span, text: cut(span.text, most) } : span
}
