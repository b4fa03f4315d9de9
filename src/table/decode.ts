// Guesses nothing that the bytes prove: byte-order mark, then UTF-16's zeros, then strict UTF-8, only then a choice.
import { isUtf8 } from 'node:buffer'
import { chooseLegacyEncoding, isMacintoshElision } from './legacy-encoding.ts'
import { nameBytes, nameText } from './signatures.ts'
import type { Encoding, UnreadableReason } from './table.ts'
import { Utf8Text } from './utf8-text.ts'

/**
 * Text without byte-order marks (`boms` counts them) nor a final Ctrl-Z (`endMark`); `text` is made when it is asked for.
 * `alternatives`: readings just as plausible.
 */
export type Decoded = {
  readonly kind: 'text'
  readonly text: string
  readonly utf8: Utf8Text
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
  const { utf8, boms, endMark } = read(rest, encoding)
  const reason = whyNoTable(utf8)
  if (reason) return { kind: 'unreadable', reason }
  const alternatives = others.map((other) => ({ encoding: other, text: read(rest, other).utf8.text }))
  return {
    kind: 'text',
    get text() {
      return utf8.text
    },
    utf8,
    encoding,
    boms: marks + boms,
    endMark,
    alternatives,
  }
}

/** In bytes, because the mark may lie about what follows: only half of the file is UTF-8, or nothing is UTF-16. */
function withoutMarks(bytes: Uint8Array): { rest: Uint8Array; marks: number } {
  if (hasUtf16Mark(bytes) && !bytes.includes(0) && bytes.length > 2) return { rest: bytes.subarray(2), marks: 1 }
  return withoutUtf8Marks(bytes)
}

function withoutUtf8Marks(bytes: Uint8Array): { rest: Uint8Array; marks: number } {
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

type Read = { readonly utf8: Utf8Text; readonly boms: number; readonly endMark: boolean }

function read(bytes: Uint8Array, encoding: Encoding): Read {
  if (encoding === 'utf-8') return readUtf8(bytes)
  const whole = encoding.startsWith('utf-16') ? bytes.subarray(0, bytes.length & ~1) : bytes
  return readUtf8(Buffer.from(new TextDecoder(encoding, { ignoreBOM: true }).decode(whole)))
}

function readUtf8(bytes: Uint8Array): Read {
  const { rest, marks } = withoutUtf8Marks(bytes)
  const end = beforeEndMark(rest)
  return { utf8: new Utf8Text(rest.subarray(0, end)), boms: marks, endMark: end < rest.length }
}

const [feed, carriage, controlZ] = [0x0a, 0x0d, 0x1a]

/** DOS ended its texts by Ctrl-Z; line ends may have been added since. */
function beforeEndMark(bytes: Uint8Array): number {
  let mark = bytes.length
  for (let end = mark; end > 0; end--) {
    const byte = bytes[end - 1]
    if (byte === controlZ) mark = end - 1
    else if (byte !== feed && byte !== carriage) break
  }
  return mark
}

function whyNoTable(utf8: Utf8Text): UnreadableReason | null {
  if (utf8.isBlank()) return 'empty'
  return utf8.controls > 0 && isBinary(utf8) ? 'binary' : nameText(utf8.head(2048))
}

function isBinary({ controls, text }: Utf8Text): boolean {
  return controls > Math.max(text.length / 100, Math.min(8, text.length / 4))
}
