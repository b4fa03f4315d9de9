// The bot's paragraphs as elements; only links it made itself become links; one to a thread opens it here.
import { el } from './dom.js'

/** @typedef {import('../../../replies/message.ts').Paragraph} Paragraph */
/** @typedef {import('../../../replies/message.ts').Span} Span */

/**
 * @param {readonly Paragraph[]} paragraphs
 * @param {string | null} language
 */
export function showMessage(paragraphs, language) {
  const lines = paragraphs.map(({ kind, spans }) => el('p', { class: `line ${kind}` }, ...spans.map(showSpan)))
  return el('div', { class: 'message', lang: language }, ...lines)
}

/**
 * @param {Span} span
 * @returns {Node | string}
 */
function showSpan(span) {
  if (typeof span === 'string') return span
  if ('bold' in span) return el('strong', {}, span.bold)
  if ('italic' in span) return el('em', {}, span.italic)
  if ('code' in span) return el('code', {}, span.code)
  if ('name' in span) return span.name
  if ('mention' in span) return ''
  if (span.link.startsWith('/#thread=')) return el('a', { href: span.link }, span.text)
  if (!/^https?:\/\//i.test(span.link)) return span.text
  return el('a', { href: span.link, rel: 'noreferrer noopener', target: '_blank' }, span.text)
}

/**
 * First line of a message, as plain text.
 * @param {import('./state.js').Post} post
 */
export function headlineOf(post) {
  const [first] = post.body ?? []
  if (!first) return post.text.split('\n')[0] ?? ''
  return first.spans.map(plain).join('')
}

/** @param {Span} span */
function plain(span) {
  if (typeof span === 'string') return span
  if ('bold' in span) return span.bold
  if ('italic' in span) return span.italic
  if ('name' in span) return span.name
  if ('mention' in span) return ''
  return 'code' in span ? span.code : span.text
}
