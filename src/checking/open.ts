// From posted bytes to a header and rows, with everything that was noticed on the way.
import { type Decoded, decode } from '../table/decode.ts'
import { findHeader, unwrap } from '../table/dialect.ts'
import { parse, type QuoteFault } from '../table/parse.ts'
import type { Delimiter, Row, UnreadableReason } from '../table/table.ts'
import { headerScore } from './header.ts'
import type { Limits, Source } from './source.ts'

export type Opened = {
  readonly source: Source
  readonly columns: readonly string[]
  /** Data rows, as often as asked. */
  readonly rows: () => Iterable<Row>
}

/** Reads a text file. Never throws: what is not a table is named. */
export function openText(bytes: Uint8Array, limits: Limits): Opened | { readonly unreadable: UnreadableReason } {
  const decoded = decode(bytes)
  if (decoded.kind === 'unreadable') return { unreadable: decoded.reason }
  const place = findHeader(decoded.text, headerScore)
  const layout = {
    delimiter: place.delimiter,
    separatorLine: place.separatorLine,
    titleLines: place.skipped,
    wrapped: place.wrapped,
  }
  const plain = sourceOf(decoded, layout, limits)
  if (place.delimiter === null || plain.dataRows > limits.rows) return { source: plain, columns: [], rows: () => [] }
  const table = tableAt(decoded.text.slice(place.start), place.delimiter, place.wrapped, place.skipped.length + 1)
  const source = { ...plain, requoted: table.requoted, fault: table.fault }
  return { source, columns: table.columns, rows: table.rows }
}

type Layout = Pick<Source, 'delimiter' | 'separatorLine' | 'titleLines' | 'wrapped'>

function sourceOf(decoded: Decoded, layout: Layout, limits: Limits): Source {
  return {
    format: 'csv',
    encoding: decoded.encoding,
    boms: decoded.boms,
    ...layout,
    requoted: false,
    fault: null,
    alternatives: decoded.alternatives,
    dataRows: countLines(decoded.text, limits.rows + 1),
    limits,
  }
}

/** Lines after the first, counted up to `most`: a bound on the rows that costs nothing. */
function countLines(text: string, most: number): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0 && count < most; at = text.indexOf('\n', at + 1)) count++
  return count
}

type TextTable = {
  readonly columns: readonly string[]
  readonly rows: () => Iterable<Row>
  readonly requoted: boolean
  readonly fault: QuoteFault | null
}

function tableAt(text: string, delimiter: Delimiter, wrapped: boolean, firstRow: number): TextTable {
  const parsed = parse(text, delimiter, firstRow)
  const rows = parsed.rows[Symbol.iterator]()
  const first: Row | undefined = rows.next().value
  const columns = (first && (wrapped ? unwrapLine(first, delimiter) : first.cells)) ?? []
  const all = () => afterFirst(parse(text, delimiter, firstRow).rows)
  const data = wrapped ? () => unwrapped(all(), delimiter, columns.length) : all
  return { columns, rows: data, requoted: parsed.requoted, fault: parsed.fault }
}

function unwrapLine(row: Row, delimiter: Delimiter): readonly string[] {
  for (const inner of parse(row.cells[0] ?? '', delimiter).rows) return inner.cells
  return row.cells
}

function* afterFirst(rows: Iterable<Row>): Generator<Row> {
  let isFirst = true
  for (const row of rows) {
    if (!isFirst) yield row
    isFirst = false
  }
}

function* unwrapped(rows: Iterable<Row>, delimiter: Delimiter, count: number): Generator<Row> {
  for (const row of rows) yield { ...row, cells: unwrap(row.cells, delimiter, count) ?? row.cells, line: null }
}
