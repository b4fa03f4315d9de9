// Guesses nothing that the bytes prove: byte-order mark, then UTF-16's zeros, then strict UTF-8, only then a choice.
import { isUtf8 } from 'node:buffer'
import { chooseLegacyEncoding } from './legacy-encoding.ts'
import { nameBytes } from './signatures.ts'
import type { Encoding, UnreadableReason } from './table.ts'

/** Text without byte-order marks (`boms` counts them) nor a final Ctrl-Z. `alternatives`: readings just as plausible. */
export type Decoded = {
  readonly kind: 'text'
  readonly text: string
  readonly encoding: Encoding
  readonly boms: number
  readonly alternatives: readonly { readonly encoding: Encoding; readonly text: string }[]
}
export type Unreadable = { readonly kind: 'unreadable'; readonly reason: UnreadableReason }

/** Returns the text that the bytes hold, or what they are instead. Never throws. */
export function decode(bytes: Uint8Array): Decoded | Unreadable {
  const named = nameBytes(bytes)
  if (named) return { kind: 'unreadable', reason: named }
  const [encoding, ...others] = encodingsOf(bytes)
  const { text, boms } = withoutMarks(read(bytes, encoding))
  const reason = whyNoTable(text)
  if (reason) return { kind: 'unreadable', reason }
  const alternatives = others.map((other) => ({ encoding: other, text: withoutMarks(read(bytes, other)).text }))
  return { kind: 'text', text, encoding, boms, alternatives }
}

function encodingsOf(bytes: Uint8Array): readonly [Encoding, ...Encoding[]] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le']
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be']
  const wide = bytes.includes(0) ? utf16Of(bytes) : null
  if (wide) return [wide]
  return isUtf8(bytes) ? ['utf-8'] : chooseLegacyEncoding(bytes)
}

/** Most characters of a table are ASCII: in UTF-16 every other byte is then zero. */
function utf16Of(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, 65536)
  const zeros = [0, 0]
  for (let index = 0; index < sample.length; index++) if (sample[index] === 0) zeros[index % 2]!++
  const [even, odd] = zeros as [number, number]
  if (odd * 2 > sample.length * 0.6 && even * 20 < odd) return 'utf-16le'
  if (even * 2 > sample.length * 0.6 && odd * 20 < even) return 'utf-16be'
  return null
}

function read(bytes: Uint8Array, encoding: Encoding): string {
  const whole = encoding.startsWith('utf-16') ? bytes.subarray(0, bytes.length & ~1) : bytes
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(whole)
}

function withoutMarks(text: string): { text: string; boms: number } {
  let boms = 0
  while (text.charCodeAt(boms) === 0xfeff) boms++
  return { text: text.slice(boms).replace(/\u001a$/, ''), boms }
}

function whyNoTable(text: string): UnreadableReason | null {
  if (!/\S/.test(text)) return 'empty'
  const controls = text.match(/[\u0000-\u0008\u000e-\u001f\u007f]/g)?.length ?? 0
  const few = Math.max(text.length / 100, Math.min(8, text.length / 10))
  return controls > few ? 'binary' : null
}
