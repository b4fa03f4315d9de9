// Files renamed to .csv say what they are in their first bytes.
import type { UnreadableReason } from './table.ts'

const signatures: readonly (readonly [string, UnreadableReason])[] = [
  ['%PDF-', 'pdf'],
  ['\x89PNG', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF8', 'image'],
  ['PK\x03\x04', 'archive'],
  ['PK\x05\x06', 'archive'],
  ['\x1f\x8b', 'archive'],
  ['Rar!\x1a\x07', 'archive'],
  ['7z\xbc\xaf\x27\x1c', 'archive'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'spreadsheet'],
]

/** Returns what the bytes are when they are clearly no text table, else null. */
export function nameBytes(bytes: Uint8Array): UnreadableReason | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  for (const [start, reason] of signatures) if (head.startsWith(start)) return reason
  return /^[\s\xef\xbb\xbf]*<(!doctype|html|table)/i.test(head) ? 'html' : null
}
