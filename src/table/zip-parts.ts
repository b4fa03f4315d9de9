// Inflates no more than was allowed, whatever the archive claims: readers of workbooks set no limit themselves.
import { crc32, inflateRawSync } from 'node:zlib'
import { CannotOpen } from './cannot-open.ts'
import type { ZipEntry } from './zip-directory.ts'

/** A workbook has a dozen parts; a hostile one may have 60,000. */
const mostParts = 1000
const localHeaderLength = 30

/**
 * Returns the content of `entries` by name, at most `inflatedBytes` together.
 * @throws CannotOpen when there is more, when one is encrypted, or when one is damaged
 */
export function inflateParts(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  inflatedBytes: number,
): Map<string, Uint8Array> {
  if (entries.some((entry) => entry.encrypted)) throw new CannotOpen('encrypted')
  const declared = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (declared > inflatedBytes || entries.length > mostParts) throw new CannotOpen('too-big-inside')
  return new Map(entries.map((entry) => [entry.name, soundPart(bytes, entry)]))
}

/** A damaged part must not pass for a shorter table. */
function soundPart(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const part = inflate(packedBytes(bytes, entry), entry)
  if (crc32(part) !== entry.crc) throw new CannotOpen('spreadsheet')
  return part
}

/** The declared sizes fit in the limit: no part may exceed its own. */
function inflate(packed: Uint8Array, { method, size }: ZipEntry): Uint8Array {
  if (method === 0) return packed
  if (method !== 8) throw new CannotOpen('spreadsheet')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) })
  } catch (error) {
    const tooLong = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new CannotOpen(tooLong ? 'too-big-inside' : 'spreadsheet')
  }
}

function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + localHeaderLength > bytes.length) throw new CannotOpen('spreadsheet')
  const nameAndExtra = view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const start = entry.offset + localHeaderLength + nameAndExtra
  if (start + entry.packedSize > bytes.length) throw new CannotOpen('spreadsheet')
  return bytes.subarray(start, start + entry.packedSize)
}
