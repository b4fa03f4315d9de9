// Each answer is that which the whole text would give.
import { array, assert, constantFrom, integer, oneof, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { Utf8Text } from '../../src/table/utf8-text.ts'

const runs = { numRuns: 1000 }
const piece = constantFrom(
  '\n',
  '\r\n',
  '\r',
  'a',
  'é',
  'ễ',
  '😀',
  ' ',
  '\u00A0',
  '\u2028',
  '\u2029',
  '\u0085',
  '\0',
  '\u007F',
  '\t',
  '"',
)
const text = array(oneof(piece, string({ maxLength: 5 })), { maxLength: 30 }).map((parts) =>
  parts.join('').toWellFormed(),
)
const placed = (posted: string, offset: number) => {
  const bytes = new TextEncoder().encode(posted)
  const room = new Uint8Array(offset + bytes.length)
  room.set(bytes, offset)
  return new Utf8Text(room.subarray(offset))
}

test('says what is in a text, wherever its bytes lie', () => {
  const same = property(text, integer({ min: 0, max: 5 }), (posted, offset) => {
    const utf8 = placed(posted, offset)
    expect(utf8.isBlank()).toBe(!/\S/.test(posted))
    expect(utf8.controls).toBe(posted.match(/[\u0000-\u0008\u000e-\u001f\u007f]/g)?.length ?? 0)
    expect(utf8.linesBelow).toBe(linesBelow(posted))
    expect(utf8.hasLineEnds()).toBe(/[\n\r]/.test(posted))
    expect(utf8.has('"')).toBe(posted.includes('"'))
    expect(utf8.text).toBe(posted)
  })
  assert(same, runs)
})

function linesBelow(posted: string): number {
  const end = ['\n', '\r', '\u2028', '\u2029', '\u0085'].find((each) => posted.includes(each))
  return end === undefined ? 0 : posted.trimEnd().split(end).length - 1
}

test('gives the head of a text to the very unit', () => {
  const same = property(text, integer({ min: 0, max: 40 }), (posted, units) => {
    expect(placed(posted, 0).head(units)).toBe(posted.slice(0, units))
  })
  assert(same, runs)
})

test('gives the first lines that are not empty, whole', () => {
  const first = property(text, integer({ min: 1, max: 5 }), (posted, count) => {
    const top = placed(posted, 0).topLines(count)
    expect(posted.startsWith(top)).toBe(true)
    const lines = (some: string) => some.match(/[^\n\r]+/g) ?? []
    expect(lines(top)).toEqual(lines(posted).slice(0, count))
    expect(/[\n\r]/.test(top)).toBe(/[\n\r]/.test(posted.slice(0, top.length)))
  })
  assert(first, runs)
})

test('sees the end of a long text behind thousands of blanks', () => {
  const posted = `a\nb${' \n'.repeat(5_000)}`
  expect(placed(posted, 1).linesBelow).toBe(1)
})
