import { expect, test } from 'vitest'
import { staying } from '../../src/batches/staying.ts'

const last = (...names: readonly string[]) => {
  const files = names.map((name, index) => ({ number: index + 1, name }))
  return staying(files.at(-1)!, files.slice(0, -1))
}

test.each([
  ['the first file', ['liste.csv'], []],
  ['a whole new version', ['liste.csv', 'liste.csv'], []],
  ['the rows to review', ['liste.csv', 'liste.a-revoir.csv'], [1]],
  ['the same rows to review once more', ['liste.csv', 'liste.a-revoir.csv', 'liste.a-revoir (1).csv'], [1]],
  ['what was left of those', ['list.csv', 'list.rejected.csv', 'list.rejected-2.csv'], [1, 2]],
  ['what was left in the end', ['l.csv', 'l.a-revoir.csv', 'l.a-revoir-2.csv', 'l.a-revoir-3.csv'], [1, 2, 3]],
  ['what was left of the last but one', ['l.csv', 'l.a-revoir.csv', 'l.a-revoir-2.csv', 'l.a-revoir-2.csv'], [1, 2]],
  ['the rows to review of a whole new version', ['l.csv', 'l.a-revoir.csv', 'l.csv', 'l.a-revoir.csv'], [3]],
  ['a number of the version before', ['l.csv', 'l.a-revoir.csv', 'l.csv', 'l.a-revoir-2.csv'], [3]],
  ['a number that no file had', ['l.csv', 'l.a-revoir-7.csv'], [1]],
  ['a whole version after the rows to review', ['l.csv', 'l.a-revoir.csv', 'l.csv'], []],
  ['a request that began with such a file', ['l.a-revoir.csv', 'l.a-revoir.csv'], [1]],
  ['a first file of such a name', ['l.a-revoir.csv'], []],
  ['a forgotten name', ['…', 'l.a-revoir.csv'], [1]],
] as const)('%s', (_, names, expected) => {
  expect(last(...names)).toEqual(expected)
})
