// Reports made by hand: everything a check could answer, without a check.
import type { PlanEntry, Problem, Report } from '../../src/checking/report.ts'

/** A cell in error at row 3, unless said otherwise. */
export const problem = (given: Partial<Problem> = {}): Problem => ({
  code: 'role-unknown',
  severity: 'error',
  row: 3,
  field: 'role1',
  value: 'Etudient',
  values: {},
  fix: null,
  ...given,
})

/** The same fault in several rows. */
export const problems = (rows: readonly number[], given: Partial<Problem>): readonly Problem[] =>
  rows.map((row) => problem({ ...given, row }))

export const enrolment = (given: Partial<PlanEntry> = {}): PlanEntry => ({
  row: 2,
  username: '21900010',
  course: 'M1-BIO-2025',
  role: 'student',
  group: null,
  start: '2026-11-22',
  periodDays: null,
  status: 'active',
  touchedAgainBy: null,
  ...given,
})

/** `count` people in a course, in rows that follow one another. */
export const enrolments = (count: number, given: Partial<PlanEntry> = {}): readonly PlanEntry[] =>
  Array.from({ length: count }, (_, index) => {
    const row = (given.row ?? 2) + index
    return enrolment({ ...given, row, username: String(21_900_000 + row) })
  })

const columns = ['username', 'firstname', 'lastname', 'email', 'course1', 'role1']

/** A row to be sent back, with fictitious cells. */
export const rejectedRow = (number: number, ...cells: readonly string[]): Report['rejected'][number] => ({
  number,
  cells: cells.length > 0 ? cells : ['21900998', 'Léa', 'Martin', 'lea.martin@example.org', 'M1-BIO-2025', 'student'],
  line: null,
})

/** A report of two good rows; counts and corrected text follow from what is given. */
export function report(
  given: Partial<Omit<Report, 'file'>> & { readonly file?: Partial<Report['file']> } = {},
): Report {
  const rejected = given.rejected ?? []
  const droppedRows = given.droppedRows ?? []
  const rows = given.file?.rows ?? 2
  const corrected = rows - rejected.length - droppedRows.length
  const text = `${columns.join(',')}\n${'21900010,Anaïs,Garçon,anais.garcon@example.org,M1-BIO-2025,student\n'.repeat(Math.max(0, corrected))}`
  return {
    site: 'ecampus',
    verified: ['accounts', 'courses', 'roles', 'groups', 'enrolments'],
    verdict: 'ready',
    unreadable: null,
    problems: [],
    plan: [],
    counts: { rows, corrected, rejected: rejected.length, dropped: droppedRows.length },
    droppedRows,
    rejected,
    corrected: corrected > 0 ? { text, bytes: new TextEncoder().encode(text), delimiter: ',', rows: corrected } : null,
    ...given,
    file: {
      name: 'liste.csv',
      format: 'csv',
      encoding: 'utf-8',
      bom: false,
      delimiter: ',',
      columns,
      rows,
      sha256: 'a'.repeat(64),
      ...given.file,
    },
  }
}
