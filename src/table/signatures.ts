// Files renamed to .csv say what they are in their first bytes.
import type { UnreadableReason } from './table.ts'

const signatures: readonly (readonly [RegExp, UnreadableReason])[] = [
  [/^[\s\S]{0,64}%PDF-\d/, 'pdf'],
  [/^\x89PNG\r\n|^\xff\xd8\xff|^GIF8[79]a|^RIFF[\s\S]{4}WEBP|^II\*\0|^MM\0\*|^[\s\S]{4}ftyp(hei|avif|mif)/, 'image'],
  [/^BM[\s\S]{4}\0{4}/, 'image'],
  [/^\x1f\x8b\x08|^Rar!\x1a\x07|^7z\xbc\xaf\x27\x1c|^BZh[1-9]1AY|^\xfd7zXZ\0|^\x28\xb5\x2f\xfd/, 'archive'],
  [/^[\s\S]{257}ustar/, 'archive'],
  [/^\{\\rtf/, 'binary'],
]
const zip = /^PK(\x03\x04|\x05\x06|\x07\x08)/
const ole = /^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/

/** Returns what the bytes are when their signature is not that of a text, else null. */
export function nameBytes(bytes: Uint8Array): UnreadableReason | null {
  const head = latin1(bytes.subarray(0, 1024))
  if (zip.test(head)) return nameZip(bytes)
  if (ole.test(head)) return nameOle(bytes)
  return signatures.find(([signature]) => signature.test(head))?.[1] ?? null
}

/** Returns what a text is when it is the source of a page or of a flat workbook, else null. */
export function nameText(text: string): UnreadableReason | null {
  const head = text.slice(0, 2048).trimStart()
  if (/^<\?xml/i.test(head)) {
    if (/<\?mso-application[^>]*Excel|<office:document/i.test(head)) return 'spreadsheet'
    if (/<svg[\s>]/i.test(head)) return 'image'
  }
  const start = head.replace(/^(\s|<\?xml[^>]*>|<!--[\s\S]*?-->)+/i, '')
  if (/^<(!doctype|html|head|body|table|meta|style|script|div)\b/i.test(start)) return 'html'
  return /^MIME-Version:[\s\S]*text\/html/i.test(head) ? 'html' : null
}

/** The names of the entries stand in clear in a zip, even in one that was cut. */
function nameZip(bytes: Uint8Array): UnreadableReason {
  const names = latin1(bytes)
  const opendocument = names.includes('META-INF/manifest.xml') && names.includes('content.xml')
  if (/\b(word|ppt|visio)\/|vnd\.oasis\.opendocument\.(?!spreadsheet)/.test(names)) return 'archive'
  const excel = names.includes('[Content_Types].xml') || /\bxl\/work(book|sheets)/.test(names)
  return excel || opendocument || names.includes('vnd.oasis.opendocument.spreadsheet') ? 'spreadsheet' : 'archive'
}

/** An OLE file keeps the names of its streams in UTF-16. */
function nameOle(bytes: Uint8Array): UnreadableReason {
  const names = latin1(bytes).replaceAll('\0', '')
  if (names.includes('EncryptedPackage')) return 'encrypted'
  return /WordDocument|PowerPoint Document/.test(names) ? 'binary' : 'spreadsheet'
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
