// A list of the site as a table: what a query on its database gives, or a download from its pages. A list that is there
// must be complete and sure, so whatever is doubtful refuses all of it.
import { squeeze } from '../../checking/fold.ts'
import { decode } from '../../table/decode.ts'
import { findHeader } from '../../table/dialect.ts'
import { parse } from '../../table/parse.ts'
import type { Row } from '../../table/table.ts'
import { SnapshotFault } from './snapshot-fault.ts'

/** Names of columns. `words`: other names for some, without case, accents, blanks and signs. */
export type ExportColumns = {
  readonly required: readonly string[]
  readonly optional: readonly string[]
  readonly words: Readonly<Record<string, string>>
}

/** The cell of one row in that column; undefined when the export has no such column. */
export type ExportRow = (column: string) => string | undefined

/**
 * Makes one thing of each row of a CSV file, in any encoding and with any separator that a posted file may have. Other
 * columns are ignored. Throws SnapshotFault, also those that `make` throws, with the row.
 */
export function readExport<T>(bytes: Uint8Array, columns: ExportColumns, make: (row: ExportRow) => T): readonly T[] {
  const { header, rows } = tableOf(textOf(bytes), columns)
  const places = placesOf(header, columns)
  const missing = columns.required.filter((name) => !places.has(name))
  if (missing.length > 0) throw new SnapshotFault(`the columns ${missing.join(', ')} are missing`)
  const made = Array.from(rows, (row) => {
    if (row.cells.length !== header.length)
      throw new SnapshotFault(`row ${row.number} has ${row.cells.length} cells, expected ${header.length}`)
    return inRow(row, () => make((column) => row.cells[places.get(column) ?? -1]))
  })
  if (made.length === 0) throw new SnapshotFault('there is no row below the names of the columns')
  return made
}

function textOf(bytes: Uint8Array): string {
  const decoded = decode(bytes)
  if (decoded.kind === 'unreadable') throw new SnapshotFault(`it is not a CSV file (${decoded.reason})`)
  if (decoded.alternatives.length > 0) throw new SnapshotFault('its encoding is uncertain: export it as UTF-8')
  return decoded.text
}

function tableOf(text: string, columns: ExportColumns): { header: readonly string[]; rows: Iterable<Row> } {
  const { delimiter, start, skipped } = findHeader(text, (cells) => scoreOf(cells, columns))
  if (delimiter === null) throw new SnapshotFault(`no row names the columns ${columns.required.join(', ')}`)
  const { rows, fault } = parse(text.slice(start), delimiter, skipped.length + 1)
  if (fault) throw new SnapshotFault(`a quote opens in row ${fault.row} and is not closed where its cell ends`)
  const [header, ...others] = rows
  return { header: header?.cells ?? [], rows: others }
}

/** As many as there are known names; 100 more for all that are needed. */
function scoreOf(cells: readonly string[], columns: ExportColumns): number {
  const { size, has } = namesIn(cells, columns)
  return size + (columns.required.every(has) ? 100 : 0)
}

function namesIn(cells: readonly string[], columns: ExportColumns) {
  const places = placesOf(cells, columns)
  return { size: places.size, has: (name: string) => places.has(name) }
}

/** Where each column is: by its own name if it is there, else by the first other word for it. */
function placesOf(cells: readonly string[], { required, optional, words }: ExportColumns): ReadonlyMap<string, number> {
  const names = cells.map(squeeze)
  const places = new Map<string, number>()
  for (const name of [...required, ...optional]) {
    const others = Object.keys(words).filter((word) => words[word] === name)
    const at = [name, ...others].map((word) => names.indexOf(word)).find((index) => index >= 0)
    if (at !== undefined) places.set(name, at)
  }
  return places
}

function inRow<T>({ number }: Row, make: () => T): T {
  try {
    return make()
  } catch (error) {
    if (error instanceof SnapshotFault) throw new SnapshotFault(`row ${number}: ${error.message}`)
    throw error
  }
}
