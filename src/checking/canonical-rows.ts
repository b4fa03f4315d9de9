// Corrected texts read back: two rows are the same when all their cells are, in whatever order the columns stand.
import { parse } from '../table/parse.ts'
import { printTable } from '../table/print.ts'
import type { Delimiter } from '../table/table.ts'

/** Rows of a corrected file under its canonical columns. */
export type CanonicalRows = {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Reads a corrected text of this program (UTF-8, `,` or `;`); nothing, or no bytes, is no rows. */
export function readCanonical(bytes: Uint8Array | null): CanonicalRows {
  if (bytes === null || bytes.length === 0) return { columns: [], rows: [] }
  const text = new TextDecoder().decode(bytes)
  const [head, ...rows] = Array.from(parse(text, delimiterOf(text)).rows, ({ cells }) => cells)
  return { columns: head ?? [], rows }
}

/** What two rows under those columns have in common when they are the same row. An empty cell is as good as none. */
export function rowKeys(columns: readonly string[]): (cells: readonly string[]) => string {
  const sorted = columns.map((name, index) => ({ name, index })).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  return (cells) => {
    let key = ''
    for (const { name, index } of sorted) {
      const cell = cells[index] ?? ''
      // With its length, a cell cannot be taken for the next.
      if (cell !== '') key += `${name} ${cell.length} ${cell}`
    }
    return key
  }
}

/** The cells of rows of `from` in the order of `columns`; '' where it has no such column. */
export function underColumns(from: readonly string[], columns: readonly string[]) {
  const places = columns.map((name) => from.indexOf(name))
  return (cells: readonly string[]): readonly string[] => places.map((place) => cells[place] ?? '')
}

/** `rows` but for those that are among `others`. */
export function without({ columns, rows }: CanonicalRows, others: CanonicalRows): CanonicalRows {
  if (others.rows.length === 0) return { columns, rows }
  const known = new Set(others.rows.map(rowKeys(others.columns)))
  const keyOf = rowKeys(columns)
  return { columns, rows: rows.filter((cells) => !known.has(keyOf(cells))) }
}

/** Both corrected texts as one, each row once: what was handed over so far, with what is handed over now. */
export function allRows(before: Uint8Array | null, added: Uint8Array): Uint8Array {
  const [first, more] = [readCanonical(before), readCanonical(added)]
  const columns = [...new Set([...first.columns, ...more.columns])]
  const fresh = without(more, first)
  const rows = [first, fresh].flatMap((part) => part.rows.map(underColumns(part.columns, columns)))
  return new TextEncoder().encode(printTable([columns, ...rows], delimiterOf(new TextDecoder().decode(added))))
}

/** The names of columns hold neither. */
const delimiterOf = (text: string): Delimiter => (/^[^\n]*;/.test(text) ? ';' : ',')
