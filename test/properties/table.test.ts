import { parse as parseCsv } from 'csv-parse/sync'
import { array, assert, constantFrom, oneof, property, string, tuple, uint8Array } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode } from '../../src/table/decode.ts'
import { findHeader } from '../../src/table/dialect.ts'
import { readLooseQuotes } from '../../src/table/loose-quotes.ts'
import { parse } from '../../src/table/parse.ts'
import { printTable } from '../../src/table/print.ts'
import { splitLines } from '../../src/table/split-lines.ts'
import { type Delimiter, delimiters } from '../../src/table/table.ts'

const runs = { numRuns: 1000 }
const delimiter = constantFrom(...delimiters)
/** Rich in what makes CSV hard. */
const tricky = array(constantFrom('"', ',', ';', '\t', ':', '|', '\n', '\r', ' ', '\\', 'a', 'é', '\u2028', '\ufeff'), {
  maxLength: 6,
}).map((characters) => characters.join(''))
const cell = oneof(tricky, string({ unit: 'binary' }), string({ unit: 'grapheme' }))
const table = array(array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 6 })

const cellsOf = (rows: Iterable<{ cells: readonly string[] }>) => Array.from(rows, (row) => row.cells)

test('what is printed is read back', () => {
  const identity = property(table, delimiter, (rows, separator) => {
    const parsed = parse(printTable(rows, separator), separator)
    expect(cellsOf(parsed.rows)).toEqual(rows)
    expect(parsed.fault).toBeNull()
  })
  assert(identity, runs)
})

describe('the readers agree with csv-parse', () => {
  const oracle = (text: string, separator: Delimiter) =>
    parseCsv(text, {
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
    })
  const lineEnd = constantFrom('\n', '\r\n', '\r', '\n\n')
  const rfcCell = oneof(
    tricky.map((text) => `"${text.replaceAll('"', '""')}"`),
    string().map((text) => text.replace(/["\n\r,;\t:|]/g, '')),
  )
  const rfcText = tuple(array(array(rfcCell, { minLength: 1, maxLength: 4 }), { minLength: 1 }), delimiter, lineEnd)

  test('on quotes of RFC 4180', () => {
    const same = property(rfcText, ([rows, separator, end]) => {
      const text = rows.map((cells) => cells.join(separator) + end).join('')
      const expected = oracle(text, separator)
      expect(cellsOf(parse(text, separator).rows)).toEqual(expected)
      expect(readLooseQuotes(text, separator, 1)).toMatchObject({ fault: null })
      expect(cellsOf(readLooseQuotes(text, separator, 1).rows)).toEqual(expected)
    })
    assert(same, runs)
  })

  test('on text without a quote', () => {
    const plain = array(tricky).map((parts) => parts.join('').replaceAll('"', ''))
    const same = property(plain, delimiter, (text, separator) => {
      const expected = oracle(text, separator)
      expect(cellsOf(splitLines(text, separator, 1))).toEqual(expected)
      expect(cellsOf(readLooseQuotes(text, separator, 1).rows)).toEqual(expected)
    })
    assert(same, runs)
  })
})

test('any text is read up to its fault, and numbered without a gap', () => {
  const anyText = array(tricky).map((parts) => parts.join(''))
  const total = property(anyText, delimiter, (text, separator) => {
    const { rows, fault } = parse(text, separator, 5)
    const numbers = Array.from(rows, (row) => row.number)
    expect(numbers).toEqual(numbers.map((_, index) => index + 5))
    if (fault) expect(fault.row).toBe(numbers.length + 5)
  })
  assert(total, runs)
})

test('a line that is kept gives its cells again', () => {
  const anyText = array(tricky).map((parts) => parts.join(''))
  const kept = property(anyText, delimiter, (text, separator) => {
    for (const { line, cells } of parse(text, separator).rows) {
      if (line === null) continue
      expect(text).toContain(line)
      expect(line.split(separator)).toEqual(cells)
    }
  })
  assert(kept, runs)
})

describe('any bytes', () => {
  const anyBytes = oneof(
    uint8Array({ maxLength: 300 }),
    array(constantFrom(0xe9, 0x8e, 0xc3, 0xa9, 0xff, 0xfe, 0, 0x0a, 0x2c, 0x22, 0x61), { maxLength: 60 }).map((each) =>
      Uint8Array.from(each),
    ),
  )

  test('are a text or have a name', () => {
    const total = property(anyBytes, (bytes) => {
      const decoded = decode(bytes)
      if (decoded.kind === 'unreadable') return
      expect(decoded.text).not.toBe('')
      expect(decoded.alternatives.map((other) => other.encoding)).not.toContain(decoded.encoding)
      const place = findHeader(decoded.text, (cells) => cells.filter((each) => each.includes('a')).length)
      expect(place.start).toBeLessThanOrEqual(decoded.text.length)
    })
    assert(total, runs)
  })
})
