import { expect, test } from 'vitest'
import { defaultLimits } from '../../src/checking/check.ts'
import { open } from '../../src/checking/open.ts'

const header = 'username,firstname,lastname,email,course1,role1'
const person = '21900010,Anaïs,Garçon,anais.garcon@etu.univ-exemple.example,M1-BIO-2025,student'
const opened = (text: string) => open(new TextEncoder().encode(text), defaultLimits)

/** Of the title line, of the lines below it. */
test.each([
  ['\n', '\n', true],
  ['\n', '\r\n', true],
  ['\r', '\r', true],
  ['\n', '\u2028', false],
  ['\u2028', '\u2028', false],
])('a title ended by %j above lines ended by %j: the rows are told apart', (above, below, isPlain) => {
  const { columns, rows, plain } = opened(`Liste${above}${[header, person, person].join(below)}${below}`)
  expect(columns).toEqual(header.split(','))
  expect(Array.from(rows(), ({ number, cells }) => [number, cells[0]])).toEqual([
    [3, '21900010'],
    [4, '21900010'],
  ])
  expect(plain !== null).toBe(isPlain)
})

test('a quote above the header makes no difference to the rows', () => {
  expect(opened(`La "liste"\n${header}\n${person}\n`).plain).not.toBeNull()
  expect(opened(`Liste\n${header}\n${person.replace('Anaïs', '"Anaïs"')}\n`).plain).toBeNull()
})
