// The same message as Markdown, for whoever reads the API instead of the page.
import type { Message, Paragraph, Span } from '../../replies/message.ts'

/** One line per paragraph; items as list items, notes in italics. */
export function renderText({ paragraphs }: Pick<Message, 'paragraphs'>): string {
  return paragraphs.map(renderParagraph).join('\n')
}

function renderParagraph({ kind, spans }: Paragraph): string {
  if (kind === 'note') return `_${spans.map((span) => renderSpan(plainItalic(span))).join('')}_`
  return (kind === 'item' ? '- ' : '') + spans.map(renderSpan).join('')
}

function plainItalic(span: Span): Span {
  return typeof span === 'object' && 'italic' in span ? span.italic : span
}

function renderSpan(span: Span): string {
  if (typeof span === 'string') return span
  if ('bold' in span) return `**${span.bold}**`
  if ('italic' in span) return `_${span.italic}_`
  if ('code' in span) return renderCode(span.code)
  if ('name' in span) return span.name
  if ('mention' in span) return ''
  return `[${span.text.replace(/[[\]\\]/g, String.raw`\$&`)}](${span.link.replace(/[\s()<>]/g, encodeURIComponent)})`
}

/** A fence longer than any run of backticks inside; CommonMark drops one blank at each side when both are there. */
function renderCode(value: string): string {
  const line = value.replace(/\r\n|[\r\n\u2028\u2029]/g, '⏎')
  const runs = line.match(/`+/g) ?? []
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1)
  const pad = line === '' || /^[` ]|[` ]$/.test(line) ? ' ' : ''
  return `${fence}${pad}${line}${pad}${fence}`
}
