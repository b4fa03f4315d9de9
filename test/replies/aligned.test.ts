import { expect, test } from 'vitest'
import { aligned } from '../../src/replies/aligned.ts'

test('columns are as wide as their widest cell, the last one is not padded', () => {
  expect(
    aligned([
      ['a', 'bb', 'c'],
      ['aaa', 'b', 'cc'],
    ]),
  ).toEqual(['a    bb  c', 'aaa  b   cc'])
})

test('empty columns are left out', () => {
  expect(
    aligned([
      ['a', '', 'c'],
      ['b', '', 'd'],
    ]),
  ).toEqual(['a  c', 'b  d'])
})

test('rows may be of unequal lengths', () => {
  expect(aligned([['a'], ['bb', 'c']])).toEqual(['a', 'bb  c'])
})

test('an accent apart from its letter takes no room', () => {
  expect(
    aligned([
      ['é'.normalize('NFD'), 'x'],
      ['é', 'x'],
    ]).map((line) => line.normalize('NFC')),
  ).toEqual(['é  x', 'é  x'])
})
