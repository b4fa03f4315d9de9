// The way back from a row as it is written to its cells.
import { parse } from '../table/parse.ts'
import type { Delimiter } from '../table/table.ts'

/** The cells of one row that `printRow` wrote; the first `most` of them are enough. */
export function writtenCells(line: string, delimiter: Delimiter, most?: number): readonly string[] {
  if (!line.includes('"')) return line.split(delimiter, most)
  for (const { cells } of parse(line, delimiter).rows) return cells
  return []
}
