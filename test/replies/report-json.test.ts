import { expect, test, vi } from 'vitest'
import { reportJson } from '../../src/replies/report-json.ts'
import { enrolment, problem, rejectedRow, report } from '../fakes/reports.ts'

vi.mock('../../src/replies/rule-wording.ts', () => import('../fakes/wordings.ts'))

test('follows the contract of the command line', () => {
  const given = report({
    verdict: 'partial',
    file: { rows: 4, columns: ['username', 'role1'] },
    problems: [problem({ fix: { safety: 'unsafe', value: 'student' } }), problem({ row: 4, severity: 'warning' })],
    plan: [enrolment(), enrolment({ row: 4, group: 'TD 1', periodDays: 30, touchedAgainBy: 5 })],
    rejected: [rejectedRow(3)],
    droppedRows: [5],
    corrected: { text: 'username\n', bytes: new Uint8Array(), delimiter: ',', rows: 2 },
  })
  expect(reportJson(given, 'en')).toEqual({
    schema: 1,
    file: {
      name: 'liste.csv',
      format: 'csv',
      encoding: 'utf-8',
      bom: false,
      delimiter: ',',
      columns: ['username', 'role1'],
      rows: 4,
      sha256: 'a'.repeat(64),
    },
    site: 'ecampus',
    verified: ['accounts', 'courses', 'roles', 'groups', 'enrolments'],
    verdict: 'partial',
    problems: [
      {
        code: 'role-unknown',
        severity: 'error',
        row: 3,
        field: 'role1',
        value: 'Etudient',
        message: 'Unknown role (role1: “Etudient”): is it “student”? Give a role of the site, for example “student”.',
        fix: { safety: 'unsafe', value: 'student' },
      },
      {
        code: 'role-unknown',
        severity: 'warning',
        row: 4,
        field: 'role1',
        value: 'Etudient',
        message: 'Unknown role (role1: “Etudient”): give a role of the site, for example “student”.',
        fix: null,
      },
    ],
    plan: [
      {
        row: 2,
        username: '21900010',
        course: 'M1-BIO-2025',
        role: 'student',
        group: null,
        start: '2026-11-22',
        period_days: null,
        status: 'active',
      },
      {
        row: 4,
        username: '21900010',
        course: 'M1-BIO-2025',
        role: 'student',
        group: 'TD 1',
        start: '2026-11-22',
        period_days: 30,
        status: 'active',
        touched_again_by: 5,
      },
    ],
    counts: { rows: 4, corrected: 2, rejected: 1, dropped: 1 },
    rejected_rows: [3],
    dropped_rows: [5],
    corrected: 'username\n',
  })
})

test('has no corrected text when blocked', () => {
  expect(reportJson(report({ verdict: 'blocked', corrected: null }), 'fr')).toMatchObject({ corrected: null })
})
