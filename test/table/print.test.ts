import { describe, expect, test } from 'vitest'
import { neutralise, printRow, printTable } from '../../src/table/print.ts'

test.each([
  ['plain', ['a', 'b'], 'a,b'],
  ['the separator', ['a,b', 'c;d'], '"a,b",c;d'],
  ['a quote', ['Salle 19"'], '"Salle 19"""'],
  ['line ends', ['a\nb', 'c\rd'], '"a\nb","c\rd"'],
  ['blanks at the edge', [' a ', '\tb'], ' a ,\tb'],
  ['a blank, then a quote', [' "a"'], '" ""a"""'],
  ['empty cells', ['', ''], ','],
  ['one empty cell', [''], '""'],
  ['backslashes', ['a\\', '\\'], 'a\\,\\'],
])('%s', (_, cells, line) => {
  expect(printRow(cells, ',')).toBe(line)
})

test('only the separator of the file calls for quotes', () => {
  expect(printRow(['a,b', 'c;d', 'e\tf'], ';')).toBe('a,b;"c;d";e\tf')
  expect(printRow(['a,b', 'c;d', 'e\tf'], '\t')).toBe('a,b\tc;d\t"e\tf"')
})

test('each row ends with LF', () => {
  expect(printTable([['a', 'b'], [''], ['1', '2']], ';')).toBe('a;b\n""\n1;2\n')
  expect(printTable([], ';')).toBe('')
})

describe('cells that a spreadsheet would execute', () => {
  test.each(['=1+1', '+33 6', '-1', '@SUM(A1)', '\tcmd', '\rcmd'])('%j', (cell) => {
    expect(neutralise(cell)).toBe(`'${cell}`)
  })
  test.each(['', 'a=b', ' =1', "'=1", '1-2', 'a@b.example'])('%j stays', (cell) => {
    expect(neutralise(cell)).toBe(cell)
  })
})
