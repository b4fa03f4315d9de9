// What a person reads in a post: blocks flattened to lines, marks of formatting taken away, code as it stands.
import type { Json } from './state.ts'

/** Lines of the blocks, or of the text when there are none. */
export function plainText({ text, blocks }: { readonly text: string; readonly blocks: readonly Json[] }): string {
  return blocks.length > 0 ? blocks.flatMap(linesOf).join('\n') : readMrkdwn(text)
}

const readers: Readonly<Record<string, (block: Json) => readonly string[]>> = {
  section: ({ text, fields }) => [text, ...listOf(fields)].flatMap(textOf),
  header: ({ text }) => textOf(text),
  context: ({ elements }) => [listOf(elements).flatMap(textOf).join(' ')],
  markdown: ({ text }) => [readMarkdown(String(text))],
  table: ({ rows }) => listOf(rows).map((row) => listOf(row).map(cellOf).join(' | ')),
  rich_text: (block) => [richText(block)],
  input: ({ label }) => textOf(label),
  alert: ({ text }) => textOf(text),
  image: ({ alt_text }) => [String(alt_text)],
}

function linesOf(block: Json): readonly string[] {
  return readers[String(block.type)]?.(block) ?? []
}

function textOf(object: unknown): readonly string[] {
  const { type, text } = (object ?? {}) as Json
  if (typeof text !== 'string') return []
  return [type === 'mrkdwn' ? readMrkdwn(text) : text]
}

function cellOf(cell: Json): string {
  return cell.type === 'rich_text' ? richText(cell) : String(cell.text ?? cell.value)
}

/** Sections and lists end a line each, everything else follows on. */
function richText({ type, elements, text, name, url, user_id: person }: Json): string {
  if (type === 'text') return String(text)
  if (type === 'link') return String(text ?? url)
  if (type === 'emoji') return `:${String(name)}:`
  if (type === 'user') return `@${String(person)}`
  if (type === 'broadcast') return '@channel'
  return listOf(elements)
    .map(richText)
    .join(type === 'rich_text' || type === 'rich_text_list' ? '\n' : '')
}

/**
 * Slack's own marks: `*bold*`, `_italic_`, `~struck~`, `code`, `<url|text>`, `<!channel>`; a mark counts at the edge of
 * a word. A mention that would ring stands as `@!channel`, so that a test sees it.
 */
export function readMrkdwn(text: string): string {
  return text
    .split(/(```[\s\S]+?```|`[^`\n]+`)/)
    .map((part, i) => (i % 2 === 1 ? unescaped(part.replace(/^`+|`+$/g, '')) : readProse(part)))
    .join('')
}

function readProse(prose: string): string {
  const shown = prose
    .replace(/<(?:[^|<>]+\|)([^<>]+)>/g, '$1')
    .replace(/<!(\w+)>/g, '@!$1')
    .replace(/<@(\w+)>/g, '@$1')
    .replace(/<#(\w+)>/g, '#$1')
    .replace(/<([^<>]+)>/g, '$1')
  return unescaped(pairs.reduce((text, pair) => text.replace(pair, '$1'), shown))
}

/** Pairs of `*`, `_` and `~` at the edges of words. */
const pairs = [
  /(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]*\S)\*(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}_])_(?=\S)([^_\n]*\S)_(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}~])~(?=\S)([^~\n]*\S)~(?![\p{L}\p{N}])/gu,
]

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** Standard Markdown, of the `markdown` block. */
function readMarkdown(text: string): string {
  return text
    .split(/(`[^`\n]+`)/)
    .map((part, i) => (i % 2 === 1 ? part.slice(1, -1) : proseOfMarkdown(part)))
    .join('')
}

function proseOfMarkdown(text: string): string {
  return text
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.+?)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_\n]+)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/^#+ /gm, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~&])/g, '$1')
}

const listOf = (value: unknown) => (Array.isArray(value) ? value : []) as readonly Json[]
