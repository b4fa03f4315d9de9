// Where the box of a note opens: to the right of its cell, as large as its text wherever columns and rows are wide or high.
import type { Sheet } from './sheet.ts'

/** Size of the box in pixels, for a line that long. */
const boxWidth = 340
const letters = 48
const lineHeight = 17
const margin = 14

/** Of a column whose width is not said, and of a letter; of a row whose height is not. */
const usualWidth = 64
const letterWidth = 7
const usualHeight = 18

/** What a box needs to know of its sheet: pixels of columns and rows, both counted from 0. */
export type Grid = { readonly column: (index: number) => number; readonly row: (index: number) => number }

/** `heights` in points, by row number. */
export function gridOf({ widths }: Pick<Sheet, 'widths'>, heights: ReadonlyMap<number, number>): Grid {
  return {
    column: (index) => (widths[index] === undefined ? usualWidth : widths[index] * letterWidth),
    row: (index) => ((heights.get(index + 1) ?? 0) * 4) / 3 || usualHeight,
  }
}

/** Left column and pixels into it, top row and pixels, right column and pixels, bottom row and pixels (VML `x:Anchor`). */
export function boxAnchor(column: number, row: number, text: string, grid: Grid): readonly number[] {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0)
  const left = column + 1
  const [right, acrossRight] = walk(left, boxWidth, grid.column)
  const [bottom, downBottom] = walk(row, lines * lineHeight + margin, grid.row)
  return [left, 12, row, 2, right, acrossRight, bottom, downBottom]
}

function walk(start: number, distance: number, sizeOf: (index: number) => number): readonly [number, number] {
  let at = start
  let left = distance
  for (let size = sizeOf(at); left > size; size = sizeOf(at)) {
    left -= size
    at++
  }
  return [at, Math.round(left)]
}
