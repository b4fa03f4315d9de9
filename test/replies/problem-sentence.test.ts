import { expect, test, vi } from 'vitest'
import { problemSentence } from '../../src/replies/problem-sentence.ts'
import { problem } from '../fakes/reports.ts'

vi.mock('../../src/replies/rule-wording.ts', () => import('../fakes/wordings.ts'))

const course = { code: 'course-unknown', field: 'course2', value: 'M1 BIO' } as const

test('place, value, what to do', () => {
  expect(problemSentence(problem(course), 'en')).toBe(
    'Course not found (course2: “M1 BIO”): give the short name of the course.',
  )
})

test('French typography around a value that is left alone', () => {
  expect(problemSentence(problem({ ...course, value: "L'ÉCO : 1" }), 'fr')).toBe(
    "Cours introuvable (course2\u202F: «\u202FL'ÉCO : 1\u202F»)\u202F: indiquez le nom court du cours.",
  )
})

test('a suggestion is a question', () => {
  expect(problemSentence(problem({ ...course, fix: { safety: 'unsafe', value: 'M1-BIO' } }), 'en')).toBe(
    'Course not found (course2: “M1 BIO”): is it “M1-BIO”? Give the short name of the course.',
  )
})

test('a repair is a change', () => {
  const repaired = problem({ code: 'role-alias', value: 'Élève', fix: { safety: 'safe', value: 'student' } })
  expect(problemSentence(repaired, 'en')).toBe('Role translated (role1: “Élève” → “student”): the role was translated.')
})

test('an empty cell is told by its column', () => {
  expect(problemSentence(problem({ ...course, value: '' }), 'en')).toMatch(/^Course not found \(course2\): /)
})

test('a header is not told twice', () => {
  const given = problem({ code: 'column-missing', row: 1, field: 'role1', value: 'role1', values: { column: 'role1' } })
  expect(problemSentence(given, 'en')).toBe('Column missing (“role1”): add the column “role1”.')
})

test('what concerns the whole file has no place', () => {
  const given = problem({ code: 'encoding-converted', row: null, field: null, value: null })
  expect(problemSentence(given, 'en')).toBe('Encoding converted.')
})

test('fits on one line whatever the cell holds', () => {
  expect(problemSentence(problem({ ...course, value: 'a\nb\u001B[31m' }), 'en')).not.toMatch(/\p{Cc}/u)
})
