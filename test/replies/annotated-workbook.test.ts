import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import type { Problem, Report } from '../../src/checking/report.ts'
import { annotatedWorkbook } from '../../src/replies/annotated-workbook.ts'
import type { Row } from '../../src/table/table.ts'
import { problem, rejectedRow, report } from '../fakes/reports.ts'
import { partsOfWorkbook, readSheets } from '../fakes/workbook-reader.ts'

vi.mock('../../src/replies/rule-wording.ts', () => import('../fakes/wordings.ts'))

const columns = ['Identifiant', 'role1', 'group1']
const row = (number: number, ...cells: readonly string[]): Row => ({ number, cells, line: null })
const rows = [
  row(2, '021900010', 'Étudiant', 'TD 1'),
  row(3, '21900998', 'Etudient', ''),
  row(4, '21900012', 'student', '-TD', 'une cellule de trop'),
  row(7, '21900013', 'student', 'TD 4'),
]
const found = [
  problem({
    row: 1,
    code: 'header-alias',
    severity: 'info',
    field: 'username',
    value: 'Identifiant',
    fix: safe('username'),
  }),
  problem({ row: 2, code: 'role-alias', severity: 'info', value: 'Étudiant', fix: safe('student') }),
  problem({ row: 3, value: 'Etudient' }),
  problem({ row: 3, code: 'account-unknown', field: 'username', value: '21900998' }),
  problem({ row: 4, code: 'cells-extra', field: null, value: null }),
  problem({ row: 7, code: 'group-mistyped', severity: 'warning', field: 'group1', value: 'TD 4' }),
  problem({ row: 7, code: 'group-new', severity: 'info', field: 'role1', value: 'student' }),
]
const given = report({ file: { columns }, problems: found, rejected: [rows[1]!, rows[2]!] })

function safe(value: string): Problem['fix'] {
  return { safety: 'safe', value }
}

function made(about: Report, table: readonly Row[], language: 'fr' | 'en' = 'fr'): Uint8Array {
  const bytes = annotatedWorkbook({ columns: about.file.columns, rows: () => table }, about, language)
  expect(bytes).not.toBeNull()
  return bytes!
}

/** French has blanks of its own beside signs. */
const spaced = (text: string | null | undefined) => text?.replace(/[\u202F\u00A0]/g, ' ')

const sheets = readSheets(made(given, rows))
const [review, copy, legend] = sheets

describe('the rows to review', () => {
  test('are those with an error or a warning, under their number, with all their cells', () => {
    expect(review!.rows.map((cells) => cells.slice(0, 5))).toEqual([
      ['Ligne', 'Identifiant', 'role1', 'group1', ''],
      ['3', '21900998', 'Etudient', '', ''],
      ['4', '21900012', 'student', '-TD', 'une cellule de trop'],
      ['7', '21900013', 'student', 'TD 4', ''],
    ])
  })

  test('say beside them what is wrong and what to do, behind a sign', () => {
    expect(review!.rows.map((cells) => spaced(cells[5]))).toEqual([
      'problem',
      '✗ Rôle inconnu (role1 : « Etudient ») : indiquez un rôle du site, par exemple « student ».\n' +
        '✗ Compte inconnu (username : « 21900998 ») : vérifiez l’identifiant, ou attendez si le compte vient d’être créé.',
      '✗ cells-extra.',
      '⚠ group-mistyped (group1 : « TD 4 »).',
    ])
  })

  test('have the faulty cells in a colour of their own and a note on them', () => {
    const error = review!.cell('C2')
    expect(error.note).toMatch(/^✗ Rôle inconnu/)
    expect(review!.cell('B2').note).toMatch(/^✗ Compte inconnu/)
    const warning = review!.cell('D4')
    expect(spaced(warning.note)).toBe('⚠ group-mistyped (group1 : « TD 4 »).')
    const fills = new Set([error.fill, warning.fill, copy!.cell('B2').fill, null])
    expect(fills.size).toBe(4)
    expect(review!.cell('C4')).toMatchObject({ fill: null, note: null })
  })

  test('a fault of the row as a whole colours what is said beside it', () => {
    expect(review!.cell('F3').fill).toBe(review!.cell('C2').fill)
    expect(review!.cell('F2').fill).toBeNull()
  })
})

describe('the copy', () => {
  test('has each row at its own number, and every cell as posted', () => {
    expect(copy!.rows.map((cells) => cells.slice(0, 4))).toEqual([
      [...columns, ''],
      ['021900010', 'Étudiant', 'TD 1', ''],
      ['21900998', 'Etudient', '', ''],
      ['21900012', 'student', '-TD', 'une cellule de trop'],
      ['', '', '', ''],
      ['', '', '', ''],
      ['21900013', 'student', 'TD 4', ''],
    ])
  })

  test('shows repairs in cells and in the header, before and after', () => {
    expect(spaced(copy!.cell('B2').note)).toBe(
      '✓ Rôle traduit (role1 : « Étudiant » → « student ») : le rôle a été traduit.',
    )
    expect(spaced(copy!.cell('A1').note)).toContain('« Identifiant » → « username »')
    expect(copy!.cell('A1').fill).toBe(copy!.cell('B2').fill)
  })
})

test('the legend shows the three colours with their signs', () => {
  const used = [review!.cell('C2').fill, review!.cell('D4').fill, copy!.cell('B2').fill]
  expect(legend!.rows.slice(0, 3).map(([sign]) => sign)).toEqual(['✗', '⚠', '✓'])
  expect(['A1', 'A2', 'A3'].map((address) => legend!.cell(address).fill)).toEqual(used)
})

test('headers stay in view and filter what is below them', () => {
  expect(sheets.map(({ filter }) => filter)).toEqual(['A1:F4', 'A1:E7', undefined])
  const parts = partsOfWorkbook(made(given, rows))
  expect(parts.get('xl/worksheets/sheet1.xml')).toContain('xSplit="1" ySplit="1" topLeftCell="B2"')
  expect(parts.get('xl/worksheets/sheet2.xml')).toContain('<pane ySplit="1" topLeftCell="A2"')
})

test('it speaks the language of the reader', () => {
  const english = readSheets(made(given, rows, 'en'))
  expect(english.map(({ name }) => name)).toEqual(['To review', 'Posted table', 'Legend'])
  expect(english[0]!.rows[0]).toEqual(['Row', ...columns, '', 'problem'])
  expect(english[0]!.cell('C2').note).toMatch(/^✗ Unknown role/)
})

describe('there is none', () => {
  const posted = { columns, rows: () => rows }

  test.each([
    ['nothing was found', report({ file: { columns } })],
    ['everything was repaired', report({ file: { columns }, problems: found.slice(0, 2), verdict: 'corrected' })],
    [
      'only the file as a whole is to be looked at',
      report({ problems: [problem({ severity: 'warning', row: null })] }),
    ],
    ['the file was refused for its header', report({ problems: [problem({ row: 1 })], verdict: 'blocked' })],
  ])('when %s', (_, about) => {
    expect(annotatedWorkbook(posted, about, 'fr')).toBeNull()
  })

  test('when a warning alone needs a person, there is one', () => {
    expect(annotatedWorkbook(posted, report({ file: { columns }, problems: found.slice(5) }), 'fr')).not.toBeNull()
  })
})

test('of two columns with one meaning, the header marks the one that was posted by that name', () => {
  const about = report({
    file: { columns: ['username', 'role1', 'Identifiant'] },
    problems: [
      problem({ row: 1, code: 'header-duplicate', severity: 'warning', field: 'username', value: 'Identifiant' }),
      problem({ row: 2, field: 'username', value: 'Identifiant' }),
    ],
  })
  const [list] = readSheets(made(about, [row(2, 'Identifiant', 'student', 'u')]))
  const marked = list!.addresses.filter((address) => list!.cell(address).note !== null)
  expect(marked.toSorted()).toEqual(['B2', 'D1'])
})

describe('a long table', { timeout: 30_000 }, () => {
  const people = (count: number) => Array.from({ length: count }, (_, index) => row(index + 2, `u${index}`, 'chef'))
  const faulty = (table: readonly Row[], every: number) =>
    report({
      file: { columns },
      problems: table.filter((_, at) => at % every === 0).map(({ number }) => problem({ row: number })),
    })

  test('of 5,000 rows is copied as a whole', () => {
    const table = people(5_000)
    const [list, whole] = readSheets(made(faulty(table, 1_000), table))
    expect([list!.rows.length, whole!.rows.length]).toEqual([6, 5_001])
  })

  test('beyond that has only its rows to review, at most 2,000 of them, and says so', () => {
    const table = people(5_001)
    const [list, about, ...others] = readSheets(made(faulty(table, 2), table))
    expect([list!.name, about!.name, others]).toEqual(['À revoir', 'Légende', []])
    expect(list!.rows[2_000]!.slice(0, 2)).toEqual(['4000', 'u3998'])
    expect(list!.rows.slice(2_001).map((cells) => spaced(cells.at(-1)))).toEqual([
      '',
      'Le tableau est trop long pour être recopié en entier : seules les lignes à revoir sont ici.',
      expect.stringMatching(/^Seules les 2 000 premières lignes à revoir sont ici, sur 2 501 ;/),
    ])
    expect(about!.rows.at(-1)![1]).toBe(list!.rows.at(-1)!.at(-1))
  })

  test('has a note on every faulty cell before repairs get all of them', () => {
    const table = people(4_000)
    const repaired = table.map(({ number }) => problem({ row: number, severity: 'info', fix: safe('student') }))
    const last = problem({ row: 4_001, field: 'username' })
    const [list, whole, about] = readSheets(made(report({ file: { columns }, problems: [...repaired, last] }), table))
    expect(list!.cell('B2').note).not.toBeNull()
    expect(whole!.cell('A4001').note).not.toBeNull()
    expect([whole!.cell('B1501').note !== null, whole!.cell('B1502').note]).toEqual([true, null])
    expect(whole!.cell('B1502').fill).toBe(whole!.cell('B1501').fill)
    expect(spaced(about!.rows.at(-1)![1])).toContain('« Tableau déposé »')
  })

  test.each([
    ['a row that is too wide', row(3, ...Array.from({ length: 16_001 }, () => ''))],
    ['a row too far down', row(1_048_577, 'u')],
    ['too much text', row(3, 'u'.repeat(8_000_000))],
  ])('with %s is not copied', (_, wide) => {
    const names = readSheets(made(report({ file: { columns }, problems: [problem({ row: 2 })] }), [rows[0]!, wide]))
    expect(names.map(({ name }) => name)).toEqual(['À revoir', 'Légende'])
  })
})

test('a row says ten things at most, what matters most first', () => {
  const repairs = Array.from({ length: 12 }, (_, index) =>
    problem({ row: 3, severity: 'info', field: `x${index}`, fix: safe('y') }),
  )
  const [list] = readSheets(made(report({ file: { columns }, problems: [...repairs, problem()] }), rows))
  const said = list!.rows[1]!.at(-1)!.split('\n')
  expect(said).toHaveLength(11)
  expect([said[0]!.charAt(0), said[1]!.charAt(0), said[10]]).toEqual(['✗', '✓', '… et 3 de plus'])
})

const anyCell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '', '00', '_x0041_'), fc.string()).map(([a, b]) => a + b),
  fc.stringMatching(/^\d{0,25}$/),
)
const runs = { numRuns: 1000 }
const anyTable = fc.array(fc.array(anyCell, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 8 })

describe('whatever the table holds', () => {
  /** With a sentence in the first data row, and so a column beside the table. */
  const annotated = ([head = [], ...data]: readonly (readonly string[])[]) => {
    const table = data.map((cells, index) => row(index + 2, ...cells))
    const about = report({
      file: { columns: head },
      problems: [problem({ row: 2, field: null })],
      rejected: [rejectedRow(2)],
    })
    return { bytes: made(about, table), width: Math.max(...[head, ...data].map((cells) => cells.length)) }
  }

  test('the copy has exactly the posted cells', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const { bytes, width } = annotated(table)
        const read = readSheets(bytes)[1]!.rows
        const padded = table.map((cells) => Array.from({ length: width }, (_, at) => (cells[at] ?? '').toWellFormed()))
        expect(read.map((cells) => cells.slice(0, width))).toEqual(padded)
      }),
      runs,
    )
  }, 30_000)

  test('every cell that holds something is a text, and no part has a formula or a link', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        for (const [name, xml] of partsOfWorkbook(annotated(table).bytes)) {
          expect(xml).not.toMatch(/<(f|hyperlink|ddeLink|externalReference)[ />]/)
          if (!name.startsWith('xl/worksheets/sheet')) continue
          const cells = xml.match(/<c [^>]*>(?!<\/c>)/g) ?? []
          expect(cells.filter((cell) => !cell.endsWith('/>') && !cell.includes(' t="inlineStr"'))).toEqual([])
          expect(xml).not.toContain('<v>')
        }
      }),
      runs,
    )
  }, 30_000)
})

test('a text longer than a cell may be is cut, so that the file is not called damaged', () => {
  const long = row(3, '\uFFFF'.repeat(40_000), 'chef')
  const [list] = readSheets(made(report({ file: { columns }, problems: [problem()] }), [long]))
  expect(list!.rows[1]![1]).toHaveLength(32_767)
})

test('the bytes can be handed to another thread as a whole', () => {
  const bytes = made(given, rows)
  expect(bytes.buffer.byteLength).toBe(bytes.length)
})

test('the same report makes the same bytes', () => {
  expect(made(given, rows)).toEqual(made(given, rows))
})
