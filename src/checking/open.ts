// From posted bytes to a header and rows, with everything that was noticed on the way.
import { type Decoded, decode } from '../table/decode.ts'
import { findHeader, unwrap } from '../table/dialect.ts'
import { parse, type QuoteFault } from '../table/parse.ts'
import { workbookFormat } from '../table/spreadsheet.ts'
import type { Delimiter, Row } from '../table/table.ts'
import { headerScore, mostColumns, readHeader } from './header.ts'
import { openSpreadsheet } from './open-spreadsheet.ts'
import type { DoubtfulCell, Limits, Source } from './source.ts'

export type Opened = {
  readonly source: Source
  readonly columns: readonly string[]
  /** Data rows, as often as asked. */
  readonly rows: () => Iterable<Row>
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

const nothing = (source: Source): Opened => ({ source, columns: [], rows: () => [] })

function openText({ text, encoding, boms, endMark, alternatives }: Decoded, empty: Source): Opened {
  const { delimiter, separatorLine, skipped, start, wrapped } = findHeader(text, headerScore)
  const lines = countLines(text, empty.limits.rows + 1)
  const layout = { delimiter, separatorLine, titleLines: skipped, wrapped }
  const marks = { encoding, boms, endMark, unusualLineEnds: hasUnusualLineEnds(text) }
  const source = {
    ...empty,
    ...marks,
    ...layout,
    lines,
    hasHeader: delimiter !== null,
    mentionsPeople: text.slice(0, 2000).includes('@'),
  }
  if (delimiter === null || lines > empty.limits.rows) return nothing(source)
  const read = (whole: string) => tableAt(whole.slice(start), delimiter, wrapped, skipped.length + 1)
  const table = read(text)
  const { requoted, fault, columns, rows } = table
  const others = columns.length > mostColumns ? [] : alternatives
  const doubtful = others.flatMap((other) => doubtfulCells(table, read(other.text)))
  return {
    source: { ...source, requoted, fault, doubtful, columns: columns.length, hasRows: firstOf(rows()) !== undefined },
    columns,
    rows,
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

const hasUnusualLineEnds = (text: string): boolean => !/[\n\r]/.test(text) && /[\u0085\u2028\u2029]/.test(text)

/** Lines below the first, up to `most`: a bound on the rows that costs nothing. Blank lines at the end do not count. */
function countLines(text: string, most: number): number {
  const end = ['\n', '\r', '\u2028', '\u2029', '\u0085'].find((each) => text.includes(each)) ?? '\n'
  const last = text.trimEnd().length
  let count = 0
  for (let at = text.indexOf(end); at >= 0 && at < last && count < most; at = text.indexOf(end, at + 1)) count++
  return count
}

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

type TextTable = {
  readonly columns: readonly string[]
  readonly rows: () => Iterable<Row>
  readonly requoted: boolean
  readonly fault: QuoteFault | null
}

function tableAt(text: string, delimiter: Delimiter, wrapped: boolean, firstRow: number): TextTable {
  const parsed = parse(text, delimiter, firstRow)
  const first = firstOf(parsed.rows)
  const columns = (first && (wrapped ? unwrapLine(first, delimiter) : first.cells)) ?? []
  const all = () => afterFirst(parsed.rows)
  const data = wrapped ? () => unwrapped(all(), delimiter, columns.length) : all
  return { columns, rows: data, requoted: parsed.requoted, fault: parsed.fault }
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
