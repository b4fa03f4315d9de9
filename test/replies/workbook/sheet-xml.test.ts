import { expect, test } from 'vitest'
import { heightsOf } from '../../../src/replies/workbook/row-height.ts'
import { type Cell, columnLetters, type Sheet } from '../../../src/replies/workbook/sheet.ts'
import { widthsOf } from '../../../src/replies/workbook/widths.ts'
import { xmlText } from '../../../src/replies/workbook/xml-text.ts'

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16_383, 'XFD'],
])('column %i is %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters)
})

test.each([
  ['a < b & "c" > d', 'a &lt; b &amp; &quot;c&quot; &gt; d'],
  ['une ligne\net\tune autre', 'une ligne\net\tune autre'],
  ['\r\0\uFFFE', '_x000D__x0000__xFFFE_'],
  ['_x0041_ _x41_', '_x005F_x0041_ _x41_'],
  ['🎓 é', '🎓 é'],
])('%j stands in XML as %j', (text, written) => {
  expect(xmlText(text)).toBe(written)
})

const row = (number: number, ...cells: readonly Omit<Cell, 'column'>[]) => ({
  number,
  cells: cells.map((cell, column) => ({ column, ...cell })),
})

test('columns are as wide as what they hold, within bounds; sentences have the most room', () => {
  const rows = [
    row(
      1,
      { text: 'a', style: 'header' },
      { text: 'username', style: 'header' },
      { text: 'x'.repeat(99), style: 'text' },
    ),
    row(2, { text: '', style: 'text' }, { text: '2190001021900010', style: 'text' }),
  ]
  expect(widthsOf(rows, 4)).toEqual([8, 19, 36, 8, 90])
})

test('a row is as high as its longest sentence; a long cell that is not marked does not count', () => {
  const rows = [
    row(1, { text: 'username', style: 'header' }),
    row(2, { text: 'x'.repeat(100), style: 'text' }, { text: 'court', style: 'sentence' }),
    row(3, { text: 'a\nb', style: 'error' }, { text: 'x'.repeat(41), style: 'sentence' }),
    row(4, { text: 'a\n'.repeat(500), style: 'sentence' }),
  ]
  const sheet: Sheet = { name: 'x', rows, widths: [10, 20], frozenColumns: 0, lastRow: 4 }
  expect([...heightsOf(sheet)]).toEqual([
    [3, 40.5],
    [4, 405],
  ])
})
