import { describe, expect, test, vi } from 'vitest'
import type { Report } from '../../src/checking/report.ts'
import { languages } from '../../src/moodle/language.ts'
import { siteNamed } from '../../src/moodle/sites.ts'
import { reportReply } from '../../src/replies/report-reply.ts'
import { markdown, words } from '../fakes/markdown.ts'
import { enrolments, problem, problems, rejectedRow, report } from '../fakes/reports.ts'

vi.mock('../../src/replies/rule-wording.ts', () => import('../fakes/wordings.ts'))

const site = siteNamed('ecampus')!
const header = { row: 1, field: null, severity: 'info' } as const

const verdicts: Readonly<Record<string, Report>> = {
  ready: report({ file: { rows: 42 }, plan: enrolments(42) }),
  corrected: report({
    verdict: 'corrected',
    file: { rows: 42, delimiter: ';', encoding: 'windows-1252' },
    plan: enrolments(42),
    problems: [
      problem({
        code: 'encoding-converted',
        severity: 'info',
        row: null,
        field: null,
        value: 'windows-1252',
        fix: { safety: 'safe', value: 'utf-8' },
      }),
      problem({ ...header, code: 'header-alias', value: 'Identifiant', fix: { safety: 'safe', value: 'username' } }),
      problem({ ...header, code: 'header-alias', value: 'Cours 1', fix: { safety: 'safe', value: 'course1' } }),
      ...problems([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13], {
        code: 'cell-blanks',
        severity: 'info',
        field: 'lastname',
        value: 'Petit ',
        fix: { safety: 'safe', value: 'Petit' },
      }),
    ],
    corrected: { ...report({ file: { rows: 42 } }).corrected!, delimiter: ';' },
  }),
  partial: report({
    verdict: 'partial',
    file: { rows: 42, delimiter: ';' },
    plan: [
      ...enrolments(25),
      ...enrolments(10, { row: 30, course: 'M2-ECO-2025' }),
      ...enrolments(3, { row: 41, course: 'L3-DROIT-2025', role: 'editingteacher' }),
    ],
    problems: [
      problem({ code: 'account-unknown', row: 7, field: 'username', value: '21900998' }),
      problem({ code: 'account-unknown', row: 19, field: 'username', value: '21901733' }),
      problem({
        code: 'course-unknown',
        row: 30,
        field: 'course1',
        value: 'M1 BIOLOGIE',
        fix: { safety: 'unsafe', value: 'M1-BIO-2025' },
      }),
      problem({ code: 'email-differs', severity: 'warning', row: 12, field: 'email', value: 'a.garcon@example.org' }),
      ...problems([12, 13, 14, 15, 16, 17, 18], {
        code: 'group-new',
        severity: 'info',
        field: 'group1',
        value: 'TD 4',
      }),
      ...problems([2, 3, 4, 5], {
        code: 'role-alias',
        severity: 'info',
        value: 'Étudiant',
        fix: { safety: 'safe', value: 'student' },
      }),
      problem({
        code: 'row-duplicate',
        severity: 'info',
        row: 28,
        field: null,
        value: null,
        fix: { safety: 'safe', value: null },
      }),
    ],
    rejected: [
      rejectedRow(7),
      rejectedRow(19, '21901733', 'Noé', 'Petit', 'noe.petit@example.org', 'M1-BIO-2025', 'student'),
      rejectedRow(30, '21900042', 'Zoé', '=cmd|calc', 'zoe.ly@example.org', 'M1 BIOLOGIE', 'student'),
    ],
    droppedRows: [28],
    corrected: { ...report({ file: { rows: 38 } }).corrected!, delimiter: ';' },
  }),
  blocked: report({
    verdict: 'blocked',
    problems: [problem({ code: 'column-missing', row: 1, field: 'role1', value: null, values: { column: 'role1' } })],
    counts: { rows: 42, corrected: 0, rejected: 0, dropped: 0 },
    corrected: null,
  }),
  'blocked-rows': report({
    verdict: 'blocked',
    problems: problems([2, 3], { fix: { safety: 'unsafe', value: 'student' } }),
    rejected: [
      rejectedRow(2, '21900010', 'Anaïs', 'Garçon', 'anais.garcon@example.org', 'M1-BIO-2025', 'Etudient'),
      rejectedRow(3, '21900011', 'Hugo', 'Petit', 'hugo.petit@example.org', 'M1-BIO-2025', 'Etudient'),
    ],
  }),
  unreadable: report({
    verdict: 'unreadable',
    unreadable: 'html',
    verified: [],
    file: { rows: 0, delimiter: null, columns: [] },
    corrected: null,
  }),
  'nothing-verified': report({ verified: [], file: { rows: 42 }, plan: enrolments(42) }),
}

describe.each(languages)('in %s', (language) => {
  test.each(Object.keys(verdicts))('%s', async (name) => {
    const message = reportReply(verdicts[name]!, { language, site })
    await expect(markdown(message)).toMatchFileSnapshot(`../golden/replies/${name}.${language}.md`)
  })
})

const inFrench = { language: 'fr', site } as const
const manyKinds = Array.from({ length: 30 }, (_, index) => problem({ code: `kind-${index}`, row: index + 2 }))

test('has at most twelve lines and says what it leaves out', () => {
  const { paragraphs } = reportReply(
    report({
      verdict: 'partial',
      file: { rows: 40 },
      problems: manyKinds,
      rejected: manyKinds.map(({ row }) => rejectedRow(row!)),
    }),
    inFrench,
  )
  expect(paragraphs).toHaveLength(12)
  expect(paragraphs.flatMap(({ spans }) => spans)).toContainEqual(expect.stringMatching(/autres sortes/))
})

test('hands over no file when the posted one can be uploaded', () => {
  expect(reportReply(verdicts.ready!, inFrench).files).toEqual([])
})

test('hands over no file when the file itself is at fault', () => {
  expect(reportReply(verdicts.blocked!, inFrench).files).toEqual([])
})

test('marks the rows to review as UTF-8 for Excel, the corrected file not', () => {
  const [corrected, rejected] = reportReply(verdicts.partial!, inFrench).files.map(({ bytes }) => bytes[0])
  expect([corrected, rejected]).toEqual(['u'.charCodeAt(0), 0xef])
})

test('never calls good what was not verified', () => {
  expect(words(reportReply(verdicts['nothing-verified']!, inFrench))).not.toContain('Tout est bon')
})

test('counts a repair only in rows that go to Moodle', () => {
  const alias = {
    code: 'role-alias',
    severity: 'info',
    value: 'Élève',
    fix: { safety: 'safe', value: 'student' },
  } as const
  const given = report({
    verdict: 'partial',
    file: { rows: 3 },
    problems: [problem({ row: 2 }), problem({ ...alias, row: 2 }), problem({ ...alias, row: 3 })],
    rejected: [rejectedRow(2)],
  })
  expect(words(reportReply(given, inFrench))).toContain('*Réparé*\u202F: `Élève` → `student`.')
})

test('keeps what others wrote inside code spans', () => {
  const hostile = '@channel **bold** [x](http://evil.example)'
  const given = report({
    verdict: 'partial',
    file: { name: `${hostile}.csv`, rows: 3 },
    plan: enrolments(1, { course: hostile, role: hostile }),
    problems: [problem({ value: hostile, fix: { safety: 'unsafe', value: hostile } })],
    rejected: [rejectedRow(3)],
  })
  const { paragraphs } = reportReply(given, { ...inFrench, revision: 2 })
  const ours = paragraphs.flatMap(({ spans }) => spans).filter((span) => typeof span === 'string' || !('code' in span))
  expect(JSON.stringify(ours)).not.toMatch(/@channel|evil/)
})
