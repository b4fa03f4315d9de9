import { expect, test, vi } from 'vitest'
import type { Report } from '../../src/checking/report.ts'
import { siteNamed } from '../../src/moodle/sites.ts'
import { fullReport, fullReportReply } from '../../src/replies/full-report.ts'
import type { Style } from '../../src/replies/style.ts'
import { words } from '../fakes/markdown.ts'
import { enrolment, problem, problems, rejectedRow, report } from '../fakes/reports.ts'

vi.mock('../../src/replies/rule-wording.ts', () => import('../fakes/wordings.ts'))

const site = siteNamed('ecampus')!
const full = (given: Report, style?: Style) => fullReport(given, { language: 'en', site, ...(style && { style }) })
const lines = (given: Report) =>
  full(given)
    .split('\n')
    .map((line) => line.trim())
const safe = (value: string | null) => ({ safety: 'safe', value }) as const

test('every row of every kind has its line', () => {
  const rows = Array.from({ length: 200 }, (_, index) => index + 2)
  const given = report({
    verdict: 'blocked',
    problems: problems(rows, {}),
    rejected: rows.map((row) => rejectedRow(row)),
  })
  const told = lines(given).filter((line) => line.startsWith('row '))
  expect(told.map((line) => Number(/\d+/.exec(line)?.[0]))).toEqual(rows)
})

test('sections come in the order of gravity, repairs of every row included', () => {
  const given = report({
    verdict: 'partial',
    file: { rows: 9 },
    problems: [
      problem({ code: 'group-new', severity: 'info', row: 4 }),
      problem({ code: 'role-alias', severity: 'info', row: 3, value: 'Élève', fix: safe('student') }),
      problem({ code: 'email-differs', severity: 'warning', row: 6 }),
      problem(),
    ],
    plan: [enrolment()],
    rejected: [rejectedRow(3)],
    droppedRows: [7, 8],
  })
  const titles = ['To correct', 'To check', 'Good to know', 'Repaired', 'Rows left out', 'What the upload will do']
  expect(lines(given).filter((line) => titles.includes(line))).toEqual(titles)
  expect(lines(given)).toContain('row 3  role1  Élève  → student')
  expect(lines(given)).toContain('rows 7 and 8')
})

test('what to do stands under the title when it is the same for all, beside the row when not', () => {
  const of = (owner: string, row: number) => problem({ code: 'email-of-other', row, value: owner, values: { owner } })
  expect(lines(report({ problems: [of('a', 3), of('a', 4)] }))).toContain('It belongs to “a”.')
  expect(lines(report({ problems: [of('a', 3), of('b', 4)] }))).toContain('row 4  role1  b  It belongs to “b”.')
})

test('a kind with nothing to do has its title and its places only', () => {
  const given = [problem({ code: 'nothing-to-do' })]
  const told = lines(report({ problems: given }))
  expect(told.slice(told.indexOf('To correct'))).toEqual([
    'To correct',
    '',
    'nothing-to-do (nothing-to-do)',
    'row 3  role1  Etudient',
    '',
  ])
})

test('suggestions ask, removals say so', () => {
  const given = [
    problem({ fix: { safety: 'unsafe', value: 'student' } }),
    problem({ code: 'x', row: 4, fix: safe(null) }),
  ]
  expect(lines(report({ problems: given }))).toContain('row 3  role1  Etudient  → student?')
  expect(lines(report({ problems: given }))).toContain('row 4  role1  Etudient  → (removed)')
})

test('the plan has a line per enrolment, and a column of groups only when there is one', () => {
  expect(lines(report({ plan: [enrolment({ periodDays: 30 })] })).slice(-3, -1)).toEqual([
    'row  username  course       role     start       period   status',
    '2    21900010  M1-BIO-2025  student  2026-11-22  30 days  active',
  ])
  const grouped = lines(report({ plan: [enrolment({ group: 'TD 1', status: 'suspended', touchedAgainBy: 9 })] }))
  expect(grouped.at(-2)).toMatch(/student {2}TD 1 {3}2026-11-22 {2}– {7}suspended {2}changed by row 9$/)
})

test('what was not verified is not called verified', () => {
  expect(full(report({ verified: [] }))).toContain('Verified: only the form of the file')
  expect(full(report({ verified: ['accounts'] }))).toContain('Verified: accounts')
})

test('nothing in a file reaches the terminal as a command', () => {
  const evil = '\u001B[2Jx\u0007\u202Ey\u0000'
  const given = report({
    file: { name: `${evil}.csv` },
    problems: [
      problem({ field: 'role1', value: evil, fix: { safety: 'unsafe', value: evil }, values: { owner: evil } }),
    ],
    plan: [enrolment({ username: evil, course: evil, role: evil, group: evil })],
  })
  expect(full(given)).not.toMatch(/[\p{Cf}\0-\x08\x0B-\x1F\x7F-\x9F]/u)
})

test('colours are the caller’s', () => {
  const tag = (name: string) => (text: string) => `<${name}>${text}</${name}>`
  const style = { bold: tag('b'), dim: tag('d'), red: tag('r'), yellow: tag('y'), green: tag('g') }
  expect(full(report({ problems: [problem()] }), style)).toContain('<b><r>To correct</r></b>')
})

test('in a thread it comes as a file with one line', () => {
  const message = fullReportReply(report(), { language: 'fr', site })
  expect(words(message)).toBe('Le rapport complet sur `liste.csv`.')
  expect(message.files.map(({ name, type }) => [name, type])).toEqual([['liste.rapport.txt', 'text/plain']])
})

test('rows from before are told by their numbers', () => {
  const given = report({ problems: [problem({ severity: 'warning', row: 7 })] })
  const told = fullReport(given, { language: 'en', site, earlier: { last: 3, good: 5, handed: 2 } })
  expect(told).toContain('\nRows 4–8: good before\n')
  expect(full(given)).not.toContain('good before')
})
