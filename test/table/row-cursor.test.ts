import { array, assert, constantFrom, integer, property, string, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { RowCursor, rowsOf } from '../../src/table/row-cursor.ts'
import { splitLines } from '../../src/table/split-lines.ts'
import { hashOf } from '../../src/table/text-hash.ts'

const runs = { numRuns: 1000 }
const encode = (text: string) => new TextEncoder().encode(text)
const piece = constantFrom(';', ';', '\n', '\r\n', '\r', 'a', 'A', 'É', 'œ', '\u2028', '😀', ' ', '\0', ',')
const text = array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))
const table = (posted: string, start = 0) => ({ bytes: encode(posted), start, delimiter: ';', firstRow: 7 }) as const

test('gives the rows of the text that its bytes are', () => {
  const same = property(text, (posted) => {
    expect([...rowsOf(table(posted))]).toEqual([...splitLines(posted, ';', 7)])
  })
  assert(same, runs)
})

test('starts in the middle of the bytes, and can be walked through twice', () => {
  const rows = rowsOf(table('é;title\na;b\n', 9))
  for (let time = 0; time < 2; time++) expect([...rows]).toEqual([{ number: 7, cells: ['a', 'b'], line: 'a;b' }])
})

test('knows of each cell its text, first byte and hash, and which bytes were in it', () => {
  const marks = new Int32Array(256)
  marks[encode('A')[0]!] = 0x100
  marks[encode('œ')[0]!] = 0x200
  const noted = property(text, integer(), (posted, seed) => {
    const row = new RowCursor(table(posted), { marks, seed, cells: 50 })
    while (row.next())
      for (const [cell, value] of row.row().cells.entries()) {
        expect(row.cell(cell)).toBe(value)
        expect(row.first(cell)).toBe(encode(value)[0] ?? 0)
        expect(row.hashes[cell]).toBe(hashOf(value, seed))
        expect((row.marks[cell]! & 0x100) !== 0).toBe(value.includes('A'))
        expect((row.marks[cell]! & 0x200) !== 0).toBe(value.includes('œ'))
      }
  })
  assert(noted, runs)
})

test('reads a cell as one text only, and holds cells side by side that have the same bytes', () => {
  const cell = string({ unit: constantFrom('a', 'é', 'ễ', '😀', '\uFFFD'), maxLength: 3 })
  const compared = property(tuple(cell, cell, cell), cell, ([a, b, c], other) => {
    const row = new RowCursor(table(`x;${a};${b}\nx;${other};${c}\n`), {
      marks: new Int32Array(256),
      seed: 0,
      cells: 3,
    })
    row.next()
    expect(row.reads(1, other)).toBe(a === other)
    expect(row.reads(1, `${a};${b}`)).toBe(false)
    const [start, end] = [row.startOf(1), row.ends[2]!]
    row.next()
    expect(row.holds({ first: 1, last: 2 }, start, end)).toBe(a === other && b === c)
  })
  assert(compared, runs)
})

test('counts cells beyond those it was to note', () => {
  const row = new RowCursor(table('a;b;c;d\n'), { marks: new Int32Array(256), seed: 0, cells: 2 })
  row.next()
  expect(row.cells).toBe(4)
})

test('gives another hash to another text, and the same whatever the case of ASCII letters', () => {
  expect(hashOf('Ada@X.example', 3)).toBe(hashOf('ada@x.example', 3))
  expect(hashOf('É', 3)).not.toBe(hashOf('é', 3))
  expect(hashOf('ada', 3)).not.toBe(hashOf('ada', 4))
})
