// A scanner for the well-formed XML of workbooks: no tree, no entity but the five of XML, nothing that can grow.
import { CannotOpen } from './cannot-open.ts'

export type Token =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string; readonly closed: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

const cdata = '<![CDATA['
/** What is no tag, and how it ends. */
const asides = [
  [cdata, ']]>'],
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<!', '>'],
] as const
const tagEnd = /[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>/y
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/**
 * Yields tags and texts in their order.
 * @throws CannotOpen when the text ends inside a tag
 */
export function* xmlTokens(xml: string): Generator<Token> {
  let at = 0
  for (let start = xml.indexOf('<'); start >= 0; start = xml.indexOf('<', at)) {
    if (start > at) yield { kind: 'text', text: unescapeXml(xml.slice(at, start)) }
    at = endOfMarkup(xml, start)
    if (xml.startsWith(cdata, start)) yield { kind: 'text', text: xml.slice(start + cdata.length, at - 3) }
    else if (xml[start + 1] !== '!' && xml[start + 1] !== '?') yield tagOf(xml.slice(start + 1, at - 1))
  }
}

/** Returns the value of an attribute, or null when the tag lacks it. */
export function attribute(attributes: string, name: string): string | null {
  for (let at = attributes.indexOf(`${name}=`); at >= 0; at = attributes.indexOf(`${name}=`, at + 1)) {
    if (attributes.charCodeAt(at - 1) > 0x20) continue
    const start = at + name.length + 2
    return unescapeXml(attributes.slice(start, attributes.indexOf(attributes[start - 1]!, start)))
  }
  return null
}

function endOfMarkup(xml: string, start: number): number {
  const closing = asides.find(([opening]) => xml.startsWith(opening, start))?.[1]
  const end = closing === undefined ? endOfTag(xml, start) : xml.indexOf(closing, start) + closing.length
  if (end <= start) throw new CannotOpen('spreadsheet')
  return end
}

function endOfTag(xml: string, start: number): number {
  tagEnd.lastIndex = start
  return tagEnd.test(xml) ? tagEnd.lastIndex : -1
}

function tagOf(inside: string): Token {
  if (inside.startsWith('/')) return { kind: 'close', name: inside.slice(1).trimEnd() }
  const closed = inside.endsWith('/')
  const name = /^[^\s/]+/.exec(inside)?.[0] ?? ''
  const attributes = inside.slice(name.length, closed ? -1 : undefined)
  return { kind: 'open', name, attributes, closed }
}

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(
    /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole
      const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}
