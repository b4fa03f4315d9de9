import { describe, expect, test, vi } from 'vitest'
import type { Report } from '../../src/checking/report.ts'
import { siteNamed } from '../../src/moodle/sites.ts'
import { type ReplyContext, reportReply } from '../../src/replies/report-reply.ts'
import { words } from '../fakes/markdown.ts'
import { enrolments, problem, problems, rejectedRow, report } from '../fakes/reports.ts'

vi.mock('../../src/replies/rule-wording.ts', () => import('../fakes/wordings.ts'))

const site = siteNamed('ecampus')!
const reply = (given: Report, context: Partial<ReplyContext> = {}) =>
  reportReply(given, { language: 'en', site, ...context })
const said = (given: Report, context?: Partial<ReplyContext>) => words(reply(given, context))
const lines = (given: Report, context?: Partial<ReplyContext>) => said(given, context).split('\n')

const safe = (value: string | null) => ({ safety: 'safe', value }) as const
const missing = (field: string) =>
  problem({ code: 'column-missing', row: 1, field, value: null, values: { column: field } })

const ready = report({ file: { rows: 42 }, plan: enrolments(42) })
const partial = report({
  verdict: 'partial',
  file: { rows: 42, delimiter: ';' },
  plan: enrolments(41),
  problems: [problem()],
  rejected: [rejectedRow(3)],
})
const faulty = report({
  verdict: 'blocked',
  problems: [missing('role1')],
  counts: { rows: 42, corrected: 0, rejected: 0, dropped: 0 },
  corrected: null,
})

test('what needs the reader comes in the order of gravity, repairs after', () => {
  const given = report({
    verdict: 'partial',
    file: { rows: 9 },
    problems: [
      problem({ code: 'group-new', severity: 'info', row: 4, field: 'group1', value: 'TD' }),
      problem({ code: 'role-alias', severity: 'info', row: 5, value: 'Élève', fix: safe('student') }),
      problem({ code: 'email-differs', severity: 'warning', row: 6 }),
      problem({ row: 3 }),
      ...problems([7, 8], { code: 'course-unknown' }),
    ],
    rejected: [3, 7, 8].map((row) => rejectedRow(row)),
  })
  const starts = lines(given).map((line) => /^\*+([\w ]+)/.exec(line)?.[1] ?? '')
  expect(starts.slice(1, 6)).toEqual(['Course not found', 'Unknown role', 'To check', 'Good to know', 'Repaired'])
})

test('twelve lines at most; the rest is counted', () => {
  const many = Array.from({ length: 30 }, (_, index) => problem({ code: `kind-${index}`, row: index + 2 }))
  const rejected = many.map(({ row }) => rejectedRow(row!))
  const given = report({ verdict: 'partial', file: { rows: 40 }, plan: enrolments(10), problems: many, rejected })
  const told = lines(given, { revision: 2 })
  const kinds = told.filter((line) => line.startsWith('**kind-')).length
  expect(told).toHaveLength(12)
  expect(told.find((line) => line.startsWith('…'))).toContain(` ${30 - kinds} other kinds`)
})

test('nothing is cut when twelve lines are enough', () => {
  const of = (count: number) =>
    Array.from({ length: count }, (_, index) => problem({ code: `kind-${index}`, row: index + 2 }))
  const told = (count: number) =>
    lines(
      report({
        verdict: 'blocked',
        file: { rows: count },
        problems: of(count),
        rejected: of(count).map(({ row }) => rejectedRow(row!)),
      }),
    )
  expect(told(9)).toHaveLength(12)
  expect(told(9).join()).not.toContain('…')
  expect(told(10).filter((line) => line.startsWith('**kind-'))).toHaveLength(8)
})

test('the row of every error is told when there is room', () => {
  expect(said(partial)).toContain('row 3')
})

test('ready: no file, uploaded as it is', () => {
  expect(reply(ready).files).toEqual([])
  expect(said(ready)).toContain('can be uploaded as it is')
})

test('ready with something to check is not called all good', () => {
  const given = report({ problems: [problem({ severity: 'warning' })] })
  expect(lines(given)[0]).toContain('2 rows ready for Ecampus, 1 point to check.')
})

test('what was not verified is never called good', () => {
  const given = report({ verified: [], plan: enrolments(2) })
  expect(said(given)).not.toContain('All good')
  expect(said(given)).toContain('could not verify')
})

test('a corrected file that was not verified is not called ready', () => {
  const problems = [problem({ severity: 'info', fix: safe('student') })]
  const corrected = report({ verdict: 'corrected', verified: [], problems })
  expect(lines(corrected)[0]).toMatch(/^✅ \*\*The form of the file is good, after a few repairs/)
  expect(lines(report({ verdict: 'corrected', problems }))[0]).toMatch(
    /^✅ \*\*2 rows ready for Ecampus, after a few repairs/,
  )
})

test('what could not be verified is named when it is only a part', () => {
  expect(said(report({ verified: ['accounts', 'courses', 'roles'] }))).toContain(
    'could not verify groups or existing enrolments.',
  )
})

test('partial: both files, how to go on, what the support team chooses', () => {
  expect(reply(partial).files.map(({ name }) => name)).toEqual(['liste.corrected.csv', 'liste.rejected.csv'])
  expect(said(partial)).toContain('complete `liste.rejected.csv` and drop it **in this thread**')
  expect(lines(partial).at(-1)).toBe('Team: update existing users only · separator: comma “,” · UTF-8')
})

describe('an annotated workbook', () => {
  const workbook = new Uint8Array([1])

  test('is handed over after the rows to review, and named', () => {
    const { files } = reply(partial, { workbook })
    expect(files.map(({ name }) => name)).toEqual(['liste.corrected.csv', 'liste.rejected.csv', 'liste.annotated.xlsx'])
    expect(files[2]!.bytes).toBe(workbook)
    expect(said(partial, { workbook })).toMatch(/📎 .*`liste\.rejected\.csv` \(.*\) · `liste\.annotated\.xlsx`\n/)
  })

  test('is not taken for the file to upload', () => {
    const given = report({ verdict: 'corrected', problems: [problem({ severity: 'warning' })] })
    expect(said(given, { workbook })).toContain('is the file to upload. To check: `liste.annotated.xlsx`.')
  })

  test('comes alone when the posted file can be uploaded as it is', () => {
    const given = report({ problems: [problem({ severity: 'warning' })] })
    expect(reply(given, { workbook }).files.map(({ name }) => name)).toEqual(['liste.annotated.xlsx'])
    expect(said(given, { workbook })).toContain('📎 `liste.annotated.xlsx`\n')
  })
})

test('rows left out are not counted among the good ones', () => {
  const given = report({ verdict: 'partial', file: { rows: 42 }, rejected: [rejectedRow(3)], droppedRows: [4, 5] })
  expect(lines(given)[0]).toBe('⚠️ **1 row out of 42 needs a look.** 39 others are ready for Ecampus.')
})

test('rows to review are marked as UTF-8 for Excel, the corrected file is not', () => {
  expect(reply(partial).files.map(({ bytes }) => bytes[0])).toEqual(['u'.charCodeAt(0), 0xef])
})

test('a fault of the file: named in the headline, told what to do once, no file', () => {
  expect(lines(faulty).slice(0, 2)).toEqual([
    '⛔ **This file cannot be uploaded yet: column missing** `role1`.',
    'Add the column `role1`.',
  ])
  expect(reply(faulty).files).toEqual([])
  expect(said(faulty)).toContain('/enrol-check template')
})

test('several faults of the file: a line each', () => {
  const given = { ...faulty, problems: [missing('role1'), problem({ code: 'course-unknown', row: 1 })] }
  expect(lines(given)[0]).toBe('⛔ **This file cannot be uploaded yet.**')
  expect(said(given)).toMatch(/\*\*Column missing\*\* · `role1`/)
})

test('a fault of the file hides what concerns a corrected file that does not exist', () => {
  const left = problem({ code: 'column-ignored', severity: 'warning', row: 1, value: 'city', fix: safe(null) })
  expect(said({ ...faulty, problems: [...faulty.problems, left] })).not.toContain('city')
})

test('all rows rejected: only the file to review', () => {
  const given = report({
    verdict: 'blocked',
    problems: problems([2, 3], {}),
    rejected: [rejectedRow(2), rejectedRow(3)],
  })
  expect(reply(given).files.map(({ name }) => name)).toEqual(['liste.rejected.csv'])
  expect(lines(given)[0]).toContain('All 2 rows need a look')
})

test('unreadable: one line, no button', () => {
  const given = report({
    verdict: 'unreadable',
    unreadable: 'html',
    verified: [],
    corrected: null,
    problems: [problem({ row: null })],
  })
  expect(lines(given)).toHaveLength(1)
  expect(reply(given).buttons).toEqual([])
})

test('a later file of the request is named', () => {
  expect(said(ready)).not.toContain('File no.')
  expect(said(ready, { revision: 2 })).toContain('File no. 2 of this request: `liste.csv`')
})

describe('a file that completes the request', () => {
  const rest = report({ verdict: 'corrected', file: { name: 'liste.rejected.csv', rows: 42 }, plan: enrolments(42) })
  const context = { revision: 2, completes: true }

  test('makes one corrected file, of another name than the first', () => {
    expect(reply(rest, context).files.map(({ name }) => name)).toEqual(['liste.corrected-2.csv'])
    expect(said(rest, context)).toContain('📎 `liste.corrected-2.csv` (42 rows) · this is the file to upload.')
  })

  test('is not said to be repaired when nothing was', () => {
    expect(lines(rest, context)[0]).toMatch(/^✅ \*\*All good: 42 rows ready for Ecampus\.\*\*/)
  })

  const earlier = { last: 4, good: 39, handed: 2 }

  test('tells which rows are from before when one of them is told', () => {
    const given = { ...rest, problems: [problem({ severity: 'warning', row: 7 })] }
    expect(said(given, { ...context, earlier })).toContain('\nRows 5–43: good before\n')
    expect(said(rest, { ...context, earlier })).not.toContain('good before')
  })

  test('tells which rows are marked as done when one of them is told', () => {
    const clash = problem({ severity: 'warning', row: 3, values: { row: 44 } })
    expect(said({ ...rest, problems: [clash] }, { ...context, earlier })).toContain(
      '\nRows 44 and 45: already uploaded\n',
    )
  })
})

describe('rows marked as done', () => {
  test('are counted beside what is left', () => {
    expect(said(partial, { handed: 39 })).toContain('\n☑️ 39 rows already uploaded.\n')
    expect(said(partial)).not.toContain('uploaded.\n')
  })

  test('leave some to be reviewed', () => {
    const given = report({ verdict: 'blocked', file: { rows: 1 }, problems: [problem()], rejected: [rejectedRow(3)] })
    expect(lines(given, { handed: 39 })[0]).toBe('⚠️ **1 row still needs a look before the upload.**')
    expect(lines(given)[0]).toMatch('The only row of the file')
  })

  test('are all there is to say when nothing is left', () => {
    const given = report({ file: { rows: 0 }, verified: [] })
    expect(lines(given, { handed: 39 })).toEqual(['✅ **Everything is uploaded to Ecampus already: 39 rows.**'])
    expect(reply(given, { handed: 39 }).files).toEqual([])
  })
})

test('files of a whole new file are named as the first were', () => {
  const names = reply(report({ verdict: 'corrected' }), { revision: 2 }).files.map(({ name }) => name)
  expect(names).toEqual(['liste.corrected.csv'])
})

test('a long file also comes in parts', () => {
  const given = report({ verdict: 'corrected', file: { rows: 2_100 } })
  expect(reply(given).files.map(({ name }) => name)).toEqual([
    'liste.corrected.csv',
    'liste.corrected.part-1.csv',
    'liste.corrected.part-2.csv',
    'liste.corrected.part-3.csv',
  ])
  expect(said(given)).toContain('also in 3 parts of at most 1,000 rows')
})

test('what others wrote stands in code spans only', () => {
  const hostile = '@channel **bold** [x](http://evil.example)'
  const given = report({
    verdict: 'partial',
    file: { name: `${hostile}.csv`, rows: 3 },
    plan: enrolments(1, { course: hostile, role: hostile }),
    problems: [
      problem({ value: hostile, fix: { safety: 'unsafe', value: hostile } }),
      problem({ code: 'email-of-other', values: { owner: hostile } }),
      problem({ code: 'header-alias', severity: 'info', row: 1, value: hostile, fix: safe('username') }),
    ],
    rejected: [rejectedRow(3)],
  })
  const spans = reply(given, { revision: 2 }).paragraphs.flatMap((paragraph) => paragraph.spans)
  expect(JSON.stringify(spans.filter((span) => typeof span === 'object' && 'code' in span))).toContain('@channel')
  expect(JSON.stringify(spans.filter((span) => typeof span === 'string' || !('code' in span)))).not.toMatch(
    /channel|evil/,
  )
})
