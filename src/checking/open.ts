// From posted bytes to a header and rows, with everything that was noticed on the way.
import { type Decoded, decode } from '../table/decode.ts'
import { findHeader, unwrap } from '../table/dialect.ts'
import { parse, type QuoteFault } from '../table/parse.ts'
import { type PlainTable, RowCursor, rowsOf } from '../table/row-cursor.ts'
import { workbookFormat } from '../table/spreadsheet.ts'
import type { Delimiter, Row } from '../table/table.ts'
import type { Utf8Text } from '../table/utf8-text.ts'
import { headerScore, mostColumns, readHeader } from './header.ts'
import { openSpreadsheet } from './open-spreadsheet.ts'
import type { DoubtfulCell, Limits, Source } from './source.ts'

export type Opened = {
  readonly source: Source
  readonly columns: readonly string[]
  /** Data rows, as often as asked. */
  readonly rows: () => Iterable<Row>
  /** Where the data rows are, for a text whose rows are nothing but lines; else null. */
  readonly plain: PlainTable | null
}

/** Reads a posted file. Never throws: what is not a table is named in the source. */
export function open(bytes: Uint8Array, limits: Limits): Opened {
  const empty = emptySource(bytes.length, limits)
  if (bytes.length > limits.bytes) return nothing(empty)
  if (workbookFormat(bytes) !== null) return openSpreadsheet(bytes, empty)
  const decoded = decode(bytes)
  if (decoded.kind === 'unreadable') return nothing({ ...empty, unreadable: decoded.reason })
  return openText(decoded, empty)
}

/** The lines in which a header is looked for, one above them, and one to be sure. */
const linesOfTop = 12

const nothing = (source: Source): Opened => ({ source, columns: [], rows: () => [], plain: null })

function openText({ utf8, encoding, boms, endMark, alternatives }: Decoded, empty: Source): Opened {
  const top = utf8.topLines(linesOfTop)
  const { delimiter, separatorLine, skipped, start, wrapped } = findHeader(top, headerScore)
  const lines = Math.min(utf8.linesBelow, empty.limits.rows + 1)
  const layout = { delimiter, separatorLine, titleLines: skipped, wrapped }
  const marks = { encoding, boms, endMark, unusualLineEnds: hasUnusualLineEnds(utf8) }
  const source = {
    ...empty,
    ...marks,
    ...layout,
    lines,
    hasHeader: delimiter !== null,
    mentionsPeople: utf8.head(2000).includes('@'),
  }
  if (delimiter === null || lines > empty.limits.rows) return nothing(source)
  const place = { start, delimiter, wrapped, firstRow: skipped.length + 1 }
  const table = tableIn(utf8, top, place)
  const { requoted, fault, columns, rows, plain } = table
  const others = columns.length > mostColumns ? [] : alternatives
  const doubtful = others.flatMap((other) => doubtfulCells(table, parsedTable(other.text, place)))
  return {
    source: { ...source, requoted, fault, doubtful, columns: columns.length, hasRows: firstOf(rows()) !== undefined },
    columns,
    rows,
    plain,
  }
}

function emptySource(bytes: number, limits: Limits): Source {
  const layout = { delimiter: null, separatorLine: null, titleLines: [], wrapped: false }
  const content = {
    requoted: false,
    fault: null,
    doubtful: [],
    lines: 0,
    hasHeader: false,
    columns: 0,
    hasRows: false,
    mentionsPeople: false,
  }
  const ends = { boms: 0, endMark: false, unusualLineEnds: false }
  return { bytes, unreadable: null, format: 'csv', encoding: null, ...ends, ...layout, ...content, limits }
}

const hasUnusualLineEnds = (utf8: Utf8Text): boolean => !utf8.hasLineEnds() && /[\u0085\u2028\u2029]/.test(utf8.text)

const weighty = ['username', 'course', 'role', 'group']

/** Cells of the columns that decide who is enrolled where, read otherwise by another encoding; a few are enough. */
function doubtfulCells(table: TextTable, other: TextTable): readonly DoubtfulCell[] {
  const { columns } = readHeader(table.columns, () => [])
  const cells: DoubtfulCell[] = []
  const others = Iterator.from(other.rows())
  for (const row of table.rows()) {
    const next = others.next()
    const there = next.done ? [] : next.value.cells
    for (const { index, field } of columns) {
      const [read = '', otherwise = ''] = [row.cells[index], there[index]]
      if (weighty.includes(field) && read !== otherwise) cells.push({ field, read, other: otherwise })
    }
    if (cells.length >= 5) break
  }
  return cells
}

function firstOf(rows: Iterable<Row>): Row | undefined {
  for (const row of rows) return row
  return undefined
}

type TextTable = Omit<Opened, 'source'> & { readonly requoted: boolean; readonly fault: QuoteFault | null }

/** Where the table starts in the text, and how it is laid out. */
type Place = {
  readonly start: number
  readonly delimiter: Delimiter
  readonly wrapped: boolean
  readonly firstRow: number
}

function tableIn(utf8: Utf8Text, top: string, place: Place): TextTable {
  const start = Buffer.byteLength(top.slice(0, place.start))
  if (place.wrapped || !utf8.hasLineEnds(start) || utf8.has('"', start)) return parsedTable(utf8.text, place)
  const { delimiter, firstRow } = place
  const lines = { bytes: utf8.bytes, start, delimiter, firstRow }
  const header = new RowCursor(lines)
  header.next()
  const plain = { ...lines, start: header.end, firstRow: firstRow + 1 }
  return { columns: header.row().cells, rows: () => rowsOf(plain), plain, requoted: false, fault: null }
}

function parsedTable(text: string, { start, delimiter, wrapped, firstRow }: Place): TextTable {
  const parsed = parse(text.slice(start), delimiter, firstRow)
  const first = firstOf(parsed.rows)
  const columns = (first && (wrapped ? unwrapLine(first, delimiter) : first.cells)) ?? []
  const all = () => afterFirst(parsed.rows)
  const rows = wrapped ? () => unwrapped(all(), delimiter, columns.length) : all
  return { columns, rows, plain: null, requoted: parsed.requoted, fault: parsed.fault }
}

function unwrapLine(row: Row, delimiter: Delimiter): readonly string[] {
  for (const inner of parse(row.cells[0] ?? '', delimiter).rows) return inner.cells
  return row.cells
}

/** The iterator itself past its first row: a generator around it would cost a tenth of the check. */
function afterFirst(rows: Iterable<Row>): Iterable<Row> {
  const iterator = rows[Symbol.iterator]()
  iterator.next()
  return { [Symbol.iterator]: () => iterator }
}

function* unwrapped(rows: Iterable<Row>, delimiter: Delimiter, count: number): Generator<Row> {
  for (const row of rows) yield { ...row, cells: unwrap(row.cells, delimiter, count) ?? row.cells, line: null }
}
