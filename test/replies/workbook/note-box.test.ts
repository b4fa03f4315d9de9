import { expect, test } from 'vitest'
import { boxAnchor, gridOf } from '../../../src/replies/workbook/note-box.ts'

/** Pixels from the start of `from` to `across` pixels into `to`. */
const distance = (from: number, to: number, across: number, sizeOf: (index: number) => number) =>
  Array.from({ length: to - from }, (_, index) => sizeOf(from + index)).reduce((sum, size) => sum + size, across)

test.each([
  ['narrow columns', [8, 8, 8, 8, 8, 8, 8, 8]],
  ['a wide column', [8, 90, 8]],
  ['columns whose width is not said', []],
])('a box beside %s is as wide as ever', (_, widths) => {
  const grid = gridOf({ widths }, new Map())
  const [left, , , , right, across] = boxAnchor(0, 4, 'Rôle inconnu', grid)
  expect(left).toBe(1)
  expect(distance(1, right!, across!, grid.column)).toBe(340)
})

test('a box is as high as its text, however high the rows are', () => {
  const text = `${'mot '.repeat(30)}\n${'mot '.repeat(30)}`
  const heights = [
    new Map<number, number>(),
    new Map([
      [5, 100],
      [6, 15],
    ]),
  ].map((points) => {
    const grid = gridOf({ widths: [] }, points)
    const [, , top, , , , bottom, down] = boxAnchor(0, 4, text, grid)
    expect(top).toBe(4)
    return distance(4, bottom!, down!, grid.row)
  })
  expect(heights).toEqual([6 * 17 + 14, 6 * 17 + 14])
})
