// A sheet before it is XML: text cells only, as nothing in a table of ours is to be computed.

/** What is said of a cell, from what matters most; also the name of its style. */
export const marks = ['error', 'warning', 'repaired'] as const
export type Mark = (typeof marks)[number]
export type Style = 'text' | 'header' | 'number' | 'sentence' | Mark

export type Cell = {
  /** Counted from 0. */
  readonly column: number
  readonly text: string
  readonly style: Style
  /** Shown when the cell is pointed at. */
  readonly note?: string | undefined
}

/** `number` counts from 1; rows in order, those between two of them are empty. */
export type SheetRow = { readonly number: number; readonly cells: readonly Cell[] }

export type Sheet = {
  readonly name: string
  readonly rows: readonly SheetRow[]
  /** Of each column, in characters. */
  readonly widths: readonly number[]
  /** Columns that stay in view beside the header; null: a sheet to be read, without header or filter. */
  readonly frozenColumns: number | null
  /** Last row that the filter of the header concerns. */
  readonly lastRow: number
}

/** "A" for 0, "AA" for 26. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last
}
