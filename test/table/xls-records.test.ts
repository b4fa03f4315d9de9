import { expect, test } from 'vitest'
import type { CannotOpen } from '../../src/table/cannot-open.ts'
import { onlyValues } from '../../src/table/xls-records.ts'

type Record = readonly [type: number, ...content: number[]]
const stream = (...records: readonly Record[]) =>
  Uint8Array.from(
    records.flatMap(([type, ...content]) => [
      type & 0xff,
      type >> 8,
      content.length & 0xff,
      content.length >> 8,
      ...content,
    ]),
  )
const bof: Record = [0x809, 0, 6, 5, 0]
const [eof, sst, note, continued]: Record[] = [[0x0a], [0xfc, 1, 2], [0x1c, 3, 4], [0x3c, 5]]
const reasonOf = (bytes: Uint8Array) => {
  try {
    onlyValues(bytes)
    return null
  } catch (error) {
    return (error as CannotOpen).reason
  }
}

test('records that hold no value are blanked out, and what continues them', () => {
  const posted = stream(bof, sst!, continued!, note!, continued!, eof!)
  const before = posted.slice()
  const blank = (record: Record): Record => [0xfff, ...record.slice(1)]
  const expected = stream(bof, sst!, continued!, blank(note!), blank(continued!), eof!)
  expect(new Uint8Array(onlyValues(posted))).toEqual(expected)
  expect(posted).toEqual(before)
})

test('zeros at the end are padding', () => {
  expect(reasonOf(Uint8Array.from([...stream(bof, eof!), 0, 0, 0, 0, 0, 0]))).toBeNull()
})

test.each<[string, Uint8Array, string]>([
  ['locked', stream(bof, [0x2f, 1, 2]), 'encrypted'],
  ['of Excel 95', stream([0x809, 0, 5, 5, 0]), 'spreadsheet'],
  ['with a sheet of Excel 95', stream(bof, [0x809, 0, 5, 5, 0]), 'spreadsheet'],
  ['without a start', stream(sst!), 'spreadsheet'],
  ['cut', stream(bof, sst!).subarray(0, -1), 'spreadsheet'],
  ['with an endless record', stream(bof, [0xfc, ...Array.from({ length: 8225 }, () => 0)]), 'spreadsheet'],
])('a stream %s is refused', (_, bytes, reason) => {
  expect(reasonOf(bytes)).toBe(reason)
})
