// Placeholder order until the letters are weighed in context.
import type { Encoding } from './table.ts'

/** Returns the encoding of bytes that are not UTF-8, the most plausible first. */
export function chooseLegacyEncoding(bytes: Uint8Array): readonly [Encoding, ...Encoding[]] {
  return bytes.includes(0x8e) ? ['macintosh'] : ['windows-1252']
}
