// Chats that mark bold and italics with signs want words inside them, not blanks or bare punctuation.
import type { Line } from './line.ts'
import type { Span } from './message.ts'

/** The line with neighbours of one tone joined, and blanks and leading punctuation moved out of bold and italics. */
export const tidied = (line: Line): Line => merged(merged(line).flatMap(bared))

function merged(line: Line): Line {
  const spans: Span[] = []
  for (const span of line) {
    const last = spans.at(-1)
    const both = last === undefined ? null : join(last, span)
    if (both === null) spans.push(span)
    else spans[spans.length - 1] = both
  }
  return spans
}

function join(a: Span, b: Span): Span | null {
  if (typeof a === 'string') return typeof b === 'string' ? a + b : null
  if (typeof b === 'string') return null
  if ('bold' in a && 'bold' in b) return { bold: a.bold + b.bold }
  return 'italic' in a && 'italic' in b ? { italic: a.italic + b.italic } : null
}

function bared(span: Span): Line {
  if (typeof span === 'string' || !('bold' in span || 'italic' in span)) return [span]
  const text = 'bold' in span ? span.bold : span.italic
  const [, before = '', words = '', after = ''] = /^([\s.,:;]*)(.*?)(\s*)$/s.exec(text) ?? []
  const core: Line = words === '' ? [] : ['bold' in span ? { bold: words } : { italic: words }]
  return [before, ...core, after].filter((part) => part !== '')
}
