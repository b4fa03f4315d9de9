// Encoders for the tests: node decodes the old encodings but writes none of them.
import type { Encoding } from '../../src/table/table.ts'

/** Returns the bytes of `text`, or null when the encoding lacks one of its characters. */
export function encode(text: string, encoding: Encoding): Uint8Array | null {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding === 'utf-16le') return new Uint8Array(Buffer.from(text, 'utf16le'))
  if (encoding === 'utf-16be') return new Uint8Array(Buffer.from(text, 'utf16le').swap16())
  const bytes = Array.from(text).map((character) => tables.get(encoding)!.indexOf(character))
  return bytes.includes(-1) ? null : Uint8Array.from(bytes)
}

export const eightBit = ['windows-1252', 'iso-8859-15', 'macintosh'] as const

const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte)
const tables = new Map<Encoding, string>(
  eightBit.map((encoding) => [encoding, new TextDecoder(encoding).decode(everyByte)]),
)
