// The rules that no small text can call: see the list in catalogue.test.ts.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { noReference } from '../../src/checking/reference.ts'
import { file } from '../../src/rules/examples.ts'
import { latin1 } from '../../src/rules/values.ts'
import { checkSample, ecampus, errorsOf, told } from '../checking/sample.ts'

const codes = (...given: Parameters<typeof checkSample>) => checkSample(...given).problems.map(({ code }) => code)

test('encoding-ambiguous: a byte that is one letter or another in the name of a group', () => {
  const doubtful = checkSample(latin1(file({ group1: 'x¦y' }).replace('ï', 'i').replace('ç', 'c')))
  expect(errorsOf(doubtful)).toMatchObject([{ code: 'encoding-ambiguous', row: null, values: { read: 'x¦y' } }])
  expect(doubtful).toMatchObject({ verdict: 'blocked', corrected: null })
  expect(codes(latin1(file({ lastname: 'x¦y' })))).not.toContain('encoding-ambiguous')
})

test('file-from-spreadsheet', () => {
  const workbook = readFileSync('test/table/frictionless/sheet2.xls')
  expect(checkSample(workbook).file.format).toBe('xls')
  expect(codes(file({}))).not.toContain('file-from-spreadsheet')
})

test('file-too-large: by its bytes, whatever they are', () => {
  const limits = { bytes: 1000, rows: 10 }
  const report = checkSample(new Uint8Array(1001), { limits })
  expect(errorsOf(report)).toMatchObject([{ code: 'file-too-large', values: { size: 0.1, limit: 0.1 } }])
  expect(report).toMatchObject({ verdict: 'blocked', counts: { rows: 0 } })
  expect(codes(file({}), { limits: { bytes: Buffer.byteLength(file({})), rows: 10 } })).not.toContain('file-too-large')
})

test.each(['\n', '\r\n', '\r', '\u2028'])('rows-too-many: lines ended by %j', (end) => {
  const rows = (count: number) => file(...Array.from({ length: count }, () => ({}))).replaceAll('\n', end)
  const limits = { bytes: 1_000_000, rows: 10 }
  const report = checkSample(rows(11), { limits })
  expect(errorsOf(report)).toMatchObject([{ code: 'rows-too-many', values: { limit: 10 } }])
  expect(report.verdict).toBe('blocked')
  expect(codes(rows(9), { limits })).not.toContain('rows-too-many')
})

test('rows-many: more than 1,000 rows that go to Moodle', () => {
  const rows = (count: number) => file(...Array.from({ length: count }, (_, index) => ({ group1: `TD ${index}` })))
  expect(codes(rows(1000))).not.toContain('rows-many')
  expect(codes(rows(1001))).toContain('rows-many')
  expect(codes(rows(1000) + file({}).split('\n')[1]!.replace('student', 'nobody'))).not.toContain('rows-many')
})

test('group-automated: groups of the pattern of the site', () => {
  const site = { ...ecampus, automatedGroups: /^AUTO-/ }
  const report = checkSample(file({ group1: 'AUTO-L1' }), { site })
  expect(told(report.problems)).toContain('warning group-automated at 2:group1 "AUTO-L1"')
  expect(report.verdict).toBe('ready')
  expect(codes(file({ group1: 'L1' }), { site })).not.toContain('group-automated')
})

test('few-people: one course, or three at most with fewer than ten people', () => {
  const people = (count: number, ...courses: string[]) =>
    file(
      ...Array.from({ length: count }, (_, i) => ({ username: `nobody${i}`, course1: courses[i % courses.length]! })),
    )
  const speaks = (text: string) => codes(text, { reference: noReference }).includes('few-people')
  expect([speaks(people(30, 'A')), speaks(people(9, 'A', 'B', 'C')), speaks(people(10, 'A', 'B', 'C'))]).toEqual([
    true,
    true,
    false,
  ])
  expect(speaks(people(9, 'A', 'B', 'C', 'D'))).toBe(false)
})

test('site-prerequisite: said once for each file with people', () => {
  expect(codes(file({}, {})).filter((code) => code === 'site-prerequisite')).toHaveLength(1)
  expect(codes(file({ role1: 'nobody' }))).not.toContain('site-prerequisite')
})

test('columns-too-many: more than 1,000, told from the header alone', () => {
  const wide = (columns: number) => `${file({}).split('\n')[0]!}${',x'.repeat(columns - 6)}\n`
  expect(errorsOf(checkSample(wide(1001)))).toMatchObject([{ code: 'columns-too-many', values: { columns: 1001 } }])
  expect(codes(wide(1000))).not.toContain('columns-too-many')
})

test('rows-too-many: the limit is of rows, blank lines at the end do not count', () => {
  const limits = { bytes: 1_000_000, rows: 2 }
  const posted = file({}, { course1: 'Méca' })
  for (const end of ['', '\n\n']) expect(codes(posted + end, { limits })).not.toContain('rows-too-many')
  expect(codes(file({}, { course1: 'Méca' }, { course1: '2025' }), { limits })).toContain('rows-too-many')
})

test('the column of problems that this service adds comes back without a word', () => {
  const report = checkSample(file({ problem: 'Cours introuvable' }))
  expect(report).toMatchObject({ verdict: 'corrected', corrected: { text: file({}) } })
  expect(report.problems.filter(({ row }) => row === 1)).toEqual([])
})
