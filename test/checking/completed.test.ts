// Mended rows are checked with the good rows before them, and what staff marked as done is neither told nor handed over again.
import { describe, expect, test } from 'vitest'
import { type Before, type Completed, checkAfter } from '../../src/checking/completed.ts'
import { annotatedWorkbook } from '../../src/replies/annotated-workbook.ts'
import { rejectedFile } from '../../src/replies/rejected-file.ts'
import { file } from '../../src/rules/examples.ts'
import { readSheets } from '../fakes/workbook-reader.ts'
import { xlsx } from '../table/workbooks.ts'
import { errorsOf, options, reference, told } from './sample.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const after = (posted: string | Uint8Array, before: Partial<Record<keyof Before, string>> = {}): Completed =>
  checkAfter(typeof posted === 'string' ? encode(posted) : posted, options, {
    good: before.good === undefined ? null : encode(before.good),
    handed: before.handed === undefined ? null : encode(before.handed),
  })

const tom = {
  username: '21900011',
  firstname: 'Tom',
  lastname: 'Vasseur',
  email: 'tom.vasseur@etu.univ-exemple.example',
}
const manon = {
  username: '21900012',
  firstname: 'Manon',
  lastname: 'Lecœur',
  email: 'manon.lecoeur@etu.univ-exemple.example',
}
const lea = {
  username: '21900003',
  firstname: 'Léa',
  lastname: 'Le Goff',
  email: 'lea.legoff@etu.univ-exemple.example',
}

/** Rows of a text, but for its header. */
const rowsOf = (text: string | undefined) => (text ?? '').trimEnd().split('\n').slice(1)
const goodRows = ({ good }: Completed) => rowsOf(good?.text)
const line = (row: Readonly<Record<string, string>>) => rowsOf(file(row))[0]

const good = file({}, tom)
const mended = file({ ...manon, problem: 'rôle inconnu' })

describe('a file with the column of problems', () => {
  test('is completed by the rows that were good, and is one file with them', () => {
    const completed = after(mended, { good })
    expect(goodRows(completed)).toEqual([line({}), line(tom), line(manon)])
    expect(completed.report).toMatchObject({
      verdict: 'corrected',
      counts: { rows: 3, corrected: 3, rejected: 0, dropped: 0 },
      file: { name: 'liste.csv', rows: 1 },
    })
    expect(completed).toMatchObject({ completes: true, handed: 0, earlier: { last: 2, good: 2, handed: 0 } })
  })

  test('tells its problems row by row, and those of the whole once', () => {
    const { report } = after(file({ ...manon, enrolperiod1: '0', problem: '' }), {
      good: file({ enrolperiod1: '0' }, { ...tom, enrolperiod1: '0' }),
    })
    const rows = report.problems.map(({ code, row }) => `${row} ${code}`)
    expect(rows.filter((row) => row.endsWith('period-zero'))).toEqual([
      '2 period-zero',
      '3 period-zero',
      '4 period-zero',
    ])
    expect(rows.filter((row) => row.endsWith('site-prerequisite'))).toEqual(['null site-prerequisite'])
  })

  test('is refused when both have more columns together than any list', () => {
    const slots = (start: number) =>
      Object.fromEntries(Array.from({ length: 260 }, (_, index) => [`course${start + index}`, '']))
    const roles = (start: number) =>
      Object.fromEntries(Array.from({ length: 260 }, (_, index) => [`role${start + index}`, '']))
    const completed = after(file({ ...manon, ...slots(2), ...roles(2), problem: '' }), {
      good: file({ ...slots(300), ...roles(300) }),
    })
    expect(completed.report.verdict).toBe('blocked')
    expect(errorsOf(completed.report).map(({ code }) => code)).toEqual(['columns-too-many'])
    expect(completed.good?.rows).toBe(1)
  })

  test('tells how far it is without ever going back', () => {
    const parts: number[] = []
    const many = file(...Array.from({ length: 3_000 }, (_, index) => ({ ...tom, enrolperiod1: String(index + 1) })))
    checkAfter(
      encode(file(...Array.from({ length: 1_200 }, (_, index) => ({ enrolperiod1: String(index + 1), problem: '' })))),
      { ...options, progress: (part) => parts.push(part) },
      { good: encode(many), handed: null },
    )
    expect(parts.length).toBeGreaterThan(2)
    expect(parts).toEqual(parts.toSorted((a, b) => a - b))
  })

  test('says nothing of that column', () => {
    const codes = after(mended, { good }).report.problems.map(({ code }) => code)
    expect(codes.filter((code) => /column|header/.test(code))).toEqual([])
  })

  test('keeps its own row numbers; earlier rows are numbered after them', () => {
    const { report } = after(mended, { good })
    expect(report.plan.map(({ row, username }) => `${row} ${username}`)).toEqual([
      '3 21900010',
      '4 21900011',
      '2 21900012',
    ])
  })

  test('tells in the plan which of its rows, or of those before, is changed by a later one', () => {
    const posted = file({ ...manon, problem: '' }, { ...manon, enrolperiod1: '30', problem: '' }, { role1: 'teacher' })
    const { report } = after(posted, { good })
    expect(report.plan.map(({ row, touchedAgainBy }) => [row, touchedAgainBy])).toEqual([
      [5, 4],
      [6, null],
      [2, 3],
      [3, null],
      [4, null],
    ])
  })

  test.each([
    ['renamed in case and blanks', mended.replace('problem', ' Problem ')],
    ['with a title above', `Lignes à revoir;;\n${mended.replaceAll(',', ';')}`],
    ['of an old encoding', latin1(file({ ...manon, lastname: 'Hébert', problem: 'rôle' }).replace('Hébert', 'Lecur'))],
    ['under French names', mended.replace('username', 'Identifiant').replace('course1', 'Cours')],
    ['in a workbook', workbook(cellsOf(mended))],
    ['turned round', reversed(mended)],
  ])('%s', (_, posted) => {
    const completed = after(posted, { good })
    expect(completed.completes).toBe(true)
    expect(told(errorsOf(completed.report))).toEqual([])
    expect(completed.good?.rows).toBe(3)
  })

  test('sends back what is still wrong, in its own terms', () => {
    const posted = file({ ...manon, problem: '' }, { ...lea, role1: 'chef', problem: 'rôle inconnu' })
    const { report } = after(posted, { good })
    expect(report.verdict).toBe('partial')
    expect(report.counts).toEqual({ rows: 4, corrected: 3, rejected: 1, dropped: 0 })
    expect(errorsOf(report).map(({ row, value }) => [row, value])).toEqual([[3, 'chef']])
    const rejected = rejectedFile(report, 'fr')!
    expect(rejected.split('\n')[0]).toBe(`${file({}).split('\n')[0]},problem`)
    expect(rowsOf(rejected)).toHaveLength(1)
  })

  test('adds nothing when its rows were mended before', () => {
    const first = after(mended, { good })
    const again = after(mended, { good: first.good!.text })
    expect(again.good?.text).toBe(first.good?.text)
    expect(again.report.counts).toEqual({ rows: 4, corrected: 3, rejected: 0, dropped: 1 })
    expect(again.report.droppedRows).toEqual([2])
  })

  test('drops a row whose only filled cell is that of the problem', () => {
    const { report } = after(`${mended},,,,,,rôle inconnu\n`, { good })
    expect(report.droppedRows).toEqual([3])
    expect(report.counts).toEqual({ rows: 4, corrected: 3, rejected: 0, dropped: 1 })
  })

  test('drops its own header when it comes again', () => {
    const { report } = after(mended + mended, { good })
    expect(report.droppedRows).toEqual([3, 4])
    expect(told(errorsOf(report))).toEqual([])
  })

  test('tells of a row that is too short or too long without moving the cells of the others', () => {
    const wide = file({ course2: 'Méca', role2: 'student', group1: 'TD1' })
    const short = line(lea)!.replace(',student', '')
    const posted = `${file({ ...manon, problem: 'x' })}${short}\n${line(tom)},x,TD1\n`
    const completed = after(posted, { good: wide })
    expect(errorsOf(completed.report).map(({ row, code }) => [row, code])).toEqual([
      [3, 'cells-missing'],
      [4, 'cells-extra'],
    ])
    expect(completed.good?.rows).toBe(2)
    expect(completed.report.rejected.map(({ cells }) => cells.filter((cell) => cell !== ''))).toEqual([
      short.split(','),
      [...line(tom)!.split(','), 'TD1'],
    ])
  })

  test('is told of a column that no row may fill', () => {
    const { report } = after(file({ ...manon, deleted: '1', problem: '' }), { good })
    expect(errorsOf(report).map(({ row, field }) => [row, field])).toEqual([[2, 'deleted']])
  })

  test('comes back under its own names, and without the columns of what is done', () => {
    const posted = file({ ...manon, role1: 'chef', problem: '' }).replace('username', 'Identifiant')
    const head = `${file({}).split('\n')[0]!.replace('username', 'Identifiant')},problem`
    expect(rejectedFile(after(posted, { good }).report, 'fr')!.split('\n')[0]).toBe(head)
    const handed = file({ course2: 'Méca', role2: 'student' })
    const [first, row] = rejectedFile(after(posted, { handed }).report, 'fr')!.split('\n')
    expect(first).toBe(head.replace('Identifiant', 'username'))
    expect(row).toMatch(/^21900012,Manon,Lecœur,[^,]+,M1-BIO-2025,chef,"?Rôle inconnu/)
  })

  test('has the columns of both files', () => {
    const completed = after(file({ ...manon, group1: 'TD1', problem: '' }), {
      good: file({ course2: 'Méca', role2: 'student' }),
    })
    expect(completed.good!.text.split('\n')[0]).toBe(
      'username,firstname,lastname,email,course1,role1,group1,course2,role2',
    )
  })

  test('is a file like any other when nothing was good before', () => {
    const completed = after(mended)
    expect(goodRows(completed)).toEqual([line(manon)])
    expect(completed.completes).toBe(true)
  })

  test('with a fault of its own is told of it, and the good rows stay', () => {
    const completed = after(mended.replace('role1', 'rôlle1'), { good, handed: file(tom) })
    expect(completed.report.verdict).toBe('blocked')
    expect(errorsOf(completed.report).map(({ code }) => code)).toEqual(['header-misspelt'])
    expect(completed.report.corrected).toBeNull()
    expect(goodRows(completed)).toEqual([line({})])
  })

  test('with nobody left in it is told so, and the good rows stay', () => {
    const completed = after(mended.split('\n')[0]!, { good })
    expect(errorsOf(completed.report).map(({ code }) => code)).toEqual(['rows-none'])
    expect(completed.good?.rows).toBe(2)
  })

  test('is checked up to the limit of rows, whatever came before', () => {
    const limits = { rows: 1, bytes: 10_000 }
    const completed = checkAfter(encode(mended), { ...options, limits }, { good: encode(good), handed: null })
    expect(completed.good?.rows).toBe(3)
  })
})

describe('the annotated workbook', () => {
  const first = after(file({ course1: 'CACHE-2025' }, { ...tom, enrolperiod1: '0' }, { ...manon, role1: 'chef' }))
  const bytes = annotatedWorkbook(first.table(), first.report, 'fr')!
  const back = (change: (text: string) => string) => {
    const [sheet] = readSheets(bytes)
    return after(workbook(sheet!.rows.map((cells) => cells.map(change))), { good: first.good!.text })
  }

  test('completes its request when it is posted back as it is', () => {
    const completed = after(bytes, { good: first.good!.text })
    expect(completed.completes).toBe(true)
    expect(completed.good!.rows).toBe(2)
    expect(errorsOf(completed.report).map(({ value }) => value)).toEqual(['chef'])
  })

  test('mended in its first sheet, brings in the rows that were held back', () => {
    const completed = back((row) => row.replace('chef', 'student'))
    expect(new Set(goodRows(completed))).toEqual(
      new Set([...rowsOf(first.good!.text), `${line({ ...manon, role1: 'student' })},`]),
    )
  })

  test('mended where it only warned, changes these rows instead of adding to them', () => {
    const completed = back((row) => row.replace('CACHE-2025', 'Méca').replace('chef', 'student'))
    expect(goodRows(completed).filter((row) => row.startsWith('21900010'))).toEqual([`${line({ course1: 'Méca' })},`])
    expect(completed.good!.rows).toBe(3)
  })
})

describe('an earlier good row that is so no more', () => {
  const known = { ...reference, account: (name: string) => (name === '21900011' ? null : reference.account(name)) }
  const before = { good: encode(good), handed: null }
  const { report, table, earlier } = checkAfter(encode(mended), { ...options, reference: known }, before)

  test('is told under its number and sent back with all its cells', () => {
    expect(earlier).toEqual({ last: 2, good: 2, handed: 0 })
    expect(errorsOf(report).map(({ row, code }) => [row, code])).toEqual([[4, 'account-unknown']])
    expect(rowsOf(rejectedFile(report, 'fr')!)[0]).toMatch(`${line(tom)},`)
  })

  test('is in the table that is told of', () => {
    expect(table().columns).toEqual(report.file.columns)
    expect([...table().rows()].map(({ number, cells }) => [number, cells[0]])).toEqual([
      [2, '21900012'],
      [3, '21900010'],
      [4, '21900011'],
    ])
  })
})

describe('rows marked as done', () => {
  test('are not handed over again when the rest is mended', () => {
    const completed = after(mended, { good, handed: good })
    expect(goodRows(completed)).toEqual([line(manon)])
    expect(completed.handed).toBe(2)
    expect(completed.report.counts).toEqual({ rows: 1, corrected: 1, rejected: 0, dropped: 0 })
    expect(completed.report.plan.map(({ username }) => username)).toEqual(['21900012'])
  })

  test('are not handed over again by a new version that repeats them, spelled otherwise and in other columns', () => {
    const version = reversed(file({ role1: 'Étudiant' }, tom, manon))
    const completed = after(version, { handed: good })
    expect(completed.completes).toBe(false)
    expect(completed.good?.rows).toBe(1)
    expect(completed.report).toMatchObject({
      verdict: 'corrected',
      counts: { rows: 1, corrected: 1, rejected: 0, dropped: 0 },
    })
    expect(completed.report.problems.filter(({ row }) => row !== null && row > 1)).toEqual([])
  })

  test('leave a new version as it is when it repeats none of them', () => {
    const completed = after(file(manon), { handed: file({ group1: 'TD1' }, { ...tom, group1: '' }) })
    expect(completed.report.verdict).toBe('ready')
    expect(completed.good?.text).toBe(file(manon))
  })

  test('leave nothing to do when the rest was taken out of the rows to review', () => {
    const { report } = after(`${mended.split('\n')[0]}\n,,,,,,\n`, { good, handed: good })
    expect(report).toMatchObject({ verdict: 'ready', corrected: null, droppedRows: [2] })
  })

  test('leave nothing to do when there is nothing else', () => {
    const { report, good: left, handed } = after(file({}, tom), { handed: good })
    expect(report).toMatchObject({ verdict: 'ready', corrected: null, plan: [] })
    expect(report.counts).toEqual({ rows: 0, corrected: 0, rejected: 0, dropped: 0 })
    expect([left, handed]).toEqual([null, 2])
  })

  test('are told no more, whatever the site knows of them by now', () => {
    const known = { ...reference, account: (name: string) => (name === '21900010' ? null : reference.account(name)) }
    const before = { good: null, handed: encode(file({})) }
    const { report } = checkAfter(encode(file({}, tom)), { ...options, reference: known }, before)
    expect(told(errorsOf(report))).toEqual([])
    expect(rowsOf(report.corrected?.text)).toEqual([line(tom)])
  })

  test('are not handed over again even where a later row of the same person says otherwise', () => {
    const { report, good: left } = after(file({ enrolperiod1: '60' }, { enrolperiod1: '30' }), {
      handed: file({ enrolperiod1: '30' }),
    })
    expect(rowsOf(left?.text)).toEqual([line({ enrolperiod1: '60' })])
    expect(report.plan.map(({ row, touchedAgainBy }) => [row, touchedAgainBy])).toEqual([[2, null]])
  })

  test('decide how a new group is spelled', () => {
    const { report } = after(file({ ...tom, course1: 'Méca', group1: 'td 4' }), {
      handed: file({ course1: 'Méca', group1: 'TD 4' }),
    })
    expect(report.plan.map(({ group }) => group)).toEqual(['TD 4'])
    expect(report.verdict).toBe('corrected')
  })

  test('are named by their number where a mended row says otherwise', () => {
    const posted = file({ ...tom, problem: '' }, { enrolperiod1: '30', problem: '' })
    const { report, earlier } = after(posted, { good, handed: file({}) })
    const clash = report.problems.find(({ code }) => code === 'enrolment-repeated')
    expect(clash).toMatchObject({ row: 3, values: { row: 5 } })
    expect(earlier).toEqual({ last: 3, good: 1, handed: 1 })
  })

  test('are not in the table that is told of', () => {
    const rows = [
      ...after(mended, { good, handed: file({}) })
        .table()
        .rows(),
    ]
    expect(rows.map(({ cells }) => cells[0])).toEqual(['21900012', '21900011'])
  })

  test('of a row that waited: only that row is left the next morning', () => {
    const late = { ...reference, account: (name: string) => (name === '21900012' ? null : reference.account(name)) }
    const posted = encode(file({}, tom, manon))
    const evening = checkAfter(posted, { ...options, reference: late }, { good: null, handed: null })
    const handed = encode(evening.good!.text)
    const night = checkAfter(posted, { ...options, reference: late }, { good: null, handed })
    expect(night.report).toMatchObject({ verdict: 'blocked', corrected: null })
    expect(night.report.counts).toEqual({ rows: 1, corrected: 0, rejected: 1, dropped: 0 })
    const morning = checkAfter(posted, options, { good: null, handed })
    expect(goodRows(morning)).toEqual([line(manon)])
  })

  test('count no more for what is said of many rows', () => {
    const many = (start: number, count: number) =>
      file(...Array.from({ length: count }, (_, index) => ({ ...tom, enrolperiod1: String(start + index) })))
    const codes = (posted: string, handed: string) => after(posted, { handed }).report.problems.map(({ code }) => code)
    expect(codes(many(1, 1_001), many(2_000, 1))).toContain('rows-many')
    expect(codes(many(1, 2), many(2_000, 1_000))).not.toContain('rows-many')
  })
})

test('a whole new version replaces what was good', () => {
  expect(goodRows(after(file(manon), { good }))).toEqual([line(manon)])
})

test('what cannot be read leaves the good rows', () => {
  const completed = after(new Uint8Array(), { good })
  expect(completed.report.verdict).toBe('unreadable')
  expect(completed.good?.rows).toBe(2)
})

const cellsOf = (text: string): readonly (readonly string[])[] =>
  text
    .trimEnd()
    .split('\n')
    .map((row) => row.split(','))

/** The columns from the last to the first. */
function reversed(text: string): string {
  return cellsOf(text)
    .map(
      (cells) => `${cells.toReversed().join(',')}
`,
    )
    .join('')
}

function workbook(table: readonly (readonly string[])[]): Uint8Array {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const rows = table.map(
    (cells) => `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`).join('')}</row>`,
  )
  return xlsx({ sheets: [['Feuille', rows.join('')]] })
}
