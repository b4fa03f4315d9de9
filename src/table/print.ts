// Writes what Moodle (PHP's fgetcsv) reads back as the same cells; blanks at the edge of a cell need no quotes there.
import type { Delimiter } from './table.ts'

/** Returns the rows as RFC 4180 text, each ended by LF; no rows, no text. */
export function printTable(rows: Iterable<readonly string[]>, delimiter: Delimiter): string {
  let text = ''
  for (const cells of rows) text += `${printRow(cells, delimiter)}\n`
  return text
}

/** Returns one record without its line end. A row of one empty cell is `""`, as an empty line is no row. */
export function printRow(cells: readonly string[], delimiter: Delimiter): string {
  if (cells.length === 1 && cells[0] === '') return '""'
  return cells.map((cell) => printCell(cell, delimiter)).join(delimiter)
}

/** Returns the cell so that a spreadsheet shows it instead of executing it (OWASP, CSV injection). */
export function neutralise(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}

function printCell(cell: string, delimiter: Delimiter): string {
  const plain = !/["\n\r]/.test(cell) && !cell.includes(delimiter)
  return plain ? cell : `"${cell.replaceAll('"', '""')}"`
}
