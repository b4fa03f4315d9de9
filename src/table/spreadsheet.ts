// Opens a posted workbook as if it were a table of text; everything hostile in it is refused before a reader sees it.
import { CannotOpen } from './cannot-open.ts'
import type { Unreadable } from './decode.ts'
import { readXls, readXlsx } from './excel-sheets.ts'
import { readOds } from './ods-sheets.ts'
import { Room } from './sheet-rows.ts'
import { nameBytes } from './signatures.ts'
import { readZipDirectory } from './zip-directory.ts'
import { inflateParts } from './zip-parts.ts'

export type WorkbookFormat = 'xlsx' | 'xls' | 'ods'
type Limits = { readonly inflatedBytes: number; readonly rows: number }
/** Row 1 of the sheet is `rows[0]`; empty rows between others are empty lists, those at the end are cut. */
export type Sheet = { readonly name: string; readonly rows: readonly (readonly string[])[] }
export type Workbook = { readonly format: WorkbookFormat; readonly sheets: readonly Sheet[] }

/** Pictures, charts, comments and the like are left packed. */
const xlsxParts =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/([^/]+\.xml|_rels\/[^/]+|(?!.*(media|drawings|charts|comments|pivot)).+\.xml))$/i
const odsParts = /^(content|META-INF\/manifest)\.xml$/

/** Returns which workbook the bytes are, from their signature and the names of their parts, else null. */
export function workbookFormat(bytes: Uint8Array): WorkbookFormat | null {
  if (nameBytes(bytes) !== 'spreadsheet') return null
  if (bytes[0] === 0xd0) return Buffer.from(bytes).includes('Workbook', 0, 'utf16le') ? 'xls' : null
  const names = new Set(readZipDirectory(bytes)?.map((entry) => entry.name))
  if (names.has('content.xml')) return 'ods'
  return names.has('xl/workbook.xml') ? 'xlsx' : null
}

/**
 * Returns the visible sheets, cells as the person sees them: dates in ISO form, whole numbers in full, the last value of
 * a formula. `limits.inflatedBytes` bounds what is unpacked and the text that results, `limits.rows` the rows of a sheet.
 */
export function readWorkbook(
  bytes: Uint8Array,
  limits: { inflatedBytes: number; rows: number },
): Workbook | Unreadable {
  const format = workbookFormat(bytes)
  try {
    if (format === null) throw new CannotOpen(nameBytes(bytes) ?? 'spreadsheet')
    return { format, sheets: readSheets(bytes, format, limits) }
  } catch (error) {
    if (error instanceof CannotOpen) return { kind: 'unreadable', reason: error.reason }
    throw error
  }
}

function readSheets(bytes: Uint8Array, format: WorkbookFormat, limits: Limits): Sheet[] {
  const room = new Room(limits)
  if (format === 'xls') return readXls(bytes, room)
  const entries = readZipDirectory(bytes) ?? []
  const needed = entries.filter(({ name }) => (format === 'xlsx' ? xlsxParts : odsParts).test(name))
  const parts = inflateParts(bytes, needed, limits.inflatedBytes)
  return format === 'xlsx' ? readXlsx(parts, room) : readOdsParts(parts, room)
}

function readOdsParts(parts: ReadonlyMap<string, Uint8Array>, room: Room): Sheet[] {
  const read = (name: string) => new TextDecoder().decode(parts.get(name))
  if (read('META-INF/manifest.xml').includes('encryption-data')) throw new CannotOpen('encrypted')
  return readOds(read('content.xml'), room)
}
