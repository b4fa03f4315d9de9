// Long runs of what a pattern or a loop could look at again and again: 300 KB take less than a second, the square of it minutes.
import { expect, it } from 'vitest'
import type { Report } from '../../src/checking/report.ts'
import { file } from '../../src/rules/examples.ts'
import { printRow } from '../../src/table/print.ts'
import { checkSample } from '../checking/sample.ts'

const size = 300_000
const run = (unit: string): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size)
const header = file({}).split('\n')[0]!
const rows = (row: (index: number) => Record<string, string>) =>
  file(...Array.from({ length: size / 100 }, (_, i) => row(i)))

const whole: readonly (readonly [string, string])[] = [
  ...[
    '"',
    '",',
    '" "',
    '\\"',
    '"\\",',
    '"a\n',
    '"a" x,\n',
    ',',
    ';',
    '|',
    '\n',
    '\r',
    ' ',
    '\t',
    '\u00A0',
    '  \n',
    ',,,,,\n',
    '\u001A\n',
  ].map((unit) => [`${JSON.stringify(unit)} below the header`, `${header}\n${run(unit)}`] as const),
  ...['course1,', 'usernme,', 'zz,', ',', '"username,', 'x'].map(
    (unit) => [`${JSON.stringify(unit)} in the header`, `${header},${run(unit)}\n${run('x,')}\n`] as const,
  ),
  ['long titles', `${`${run('a,').slice(0, 9000)}\n`.repeat(9)}${file({})}`],
  ['a page', `${run('<!-- ')}${file({})}`],
  ['a separator line', `sep=${run(';')}\n${file({})}`],
  ['a header of blanks', `${header.replace('role1', `x${run(' ')}x,role1`)}\n`],
]

const cells: readonly (readonly [field: string, unit: string, end?: string])[] = [
  ...[
    ' ',
    '  ',
    '\n',
    ' \n',
    '\u00A0',
    '\u200B',
    '\\',
    'Ã',
    'Ã©',
    'â€',
    'e\u0301',
    '\u0301\u0316',
    '<',
    "'",
    '=',
    '-',
    'A ',
  ].map((unit) => ['lastname', unit, 'x'] as const),
  ...['1', '1 ', '1,', '123,', '1.', 'e', '“'].map((unit) => ['username', unit, 'x'] as const),
  ...['a', 'a.', 'a-', '@', 'a@', '.'].map((unit) => ['email', unit, '@'] as const),
  ...['&amp;', '&#', '&a', 'é&#233;', 'M1-BIO-2025;', ' ', '/', '?id='].map((unit) => ['course1', unit, 'x'] as const),
  ...['a', ' ', '1', "'"].map((unit) => ['role1', unit, 'x'] as const),
  ...['1', ' ', '1e', '.', 'é'].map((unit) => ['group1', unit, 'x'] as const),
  ...['1 000', '1', ' ', ',0'].map((unit) => ['enrolperiod1', unit, 'x'] as const),
  ...['1/', '2027-', '-'].map((unit) => ['enroltimestart1', unit, 'x'] as const),
]

/** Generous: the slowest takes half a second on one slow core. */
const patience = 10_000

function checkInTime(text: string): Report {
  const start = performance.now()
  const report = checkSample(text)
  expect(performance.now() - start).toBeLessThan(patience)
  return report
}

it.each(whole)('%s', (_, text) => {
  expect(checkInTime(text).counts.corrected).toBeLessThan(size)
})

it.each(cells.map(([field, unit, end]) => [field, unit, end ?? ''] as const))('%s: many %j', (field, unit, end) => {
  expect(checkInTime(file({ [field]: `x${run(unit)}${end}` })).counts.rows).toBe(1)
})

it.each<[string, string]>([
  ['the same row', rows(() => ({}))],
  ['the same person in many groups', rows((i) => ({ group1: `G${i}` }))],
  ['the same person in many periods', rows((i) => ({ enrolperiod1: String(1 + (i % 3000)) }))],
  ['one e-mail for many', rows((i) => ({ username: `u${i}`, email: 'a@b.example' }))],
  ['unknown courses', rows((i) => ({ course1: `Cours inconnu ${i}` }))],
  ['unknown roles', rows((i) => ({ role1: `role${i}x` }))],
  ['new groups alike', rows((i) => ({ group1: `${i % 2 ? 'G' : 'g'}${i >> 1}` }))],
])('%s, again and again', (_, text) => {
  expect(checkInTime(text).counts.rows).toBe(size / 100)
})

it('many columns of many rows', () => {
  const courses = Array.from({ length: 400 }, (_, i) => [`course${i + 2}`, `role${i + 2}`]).flat()
  const row = `${file({}).split('\n')[1]!},${printRow(
    courses.map((_, i) => (i % 2 ? 'student' : 'Méca')),
    ',',
  )}`
  expect(checkInTime(`${header},${courses.join(',')}\n${`${row}\n`.repeat(20)}`).counts.rows).toBe(20)
})
