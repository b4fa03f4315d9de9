// Writes zips for the tests, also those that lie about themselves.
import { crc32, deflateRawSync } from 'node:zlib'

export type Part = string | Uint8Array
/** What a hostile archive says of each part, instead of the truth. */
export type Lie = { readonly size?: number; readonly flags?: number; readonly method?: number; readonly crc?: number }

/** Returns a deflated zip of the parts, given by name. */
export function zip(parts: readonly (readonly [name: string, part: Part])[], lie: Lie = {}): Uint8Array {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  for (const [name, part] of parts) {
    const content = Buffer.from(part)
    const packed = deflateRawSync(content)
    const common = commonHeader(content, packed.length, Buffer.byteLength(name), lie)
    const offset = local.reduce((sum, piece) => sum + piece.length, 0)
    local.push(Buffer.concat([words([0x04034b50, 4]), common, Buffer.from(name), packed]))
    const place = words([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4])
    directory.push(Buffer.concat([words([0x02014b50, 4], [20, 2]), common, place, Buffer.from(name)]))
  }
  return Buffer.concat([...local, ...directory, end(parts.length, local, directory)])
}

function commonHeader(content: Buffer, packedSize: number, nameLength: number, lie: Lie): Buffer {
  const kind = words([20, 2], [lie.flags ?? 0x800, 2], [lie.method ?? 8, 2], [0, 4], [lie.crc ?? crc32(content), 4])
  return Buffer.concat([kind, words([packedSize, 4], [lie.size ?? content.length, 4], [nameLength, 2], [0, 2])])
}

function end(count: number, local: readonly Buffer[], directory: readonly Buffer[]): Buffer {
  const size = Buffer.concat(directory).length
  return words([0x06054b50, 4], [0, 4], [count, 2], [count, 2], [size, 4], [Buffer.concat(local).length, 4], [0, 2])
}

function words(...fields: readonly (readonly [value: number, bytes: number])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [, bytes]) => sum + bytes, 0))
  let at = 0
  for (const [value, bytes] of fields) at = buffer.writeUIntLE(value, at, bytes)
  return buffer
}
