import { expect, test, vi } from 'vitest'
import type { Problem, Report } from '../../src/checking/report.ts'
import { changesReply } from '../../src/replies/changes-reply.ts'
import { remembered } from '../../src/replies/remembered.ts'
import { words } from '../fakes/markdown.ts'
import { problem, rejectedRow, report } from '../fakes/reports.ts'

vi.mock('../../src/replies/rule-wording.ts', () => import('../fakes/wordings.ts'))

let files = 0
/** A file whose row n is about person n. */
function file(problems: readonly Problem[], given: Parameters<typeof report>[0] = {}): Report {
  const rows = [...new Set(problems.map(({ row }) => row ?? 0))]
  return report({
    verdict: problems.length > 0 ? 'partial' : 'ready',
    problems,
    rejected: rows.map((row) => rejectedRow(row, `person${row}`)),
    ...given,
    file: { rows: 42, sha256: String(++files), ...given.file },
  })
}
const said = (before: Report, after: Report) =>
  words(changesReply(remembered(before), after, 'fr')).replaceAll('\u202F', ' ')

const role = problem({ row: 3 })
const account = problem({ code: 'account-unknown', row: 7, field: 'username', value: 'x' })
const course = problem({ code: 'course-unknown', row: 30, field: 'course1', value: 'M1' })
const missing = problem({ code: 'column-missing', row: 1, field: 'role1', value: null, values: { column: 'role1' } })
const faulty = file([missing], {
  verdict: 'blocked',
  corrected: null,
  rejected: [],
  counts: { rows: 42, corrected: 0, rejected: 0, dropped: 0 },
})

test('fixed, one left', () => {
  expect(said(file([role, account, course]), file([course]))).toBe(
    '✅ 2 problèmes réglés, il en reste 1 (ligne 30, cours introuvable).',
  )
})

test('fixed and new', () => {
  expect(said(file([role]), file([course]))).toBe(
    '⚠️ 1 problème réglé, 1 nouveau problème (ligne 30, cours introuvable).',
  )
})

test('nothing fixed', () => {
  expect(said(file([role, course]), file([role, course]))).toBe(
    '⚠️ 2 problèmes restent à revoir (ligne 3, rôle inconnu ; ligne 30, cours introuvable).',
  )
})

test('more than two kinds are not all named', () => {
  expect(said(file([role, account, course]), file([role, account, course]))).toMatch(/ligne 7, compte inconnu ; …\)\.$/)
})

test('all fixed', () => {
  expect(said(file([role, course]), file([]))).toBe('✅ 2 problèmes réglés : le fichier est prêt (42 lignes).')
})

test('ready and still ready', () => {
  expect(said(file([]), file([]))).toBe('✅ Ce nouveau fichier est prêt (42 lignes).')
})

test('the same bytes', () => {
  const same = file([role])
  expect(said(same, same)).toBe('C’est le même fichier que le précédent : rien n’a changé.')
})

test('faults found once the file can be examined are not called new', () => {
  expect(said(faulty, file([course]))).toBe('✅ 1 problème réglé, il en reste 1 (ligne 30, cours introuvable).')
})

test('faults of rows that cannot be examined any more are not called solved', () => {
  expect(said(file([role]), faulty)).toBe('⚠️ 1 nouveau problème (colonne absente).')
})

test('a fault of the header that stays has no row', () => {
  const other = { ...faulty, file: { ...faulty.file, sha256: 'other' } }
  expect(said(faulty, other)).toBe('⚠️ 1 problème reste à revoir (colonne absente).')
})

test('a file that cannot be read', () => {
  const unreadable = file([], { verdict: 'unreadable', unreadable: 'html', corrected: null })
  expect(said(file([role]), unreadable)).toMatch(/^⛔ .*pas pu être lu/)
})

test('repairs and warnings are no problems to count', () => {
  const warning = problem({ severity: 'warning', row: 9 })
  expect(said(file([role, warning]), file([], { problems: [warning] }))).toMatch(/^✅ 1 problème réglé/)
})

test('a person is found under a translated header', () => {
  const { faults } = remembered(
    report({
      file: { columns: ['Prénom', 'Identifiant'] },
      problems: [role],
      rejected: [rejectedRow(3, 'Anaïs', ' 219A ')],
    }),
  )
  expect(faults[0]?.person).toBe('219a')
})
