// Guesses nothing that the bytes prove: byte-order mark, then UTF-16's zeros, then strict UTF-8, only then a choice.
import { isUtf8 } from 'node:buffer'
import { chooseLegacyEncoding, isMacintoshElision } from './legacy-encoding.ts'
import { nameBytes, nameText } from './signatures.ts'
import type { Encoding, UnreadableReason } from './table.ts'

/**
 * Text without byte-order marks (`boms` counts them) nor a final Ctrl-Z (`endMark`). `alternatives`: readings just as
 * plausible.
 */
export type Decoded = {
  readonly kind: 'text'
  readonly text: string
  readonly encoding: Encoding
  readonly boms: number
  readonly endMark: boolean
  readonly alternatives: readonly { readonly encoding: Encoding; readonly text: string }[]
}
export type Unreadable = { readonly kind: 'unreadable'; readonly reason: UnreadableReason }

/** Returns the text that the bytes hold, or what they are instead. Never throws. */
export function decode(bytes: Uint8Array): Decoded | Unreadable {
  const named = nameBytes(bytes)
  if (named) return { kind: 'unreadable', reason: named }
  const { rest, marks } = withoutMarks(bytes)
  const [encoding, ...others] = encodingsOf(rest)
  const { text, boms, endMark } = read(rest, encoding)
  const reason = whyNoTable(text)
  if (reason) return { kind: 'unreadable', reason }
  const alternatives = others.map((other) => ({ encoding: other, text: read(rest, other).text }))
  return { kind: 'text', text, encoding, boms: marks + boms, endMark, alternatives }
}

/** In bytes, because the mark may lie about what follows: only half of the file is UTF-8, or nothing is UTF-16. */
function withoutMarks(bytes: Uint8Array): { rest: Uint8Array; marks: number } {
  if (hasUtf16Mark(bytes) && !bytes.includes(0) && bytes.length > 2) return { rest: bytes.subarray(2), marks: 1 }
  let marks = 0
  while (bytes[marks * 3] === 0xef && bytes[marks * 3 + 1] === 0xbb && bytes[marks * 3 + 2] === 0xbf) marks++
  return { rest: bytes.subarray(marks * 3), marks }
}

function encodingsOf(bytes: Uint8Array): readonly [Encoding, ...Encoding[]] {
  if (hasUtf16Mark(bytes)) return [bytes[0] === 0xff ? 'utf-16le' : 'utf-16be']
  const wide = bytes.includes(0) ? utf16Of(bytes.subarray(0, 65536)) : null
  if (wide) return [wide]
  if (!isUtf8(bytes)) return chooseLegacyEncoding(bytes)
  return isMacintoshElision(bytes) ? ['macintosh'] : ['utf-8']
}

function hasUtf16Mark([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}

/** Most characters of a table are ASCII: in UTF-16 every other byte is then zero. */
function utf16Of(sample: Uint8Array): Encoding | null {
  const zeros: [even: number, odd: number] = [0, 0]
  for (let index = 0; index < sample.length; index++) if (sample[index] === 0) zeros[index & 1]!++
  const [even, odd] = zeros
  if (odd > sample.length * 0.3) return 'utf-16le'
  return even > sample.length * 0.3 ? 'utf-16be' : null
}

function read(bytes: Uint8Array, encoding: Encoding): { text: string; boms: number; endMark: boolean } {
  const whole = encoding.startsWith('utf-16') ? bytes.subarray(0, bytes.length & ~1) : bytes
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(whole)
  let boms = 0
  while (text.charCodeAt(boms) === 0xfeff) boms++
  const end = beforeEndMark(text)
  return { text: text.slice(boms, end), boms, endMark: end < text.length }
}

/** DOS ended its texts by Ctrl-Z; line ends may have been added since. */
function beforeEndMark(text: string): number {
  let end = text.length
  let mark = end
  for (; end > 0 && '\u001a\r\n'.includes(text[end - 1]!); end--) if (text[end - 1] === '\u001a') mark = end - 1
  return mark
}

function whyNoTable(text: string): UnreadableReason | null {
  if (!/\S/.test(text)) return 'empty'
  const few = Math.max(text.length / 100, Math.min(8, text.length / 4))
  return countControls(text) > few ? 'binary' : nameText(text)
}

/** Tab, line feed, vertical tab, form feed and carriage return occur in sound tables. */
function countControls(text: string): number {
  return text.match(/[\u0000-\u0008\u000e-\u001f\u007f]/g)?.length ?? 0
}
