import { expect, test } from 'vitest'
import type { PlanEntry } from '../../src/checking/report.ts'
import { localeOf } from '../../src/replies/locales/index.ts'
import { planSentence } from '../../src/replies/plan-sentence.ts'
import { spansText } from '../fakes/markdown.ts'
import { enrolment, enrolments } from '../fakes/reports.ts'

const inEnglish = (plan: readonly PlanEntry[]) => spansText(planSentence(plan, localeOf('en')))
const inFrench = (plan: readonly PlanEntry[]) => spansText(planSentence(plan, localeOf('fr')))

test('one course and one role', () => {
  expect(inEnglish(enrolments(42))).toBe('42 people will be enrolled in `M1-BIO-2025` as students.')
  expect(inFrench(enrolments(42))).toBe('42 personnes seront inscrites à `M1-BIO-2025` comme étudiants.')
})

test('one person', () => {
  expect(inEnglish(enrolments(1))).toBe('1 person will be enrolled in `M1-BIO-2025` as a student.')
  expect(inFrench(enrolments(1))).toBe('1 personne sera inscrite à `M1-BIO-2025` comme étudiant.')
})

test('a person in two courses is counted once, and in each course', () => {
  const plan = [enrolment(), enrolment({ course: 'M2' }), enrolment({ row: 3, username: 'other' })]
  expect(inEnglish(plan)).toBe('2 people will be enrolled in 2 courses (`M1-BIO-2025`: 2, `M2`: 1) as students.')
})

test('courses beyond the third are not named', () => {
  const plan = ['A', 'B', 'C', 'D'].flatMap((course, index) => enrolments(4 - index, { course }))
  expect(inEnglish(plan)).toContain('4 courses (`A`: 4, `B`: 3, `C`: 2, …)')
})

test('a role of the site is told by its short name', () => {
  expect(inFrench(enrolments(2, { role: 'tuteur' }))).toContain(' avec le rôle `tuteur`.')
})

test('several roles are counted', () => {
  const plan = [...enrolments(5), ...enrolments(1, { row: 50, role: 'editingteacher' })]
  expect(inFrench(plan)).toContain(' : 5 comme étudiants et 1 comme enseignant.')
})

test('suspended enrolments are told, unless a later row changes them', () => {
  const plan = [
    enrolment({ status: 'suspended' }),
    enrolment({ username: 'a', status: 'suspended' }),
    enrolment({ username: 'b', row: 3, status: 'suspended', touchedAgainBy: 4 }),
    enrolment({ username: 'b', row: 4 }),
  ]
  expect(inEnglish(plan)).toMatch(/ 2 enrolments will be suspended\.$/)
})

test('no plan, no sentence', () => {
  expect(planSentence([], localeOf('fr'))).toEqual([])
})
