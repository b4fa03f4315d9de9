// The directory at the end of a zip tells what is inside, and how big it claims to be, before anything is inflated.

export type ZipEntry = {
  readonly name: string
  readonly encrypted: boolean
  /** 0 stored, 8 deflated. */
  readonly method: number
  readonly crc: number
  readonly packedSize: number
  /** As declared; a hostile archive lies. */
  readonly size: number
  /** Offset of the local header. */
  readonly offset: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const entryLength = 46
const endLength = 22
const longestComment = 65535

/** Returns the entries in directory order, or null when the bytes are no whole zip (zip64 included). */
export function readZipDirectory(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  const entries: ZipEntry[] = []
  for (let at = view.getUint32(end + 16, true); entries.length < count; ) {
    if (at + entryLength > end || view.getUint32(at, true) !== entrySignature) return null
    const entry = entryAt(view, at)
    entries.push(entry)
    at += entryLength + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function findEnd(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - endLength - longestComment)
  for (let at = view.byteLength - endLength; at >= lowest; at--)
    if (view.getUint32(at, true) === endSignature) return at
  return null
}

function entryAt(view: DataView, at: number): ZipEntry {
  const nameEnd = Math.min(at + entryLength + view.getUint16(at + 28, true), view.byteLength)
  const name = new Uint8Array(view.buffer, view.byteOffset + at + entryLength, nameEnd - at - entryLength)
  return {
    name: new TextDecoder().decode(name),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  }
}
