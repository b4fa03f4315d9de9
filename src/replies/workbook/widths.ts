// Columns as wide as what they hold, within what is comfortable on a screen.
import type { SheetRow } from './sheet.ts'

/** In characters. */
const narrowest = 8
const widest = 36
const sentences = 90
/** The arrow of the filter in a header, and some air. */
const air = 3
const rowsLookedAt = 300

/** Widths of the columns before `last`, which holds sentences, and of that one. */
export function widthsOf(rows: readonly SheetRow[], last: number): readonly number[] {
  const widths = Array.from({ length: last }, () => narrowest)
  for (const { cells } of rows.slice(0, rowsLookedAt)) {
    for (const { column, text } of cells) {
      if (column < last) widths[column] = Math.max(widths[column] ?? narrowest, Math.min(widest, text.length + air))
    }
  }
  return [...widths, sentences]
}
