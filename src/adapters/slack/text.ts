// Text objects and the fallback of a post: Slack reads three characters in them, and nothing else may be read.
import type { Message, Paragraph, Span } from '../../replies/message.ts'
import { limits } from './limits.ts'

export type PlainText = { readonly type: 'plain_text'; readonly text: string; readonly emoji: false }

/** Never longer than `most` with its escapes, never empty. */
export function plainText(text: string, most: number): PlainText {
  return { type: 'plain_text', text: escapeWithin(text, most) || '…', emoji: false }
}

/** What a notification shows, and what apps without blocks read: words only. */
export function fallbackOf({ paragraphs }: Pick<Message, 'paragraphs'>): string {
  const lines = paragraphs.filter(({ kind }) => kind !== 'note').map(wordsOf)
  return escapeWithin(lines.join('\n'), limits.fallback) || '…'
}

/** The words of a paragraph; a mention has none. */
export function wordsOf({ spans }: Pick<Paragraph, 'spans'>): string {
  return spans.map(wordsIn).join('')
}

function wordsIn(span: Span): string {
  if (typeof span === 'string') return span
  if ('bold' in span) return span.bold
  if ('italic' in span) return span.italic
  if ('code' in span) return span.code
  if ('name' in span) return span.name
  return 'link' in span ? span.text : ''
}

function escapeWithin(text: string, most: number): string {
  const whole = escaped(text)
  if (whole.length <= most) return whole
  let kept = ''
  for (const character of text) {
    const next = kept + escaped(character)
    if (next.length >= most) break
    kept = next
  }
  return `${kept}…`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
