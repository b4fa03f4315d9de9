// Applications do not all make a row as high as its wrapped text when they open a file, so the height is written down.
import type { Sheet, SheetRow } from './sheet.ts'
import { wraps } from './styles-xml.ts'

/** In points: of a line of text, and the most that Excel takes. */
const lineHeight = 13.5
const highest = 405

/** Heights of the rows that have one, by number. */
export const heightsOf = ({ rows, widths }: Sheet): ReadonlyMap<number, number> =>
  new Map(
    rows.flatMap((row) => {
      const height = rowHeight(row, widths)
      return height === null ? [] : [[row.number, height] as const]
    }),
  )

/** Height of a row in points; null when one line is enough. */
function rowHeight({ cells }: SheetRow, widths: readonly number[]): number | null {
  let lines = 1
  for (const { column, text, style } of cells) {
    if (wraps(style)) lines = Math.max(lines, linesOf(text, widths[column] ?? text.length))
  }
  return lines === 1 ? null : Math.min(highest, lines * lineHeight)
}

const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0)
