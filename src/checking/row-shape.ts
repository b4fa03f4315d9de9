// Which rows the rules on shape are asked about, told from how many cells there are and how each of them begins.
import type { Header } from './header.ts'
import type { ShapeRule } from './rule.ts'

export type RowShape = {
  /** Number of cells. */
  readonly cells: number
  /** The first byte or UTF-16 unit of a cell, 0 of an empty one. */
  first(cell: number): number
}

export const shapeOf = (cells: readonly string[]): RowShape => ({
  cells: cells.length,
  first: (cell) => (cells[cell]?.charCodeAt(0) ?? 0) || 0,
})

/** What a row is, of the kinds that the rules on shape are about. */
export const is: Readonly<Record<ShapeRule['about'], (shape: RowShape, header: Header) => boolean>> = {
  misfit: ({ cells }, { columns }) => cells !== columns.length,
  bare: (shape) => {
    let visible = 0
    for (let cell = 0; cell < shape.cells && visible < 2; cell++) if (isVisible(shape.first(cell))) visible++
    return visible < 2
  },
  'header-like': (shape, { columns }) => {
    if (shape.cells !== columns.length) return false
    for (let cell = 0; cell < columns.length; cell++)
      if (!mayBeSame(columns[cell]!.posted.charCodeAt(0), shape.first(cell))) return false
    return true
  },
}

/** Two visible ASCII signs that differ in more than case settle it for nearly every row. */
const mayBeSame = (a: number, b: number): boolean => !isVisible(a) || !isVisible(b) || (a | 32) === (b | 32)

/** Of ASCII, blank aside. */
const isVisible = (sign: number): boolean => sign > 0x20 && sign < 0x7f
