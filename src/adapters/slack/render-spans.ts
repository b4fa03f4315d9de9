// Runs of text as elements of rich text.
import type { types } from '@slack/bolt'
import type { Mention, Span } from '../../replies/message.ts'
import { cut, limits } from './limits.ts'

/** Whom a mention of the team calls. */
export type Staff = { readonly group: string | null; readonly people: readonly string[] }

/** Never empty, as Slack wants. */
export function toElements(spans: readonly Span[], staff: Staff): types.RichTextElement[] {
  const elements = spans.flatMap((span) => toElement(span, staff))
  return elements.length > 0 ? elements : [{ type: 'text', text: ' ' }]
}

function toElement(span: Span, staff: Staff): readonly types.RichTextElement[] {
  if (typeof span === 'string') return textOf(span)
  if ('bold' in span) return textOf(span.bold, { bold: true })
  if ('italic' in span) return textOf(span.italic, { italic: true })
  if ('code' in span) return textOf(oneLine(span.code, '⏎'), { code: true })
  if ('name' in span) return textOf(oneLine(span.name, ' '))
  return 'link' in span ? toLink(span) : toMention(span, staff)
}

function textOf(text: string, style?: types.RichTextText['style']): readonly types.RichTextElement[] {
  if (text === '') return []
  return [{ type: 'text', text: cut(text, limits.span), ...(style ? { style } : {}) }]
}

function toLink({ link, text }: { readonly link: string; readonly text: string }): readonly types.RichTextElement[] {
  if (!/^https?:\/\/\S+$/.test(link) || link.length > limits.link) return textOf(text)
  return [{ type: 'link', url: link, ...(text === '' ? {} : { text: cut(text, limits.span) }) }]
}

/** Ids begin with their kind; whatever is none is nobody. */
function toMention({ mention }: Mention, { group, people }: Staff): readonly types.RichTextElement[] {
  if (mention !== 'staff') return toPeople([mention.person])
  return group === null ? toPeople(people) : [{ type: 'usergroup', usergroup_id: group }]
}

function toPeople(people: readonly string[]): readonly types.RichTextElement[] {
  const known = people.filter((id) => /^[UW][A-Z0-9]+$/.test(id))
  return known.flatMap((user_id, i) => [...(i === 0 ? [] : textOf(' ')), { type: 'user' as const, user_id }])
}

function oneLine(text: string, mark: string): string {
  return text.replace(/\r\n|[\r\n\u2028\u2029]/g, mark)
}
