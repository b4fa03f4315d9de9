import { expect, test, vi } from 'vitest'
import type { Problem } from '../../src/checking/report.ts'
import { kindLine } from '../../src/replies/kind-line.ts'
import { grouped } from '../../src/replies/kinds.ts'
import { localeOf } from '../../src/replies/locales/index.ts'
import { spansText } from '../fakes/markdown.ts'
import { problem, problems } from '../fakes/reports.ts'

vi.mock('../../src/replies/rule-wording.ts', () => import('../fakes/wordings.ts'))

const said = (given: readonly Problem[], label?: string) =>
  spansText(kindLine(grouped(given)[0]!, localeOf('en'), label))
const unsafe = (value: string) => ({ safety: 'unsafe', value }) as const

test('rows with the same value are told together', () => {
  expect(said(problems([3, 4, 5, 9], {}))).toBe(
    '**Unknown role** · rows 3–5 and 9 (`Etudient`): give a role of the site, for example `student`.',
  )
})

test('up to three values are told with their rows', () => {
  expect(said([problem(), problem({ row: 5, value: 'Profe' }), problem({ row: 8, value: 'Tutrixe' })])).toMatch(
    /^\*\*Unknown role\*\* · row 3 \(`Etudient`\), row 5 \(`Profe`\) and row 8 \(`Tutrixe`\): /,
  )
})

test('more values are told in part, all their rows together', () => {
  const given = [3, 4, 5, 6, 7].map((row) => problem({ row, value: `r${row}` }))
  expect(said(given)).toMatch(/ · rows 3–7 \(`r3`, `r4`, `r5`…\): /)
})

test('a cell without a value is told by its row only', () => {
  expect(said([problem({ value: '' }), problem({ row: 5 })])).toContain(' · row 3 and row 5 (`Etudient`): ')
  const given = ['', 'a', 'b', 'c'].map((value, index) => problem({ row: index + 3, value }))
  expect(said(given)).toContain(' · rows 3–6 (`a`, `b`…): ')
})

test('a place without a row or a value is not told', () => {
  const whole = { code: 'email-differs', row: null, field: null } as const
  expect(said([problem({ ...whole, value: null }), problem({ ...whole, value: 'x' })])).toMatch(/ · `x`: /)
})

test('the only suggestion there is becomes a question before what to do', () => {
  expect(said(problems([3, 5], { fix: unsafe('student') }))).toBe(
    '**Unknown role** · rows 3 and 5 (`Etudient`): is it `student`? Give a role of the site, for example `student`.',
  )
})

test('several suggestions stand beside their values', () => {
  const given = [problem({ fix: unsafe('student') }), problem({ row: 5, value: 'Profe', fix: unsafe('teacher') })]
  expect(said(given)).toContain('row 3 (`Etudient` → `student`?) and row 5 (`Profe` → `teacher`?): give')
})

test('what was repaired is told as a change, not as a question', () => {
  const given = problem({
    code: 'email-differs',
    severity: 'warning',
    value: 'AnaÃ¯s',
    fix: { safety: 'safe', value: 'Anaïs' },
  })
  expect(said([given])).toContain('row 3 (`AnaÃ¯s` → `Anaïs`): ')
})

test('a fault of the header names columns, not row 1', () => {
  const given = { code: 'column-missing', row: 1, value: null } as const
  const missing = ['course1', 'role1'].map((field) => problem({ ...given, field, values: { column: field } }))
  expect(said(missing)).toBe(
    '**Column missing** · `course1` and `role1`: add the column `course1`. Add the column `role1`.',
  )
})

test('a fault of the whole file has no place', () => {
  const given = problem({ code: 'email-differs', row: null, field: null, value: null })
  expect(said([given])).toBe('**E-mail differs from the account**: check that this is the right person.')
})

test('the column is named from the second on, and when the cell is empty', () => {
  expect(said([problem({ field: 'role2' })])).toContain('row 3 (`role2` `Etudient`)')
  expect(said([problem({ field: 'role2', value: '' })])).toContain('row 3 (`role2`)')
})

test('what to do is an example where it depends on the row', () => {
  const given = ['a', 'b'].map((owner, index) =>
    problem({ code: 'email-of-other', row: index + 3, value: `${owner}@example.org`, values: { owner } }),
  )
  expect(said(given)).toMatch(/: for example, row 3: it belongs to `a`\.$/)
})

test('a value cannot end the code span that a wording puts it in', () => {
  const given = problem({ code: 'email-of-other', values: { owner: 'x` @all `y' } })
  expect(kindLine(grouped([given])[0]!, localeOf('en'))).toContainEqual({ code: 'xˋ @all ˋy' })
})

test('a label comes first', () => {
  expect(said([problem()], 'To check')).toMatch(/^\*To check\* · \*\*Unknown role\*\*/)
})

test('a label stands for the title of what has no place, unless there is nothing else to say', () => {
  const whole = { severity: 'info', row: null, field: null, value: null } as const
  expect(said([problem({ ...whole, code: 'group-new' })], 'Good to know')).toBe(
    '*Good to know*: it does not exist yet, the upload will create it.',
  )
  expect(said([problem({ ...whole, code: 'no-advice' })], 'Good to know')).toBe('*Good to know* · **no-advice**.')
})

test('a kind with two hundred rows is one short line', () => {
  const given = Array.from({ length: 200 }, (_, index) => problem({ row: index + 3, value: `value ${index}` }))
  expect(said(given).length).toBeLessThan(200)
})
