import { expect, test } from 'vitest'
import { dayCalled } from '../../src/replies/day-words.ts'

/** A Tuesday. */
const today = Temporal.PlainDate.from('2026-11-24')

test.each([
  ['', '2026-11-25'],
  ['Demain', '2026-11-25'],
  ['tomorrow', '2026-11-25'],
  ['mercredi', '2026-11-25'],
  ['mardi', '2026-12-01'],
  ['LUNDI', '2026-11-30'],
  ['sunday', '2026-11-29'],
  ['2026-12-01', '2026-12-01'],
  ['1/12', '2026-12-01'],
  ['24/11', '2027-11-24'],
  ['3/1', '2027-01-03'],
  ['2026-11-24', null],
  ['2026-11-01', null],
  ['2026-02-30', null],
  ['31/4', null],
  ['0/12', null],
  ['1/13', null],
  ['jamais', null],
])('%j on a Tuesday is %s', (word, expected) => {
  expect(dayCalled(word, today)?.toString() ?? null).toBe(expected)
})
