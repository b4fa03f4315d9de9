import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localeOf } from '../../src/replies/locales/index.ts'
import { rowsText } from '../../src/replies/rows.ts'

const fr = localeOf('fr')
const en = localeOf('en')

test.each([
  [[], ''],
  [[3], 'ligne 3'],
  [[3, 3], 'ligne 3'],
  [[7, 3], 'lignes 3 et 7'],
  [[8, 9], 'lignes 8 et 9'],
  [[3, 8, 9, 10, 11, 12, 40], 'lignes 3, 8–12 et 40'],
  [[2, 3, 4], 'lignes 2–4'],
] as const)('%j in French: %s', (rows, expected) => {
  expect(rowsText(rows, fr)).toBe(expected)
})

test.each([
  [[3], 'row 3'],
  [[3, 8, 9, 10, 11, 12, 40], 'rows 3, 8–12 and 40'],
] as const)('%j in English: %s', (rows, expected) => {
  expect(rowsText(rows, en)).toBe(expected)
})

test('many ranges are counted rather than named', () => {
  const odd = Array.from({ length: 100 }, (_, index) => index * 2 + 3)
  expect(rowsText(odd, fr)).toBe('lignes 3, 5, 7, 9, 11, 13 et 94 autres')
  expect(rowsText(odd, en)).toBe('rows 3, 5, 7, 9, 11, 13 and 94 others')
})

test('one more range than the limit is named, as "1 other" saves nothing', () => {
  expect(rowsText([3, 5, 7, 9, 11, 13, 15], fr)).toBe('lignes 3, 5, 7, 9, 11, 13 et 15')
})

const anyRows = fc.uniqueArray(fc.integer({ min: 2, max: 60 }), { minLength: 1 })

/** The rows that a text without "others" names. */
function named(text: string): number[] {
  return [...text.matchAll(/(\d+)(?:–(\d+))?/g)].flatMap(([, from, to = from]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index),
  )
}

test('without a limit every row is named once, in order', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      expect(named(rowsText(rows, fr, Number.POSITIVE_INFINITY))).toEqual(rows.toSorted((a, b) => a - b))
    }),
  )
})

test('any rows fit on one line', () => {
  fc.assert(fc.property(anyRows, (rows) => rowsText(rows, fr).length <= 80))
})
