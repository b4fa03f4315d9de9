import { expect, test, vi } from 'vitest'
import type { Problem } from '../../src/checking/report.ts'
import { localeOf } from '../../src/replies/locales/index.ts'
import { repairs } from '../../src/replies/repairs.ts'
import { spansText } from '../fakes/markdown.ts'
import { problem, problems, rejectedRow, report } from '../fakes/reports.ts'

vi.mock('../../src/replies/rule-wording.ts', () => import('../fakes/wordings.ts'))

const told = (given: readonly Problem[], rejected: readonly number[] = []) =>
  repairs(report({ problems: given, rejected: rejected.map((row) => rejectedRow(row)) }), localeOf('en')).map(spansText)
const safe = (value: string | null) => ({ safety: 'safe', value }) as const
const alias = { code: 'role-alias', severity: 'info', value: 'Étudiant', fix: safe('student') } as const
const blanks = { code: 'cell-blanks', severity: 'info', value: 'Petit ', fix: safe('Petit') } as const
const column = { severity: 'info', row: 1, field: null } as const

test('the same change is counted', () => {
  expect(told(problems([2, 3, 4, 5], alias))).toEqual(['4 × `Étudiant` → `student`'])
})

test('two changes are told, three only counted', () => {
  const other = (row: number) => problem({ ...alias, row, value: `Étudiant ${row}` })
  expect(told([other(2), other(3)])).toEqual(['`Étudiant 2` → `student`, `Étudiant 3` → `student`'])
  expect(told([other(2), other(3), other(4)])).toEqual(['roles translated (3 cells)'])
})

test('a change that nobody could see is only counted', () => {
  expect(told([problem(blanks)])).toEqual(['extra blanks (1 cell)'])
})

test('a cell that was filled or emptied is only counted', () => {
  expect(told([problem({ ...alias, value: '' })])).toEqual(['roles translated (1 cell)'])
  expect(told([problem({ ...alias, fix: safe('') })])).toEqual(['roles translated (1 cell)'])
})

test('columns renamed are told by their names, up to four', () => {
  const renamed = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      problem({ ...column, code: 'header-alias', value: `Cours ${index}`, fix: safe(`course${index}`) }),
    )
  expect(told(renamed(4))[0]).toMatch(/^`Cours 0` → `course0`, .*`course3`$/)
  expect(told(renamed(5))[0]).toMatch(/^headers translated \(`Cours 0`, .*`Cours 4`\)$/)
})

test('columns left out are named', () => {
  const ignored = ['city', 'lang'].map((value) =>
    problem({ ...column, code: 'column-ignored', value, fix: safe(null) }),
  )
  expect(told(ignored)).toEqual(['columns without effect left out (`city`, `lang`)'])
})

test('rows left out are told by their numbers', () => {
  const dropped = problems([17, 20], {
    code: 'row-duplicate',
    severity: 'info',
    field: null,
    value: null,
    fix: safe(null),
  })
  expect(told(dropped)).toEqual(['repeated rows removed (rows 17 and 20)'])
})

test('what was done to the whole file is named without jargon', () => {
  const converted = problem({
    code: 'encoding-converted',
    severity: 'info',
    row: null,
    field: null,
    value: 'windows-1252',
    fix: safe('utf-8'),
  })
  expect(told([converted])).toEqual(['accents converted for Moodle'])
})

test('the kind with most repairs comes first', () => {
  expect(told([problem(alias), ...problems([3, 4], blanks)])).toEqual([
    'extra blanks (2 cells)',
    '`Étudiant` → `student`',
  ])
})

test('rows sent back are left out', () => {
  expect(told(problems([2, 3], alias), [3])).toEqual(['`Étudiant` → `student`'])
  expect(told([problem(alias)], [3])).toEqual([])
})

test('suggestions and warnings are no repairs', () => {
  expect(
    told([problem({ ...alias, severity: 'warning' }), problem({ fix: { safety: 'unsafe', value: 'student' } })]),
  ).toEqual([])
})
