import { expect, test } from 'vitest'
import { partsOf } from '../../src/replies/parts.ts'
import { report } from '../fakes/reports.ts'

const parts = (rows: number) => partsOf(report({ file: { rows } }))

test.each([
  [1_000, 0],
  [1_001, 2],
  [2_000, 2],
  [7_000, 7],
  [7_001, 0],
])('%i rows make %i parts', (rows, expected) => {
  expect(parts(rows)).toHaveLength(expected)
})

test('parts hold every row once, in order, each under the header', () => {
  const given = report({ file: { rows: 2_500 } })
  const [header, ...rows] = Array.from({ length: 2_501 }, (_, index) => `line ${index}`)
  const text = `${[header, ...rows].join('\n')}\n`
  const bodies = partsOf({ corrected: { ...given.corrected!, text } }).map((part) => part.trimEnd().split('\n'))
  expect(bodies.map(([first]) => first)).toEqual([header, header, header])
  expect(bodies.flatMap((lines) => lines.slice(1))).toEqual(rows)
})

test('a text that is not one line per row is never cut', () => {
  const { corrected } = report({ file: { rows: 2_500 } })
  expect(partsOf({ corrected: { ...corrected!, text: `${corrected!.text}"a\nb"\n` } })).toEqual([])
})
