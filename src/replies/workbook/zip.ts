// A workbook is a zip; the few records of that format that matter here, without a date, so that bytes depend on content only.
import { crc32, deflateRawSync } from 'node:zlib'

export type Part = { readonly name: string; readonly text: string }

type Packed = {
  readonly name: Uint8Array
  readonly bytes: Uint8Array
  readonly crc: number
  readonly size: number
  readonly offset: number
}

const localSignature = 0x04034b50
const entrySignature = 0x02014b50
const endSignature = 0x06054b50
/** Version 2.0, UTF-8 names, deflate, midnight of the first day that zip knows (APPNOTE.TXT 4.4). */
const common = { version: 20, flags: 0x0800, method: 8, time: 0, date: 0x21 }
/** XML repeats itself so much that more effort gains a tenth and costs twice the time. */
const level = 3

/** Returns a zip archive of those texts in UTF-8, in their order. */
export function zip(parts: readonly Part[]): Uint8Array {
  const packed: Packed[] = []
  let offset = 0
  for (const { name, text } of parts) {
    const content = new TextEncoder().encode(text)
    const bytes = deflateRawSync(content, { level })
    const part = { name: new TextEncoder().encode(name), bytes, crc: crc32(content), size: content.length, offset }
    packed.push(part)
    offset += 30 + part.name.length + bytes.length
  }
  const bodies = packed.flatMap((part) => [localHeader(part), part.name, part.bytes])
  const directory = packed.flatMap((part) => [directoryEntry(part), part.name])
  const length = directory.reduce((sum, bytes) => sum + bytes.length, 0)
  return joined([...bodies, ...directory, end(packed.length, length, offset)])
}

/** In a buffer of their own, which may be handed to another thread as a whole. */
function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

function localHeader(part: Packed): Uint8Array {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(localSignature, 0)
  writeCommon(header, part, 4)
  return header
}

function directoryEntry(part: Packed): Uint8Array {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(entrySignature, 0)
  entry.writeUInt16LE(common.version, 4)
  writeCommon(entry, part, 6)
  entry.writeUInt32LE(part.offset, 42)
  return entry
}

function writeCommon(into: Buffer, { name, bytes, crc, size }: Packed, at: number): void {
  const { version, flags, method, time, date } = common
  for (const [index, value] of [version, flags, method, time, date].entries()) into.writeUInt16LE(value, at + 2 * index)
  for (const [index, value] of [crc, bytes.length, size].entries()) into.writeUInt32LE(value, at + 10 + 4 * index)
  into.writeUInt16LE(name.length, at + 22)
}

function end(count: number, length: number, offset: number): Uint8Array {
  const record = Buffer.alloc(22)
  record.writeUInt32LE(endSignature, 0)
  record.writeUInt16LE(count, 8)
  record.writeUInt16LE(count, 10)
  record.writeUInt32LE(length, 12)
  record.writeUInt32LE(offset, 16)
  return record
}
