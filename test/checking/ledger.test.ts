import { array, assert, boolean, constantFrom, oneof, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { makeInt32List } from '../../src/checking/int32-list.ts'
import { Ledger } from '../../src/checking/ledger.ts'

const row = record({
  line: constantFrom('a;b', 'é;œ', '1;2;3', '😀'),
  end: constantFrom('\n', '\n', '\n', '\r\n', '\n\n', '\r'),
  fate: oneof({ weight: 6, arbitrary: constantFrom('kept') }, constantFrom('changed', 'refused', 'dropped')),
})

test('writes the rows in their order, those that were changed as they are now, and each line once', () => {
  const written = property(array(row, { maxLength: 12 }), boolean(), (rows, isEnded) => {
    const text = `head\n${rows.map(({ line, end }) => line + end).join('')}${isEnded ? '' : 'last'}`
    const ledger = new Ledger(Buffer.from(text), 2)
    const expected = ['header']
    let at = 5
    for (const [index, { line, end, fate }] of rows.entries()) {
      const place = { start: at, end: at + Buffer.byteLength(line) }
      at = place.end + Buffer.byteLength(end)
      if (fate === 'dropped') continue
      const added = ledger.add(index, fate === 'changed' ? `new ${line}` : place)
      expect(ledger.lineOf(added)).toBe(fate === 'changed' ? `new ${line}` : line)
      expect(ledger.numberOf(added)).toBe(index)
      if (fate === 'refused') ledger.refuse(added)
      else expected.push(ledger.lineOf(added))
    }
    if (!isEnded) expected.push(ledger.lineOf(ledger.add(99, { start: at, end: at + 4 })))
    expect(Buffer.from(ledger.write('header')).toString()).toBe([...expected, ''].join('\n'))
    expect(ledger.kept).toBe(expected.length - 1)
  })
  assert(written, { numRuns: 1000 })
})

test('a list of numbers grows', () => {
  const list = makeInt32List(1)
  for (let i = 0; i < 100; i++) list.push(-i)
  expect([list.length, list.at(0), list.at(50), list.at(99)]).toEqual([100, -0 | 0, -50, -99])
})
