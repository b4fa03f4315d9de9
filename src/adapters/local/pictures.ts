// How large the bot's pictures are is kept with the post, so that the page leaves room for them before they arrive.
import type { OutgoingFile } from '../../replies/message.ts'

/** In pixels. */
export type Picture = { readonly name: string; readonly width: number; readonly height: number }

/** Those of the files that a browser can show; a PNG without a head is left to be downloaded. */
export function picturesOf(files: readonly OutgoingFile[]): readonly Picture[] {
  return files.filter(({ type }) => type === 'image/png').flatMap(measured)
}

/** Signature, length and name of the first chunk: https://www.w3.org/TR/png-3/#11IHDR */
const start = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

function measured({ name, bytes }: OutgoingFile): readonly Picture[] {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (head.length < start.length + 8 || !head.subarray(0, start.length).equals(start)) return []
  const [width, height] = [head.readUInt32BE(start.length), head.readUInt32BE(start.length + 4)]
  return width > 0 && height > 0 ? [{ name, width, height }] : []
}
