import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { rejectedFile } from '../../src/replies/rejected-file.ts'
import { problem, rejectedRow, report } from '../fakes/reports.ts'

vi.mock('../../src/replies/rule-wording.ts', () => import('../fakes/wordings.ts'))

const columns = ['username', 'role1']
const lines = (text: string | null) => text?.trimEnd().split('\n')

test('no rejected row, no file', () => {
  expect(rejectedFile(report(), 'fr')).toBeNull()
})

test('all original cells, then every error of the row', () => {
  const given = report({
    file: { columns },
    problems: [
      problem({ row: 2, code: 'account-unknown', field: 'username', value: 'x' }),
      problem({ row: 2, value: 'Etudient' }),
      problem({ row: 2, code: 'email-differs', severity: 'warning' }),
      problem({ row: 9, code: 'course-unknown' }),
    ],
    rejected: [rejectedRow(2, 'x', 'Etudient')],
  })
  expect(lines(rejectedFile(given, 'en'))).toEqual([
    'username,role1,problem',
    'x,Etudient,"Unknown account (username: “x”): check the username, or wait if the account has just been created ; Unknown role (role1: “Etudient”): give a role of the site, for example “student”"',
  ])
})

test('short and long rows keep the problem under its header', () => {
  const given = report({ file: { columns }, rejected: [rejectedRow(2, 'x'), rejectedRow(3, 'y', 'student', 'TD 1')] })
  expect(lines(rejectedFile(given, 'fr'))).toEqual(['username,role1,,problem', 'x,,,', 'y,student,TD 1,'])
})

test('the column that this bot wrote earlier is replaced, wherever it stands', () => {
  const given = report({
    file: { columns: ['username', ' Problem', 'role1'] },
    rejected: [rejectedRow(2, 'x', 'Compte inconnu', 'student')],
  })
  expect(lines(rejectedFile(given, 'fr'))).toEqual(['username,role1,problem', 'x,student,'])
})

test.each([
  [';', ';'],
  [',', ','],
  ['\t', ','],
  [null, ','],
] as const)('a file posted with %j is given back with %j', (delimiter, expected) => {
  const given = report({ file: { columns, delimiter }, rejected: [rejectedRow(2, 'x', 'y')], corrected: null })
  expect(lines(rejectedFile(given, 'fr'))?.[0]).toBe(['username', 'role1', 'problem'].join(expected))
})

const formula = fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.stringMatching(/^[a-z0-9|!()]{0,10}$/))

test('no cell can be executed by a spreadsheet, header and sentences included', () => {
  fc.assert(
    fc.property(formula, formula, ([sign, rest], [other, more]) => {
      const given = report({
        file: { columns: [`${other}${more}`, 'role1'] },
        problems: [problem({ row: 2, code: `${sign}code`, field: null, value: null })],
        rejected: [rejectedRow(2, sign + rest, other + more)],
      })
      const cells = rejectedFile(given, 'fr')!
        .split(/[,\n]/)
        .map((cell) => cell.replace(/^"/, ''))
      expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
    }),
  )
})
