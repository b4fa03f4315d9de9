// A message as a reviewer reads it in a golden file: what is said, then the files and buttons that come with it.
import type { Message, Paragraph, Span } from '../../src/replies/message.ts'

/** Quoted Markdown, the text of small files, the buttons. */
export function markdown({ paragraphs, files, buttons, choices }: Message): string {
  const said = paragraphs.flatMap((paragraph, index) => [
    ...(index > 0 && apart(paragraphs[index - 1]!, paragraph) ? ['>'] : []),
    `> ${paragraphText(paragraph)}`,
  ])
  const offered = choices.map(
    ({ label, options }) => `\`[ ${label} ▾ ${options.map((one) => one.label).join(' | ')} ]\``,
  )
  const pressed = [...buttons.map(({ label }) => `\`[ ${label} ]\``), ...offered].join(' ')
  const attached = files.map(
    ({ name, type, bytes }) =>
      `\n\`${name}\`${type === 'image/png' ? ' (a picture)' : `\n\n\`\`\`\n${excerpt(bytes)}\n\`\`\``}`,
  )
  return `${[said.join('\n'), ...(pressed === '' ? [] : [pressed]), ...attached]
    .join('\n\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimStart()}\n`
}

/** Everything said, a line for each paragraph, for assertions. */
export const words = ({ paragraphs }: Message): string => paragraphs.map(({ spans }) => spansText(spans)).join('\n')

/** One line as Markdown. */
export const spansText = (spans: readonly Span[]): string => spans.map(spanText).join('')

const apart = (before: Paragraph, { kind }: Paragraph): boolean => before.kind !== kind || kind === 'text'

function paragraphText({ kind, spans }: Paragraph): string {
  const line = spansText(spans)
  if (kind === 'note') return `<sub>${line}</sub>`
  return kind === 'item' ? `- ${line}` : line
}

function spanText(span: Span): string {
  if (typeof span === 'string') return span
  if ('bold' in span) return `**${span.bold}**`
  if ('italic' in span) return `*${span.italic}*`
  if ('code' in span) return `\`${span.code}\``
  if ('name' in span) return span.name
  if ('mention' in span) return span.mention === 'staff' ? '@staff' : `@${span.mention.person}`
  return `[${span.text}](${span.link})`
}

function excerpt(bytes: Uint8Array): string {
  const lines = new TextDecoder().decode(bytes).trimEnd().split('\n')
  return lines.length <= 6 ? lines.join('\n') : [...lines.slice(0, 3), `… ${lines.length - 3} more lines`].join('\n')
}
