// A workbook posted as it is becomes a table of text with the row numbers that the person sees.
import { readWorkbook } from '../table/spreadsheet.ts'
import type { Row } from '../table/table.ts'
import { headerScore } from './header.ts'
import type { Opened } from './open.ts'
import type { Source } from './source.ts'

/** The first visible sheet that has the header. Its rows keep the numbers that the person sees. */
export function openSpreadsheet(bytes: Uint8Array, empty: Source): Opened {
  const workbook = readWorkbook(bytes, { inflatedBytes: maxInflated, rows: empty.limits.rows + 1 })
  if ('kind' in workbook) return { ...nothing, source: { ...empty, unreadable: workbook.reason } }
  const { format, sheets } = workbook
  const places = sheets.map(({ rows }) => ({ rows, at: headerRow(rows) }))
  const { rows, at } = places.find((place) => place.at >= 0) ?? { rows: sheets[0]?.rows ?? [], at: -1 }
  const header = rows[at]
  const source = { ...empty, format, lines: rows.length - 1, hasHeader: header !== undefined }
  if (header === undefined) return { ...nothing, source: { ...source, unreadable: rows.length === 0 ? 'empty' : null } }
  const data = rows
    .slice(at + 1)
    .map((cells, index): Row => ({ number: at + index + 2, cells: padded(cells, header.length), line: null }))
  const filled = data.filter(({ cells }) => cells.some((cell) => cell !== ''))
  const titleLines = rows
    .slice(0, at)
    .map((cells) => cells.join(' ').trim())
    .filter((title) => title !== '')
  return {
    source: { ...source, columns: header.length, titleLines, hasRows: filled.length > 0 },
    columns: header,
    rows: () => filled,
    plain: null,
  }
}

/** Unpacked text and parts of a workbook, in bytes: beyond it nothing that people type in. */
const maxInflated = 32_000_000

/** Index of the header among the first rows: the first row if it has a known name, else the first unmistakable one. */
function headerRow(rows: readonly (readonly string[])[]): number {
  const scores = rows.slice(0, linesLookedAt).map(headerScore)
  const unmistakable = scores.findIndex((score) => score >= 100)
  const first = rows.findIndex((cells) => cells.some((cell) => cell !== ''))
  return unmistakable >= 0 ? unmistakable : (scores[first] ?? 0) > 0 ? first : -1
}

const linesLookedAt = 10

/** A sheet has no separators: a row that ends early ends in empty cells. */
const padded = (cells: readonly string[], count: number): readonly string[] =>
  cells.length >= count ? cells : [...cells, ...Array.from({ length: count - cells.length }, () => '')]

const nothing = { columns: [], rows: () => [], plain: null }
