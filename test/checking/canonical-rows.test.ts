import { expect, test } from 'vitest'
import { allRows, readCanonical, rowKeys, without } from '../../src/checking/canonical-rows.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

test.each([
  ['nothing', null],
  ['no bytes', new Uint8Array()],
])('%s has no rows', (_, bytes) => {
  expect(readCanonical(bytes)).toEqual({ columns: [], rows: [] })
})

test('a text is read with the separator of its header', () => {
  expect(readCanonical(encode('username;course1\nana;"a;b"\nhugo;a,b\n'))).toEqual({
    columns: ['username', 'course1'],
    rows: [
      ['ana', 'a;b'],
      ['hugo', 'a,b'],
    ],
  })
})

test('a separator in a cell says nothing of the text', () => {
  expect(readCanonical(encode('username,course1\nana,GEO;S2\n')).rows).toEqual([['ana', 'GEO;S2']])
})

test.each([
  ['the order of the columns', ['b', 'a'], ['2', '1'], true],
  ['a column that is empty', ['a', 'b', 'c'], ['1', '2', ''], true],
  ['another cell', ['a', 'b'], ['1', '3'], false],
  ['cells changed round', ['a', 'b'], ['2', '1'], false],
  ['a cell more', ['a', 'b', 'c'], ['1', '2', '0'], false],
])('%s: the same row as a=1, b=2? %#', (_, columns, cells, isSame) => {
  expect(rowKeys(columns)(cells) === rowKeys(['a', 'b'])(['1', '2'])).toBe(isSame)
})

test('rows that are among others are left out', () => {
  const rows = {
    columns: ['a', 'b'],
    rows: [
      ['1', '2'],
      ['3', ''],
    ],
  }
  expect(without(rows, { columns: ['a'], rows: [['3']] }).rows).toEqual([['1', '2']])
})

test('what is handed over joins what was before, once, under all the columns', () => {
  const both = allRows(
    encode('username,course1\nana,Bio\n'),
    encode('course1;username;group1\nBio;ana;\nBio;hugo;TD\n'),
  )
  expect(decode(both)).toBe('username;course1;group1\nana;Bio;\nhugo;Bio;TD\n')
  expect(decode(allRows(both, both))).toBe(decode(both))
  expect(decode(allRows(null, encode('username\nana\n')))).toBe('username\nana\n')
})
