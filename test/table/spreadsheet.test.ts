import { readFileSync } from 'node:fs'
import { utils, type WorkSheet, write } from '@e965/xlsx'
import { describe, expect, test, vi } from 'vitest'
import { decode } from '../../src/table/decode.ts'
import { readWorkbook, type Workbook, workbookFormat } from '../../src/table/spreadsheet.ts'
import { ods, xlsx } from './workbooks.ts'
import { zip } from './zip.ts'

/** Milliseconds, on a machine that does other things too. */
const atOnce = 3000
const limits = { inflatedBytes: 32_000_000, rows: 100_000 }
const read = (bytes: Uint8Array) => readWorkbook(bytes, limits) as Workbook
const rowsOf = (bytes: Uint8Array) => read(bytes).sheets[0]?.rows
const file = (name: string) => readFileSync(new URL(`./frictionless/${name}`, import.meta.url))
const xls = (sheets: Record<string, WorkSheet>, hidden: readonly string[] = []) => {
  const workbook = utils.book_new()
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(workbook, sheet, name)
  workbook.Workbook = { Sheets: Object.keys(sheets).map((name) => ({ Hidden: hidden.includes(name) ? 1 : 0 })) }
  return write(workbook, { type: 'buffer', bookType: 'biff8' }) as Buffer
}

describe('a cell of an .xlsx', () => {
  const strings = ['Anaïs', ' a &lt;b&gt;_x000a_']
  const formats = ['dd/mm/yyyy', 'dd/mm/yyyy hh:mm', '00000000', '0.00E+00', '# ##0', 'hh:mm', '0'.repeat(300), '0.00%']
  const cell = (content: string, from1904 = false) =>
    rowsOf(
      xlsx({ sheets: [['a', `<row r="1"><c r="A1" ${content}</c></row>`]], sharedStrings: strings, formats, from1904 }),
    )

  test.each([
    ['a shared text', 't="s"><v>0</v>', 'Anaïs'],
    ['a text with a line break', 't="s"><v>1</v>', ' a <b>\n'],
    ['a text in place', 't="inlineStr"><is><t>Zoé</t></is>', 'Zoé'],
    ['a text in pieces', 't="inlineStr"><is><r><t>Zo</t></r><r><t>é</t></r></is>', 'Zoé'],
    ['a formula with a text', 't="str"><f>A2&amp;"x"</f><v>x &amp; y</v>', 'x & y'],
    ['a formula with a number', '><f>1+1</f><v>2</v>', '2'],
    ['a number of a student', '><v>21900010</v>', '21900010'],
    ['one written by its exponent', '><v>2.1900010E7</v>', '21900010'],
    ['one shown by its exponent', 's="4"><v>21900010</v>', '21900010'],
    ['one shown in groups', 's="5"><v>21900010</v>', '21900010'],
    ['a long one', '><v>12345678901234567</v>', '12345678901234568'],
    ['one with leading zeros', 's="3"><v>2190001</v>', '02190001'],
    ['a very long one', '><v>1E+21</v>', '1000000000000000000000'],
    ['a fraction', '><v>30.5</v>', '30.5'],
    ['the noise of a fraction', '><v>0.30000000000000004</v>', '0.3'],
    ['a percentage', 's="8"><v>0.5</v>', '0.5'],
    ['a negative number', 's="3"><v>-5</v>', '-5'],
    ['a date', 's="1"><v>46402</v>', '2027-01-15'],
    ['a date with its time', 's="2"><v>46402.354166666664</v>', '2027-01-15T08:30:00'],
    ['a time', 's="6"><v>0.5</v>', '12:00:00'],
    ['an endless format', 's="7"><v>5</v>', '5'],
    ['true', 't="b"><v>1</v>', 'TRUE'],
    ['false', 't="b"><v>0</v>', 'FALSE'],
    ['an error', 't="e"><v>#N/A</v>', '#N/A'],
    ['a name of JavaScript', 't="str"><v>__proto__</v>', '__proto__'],
  ])('%s', (_, content, text) => {
    expect(cell(content)).toEqual([[text]])
  })

  test('a date counted from 1904', () => {
    expect(cell('s="1"><v>44940</v>', true)).toEqual([['2027-01-15']])
  })
})

describe('a cell of an .ods', () => {
  const cell = (content: string) => {
    const row = `<table:table-row><table:table-cell ${content}</table:table-cell></table:table-row>`
    return rowsOf(ods(`<table:table table:name="a">${row}</table:table>`))
  }
  const type = (name: string) => `office:value-type="${name}"`

  test.each([
    ['a text', `${type('string')}><text:p>Anaïs</text:p>`, 'Anaïs'],
    ['two paragraphs', `${type('string')}><text:p>a</text:p><text:p>b</text:p>`, 'a\nb'],
    ['a text in pieces', `${type('string')}><text:p>Zo<text:span>é</text:span> <text:a>x</text:a></text:p>`, 'Zoé x'],
    ['blanks', `${type('string')}><text:p>a<text:s/><text:s text:c="2"/>b<text:tab/>c</text:p>`, 'a   b\tc'],
    ['a line break', `${type('string')}><text:p>a<text:line-break/>b</text:p>`, 'a\nb'],
    ['entities', `${type('string')}><text:p>&lt;&amp;&#233;&#xE9;&quot;</text:p>`, '<&éé"'],
    ['a note', `${type('string')}><office:annotation><text:p>note</text:p></office:annotation><text:p>a</text:p>`, 'a'],
    ['a number of a student', `${type('float')} office:value="21900010"><text:p>2,19E+07</text:p>`, '21900010'],
    ['one with leading zeros', `${type('float')} office:value="2190001"><text:p>02190001</text:p>`, '02190001'],
    ['a fraction', `${type('float')} office:value="30.5"><text:p>30,5</text:p>`, '30.5'],
    ['a value of somebody else', `x-office:value="9" ${type('float')} office:value="2">`, '2'],
    ['a formula', `table:formula="of:=1+1" ${type('float')} office:value="2"><text:p>2</text:p>`, '2'],
    ['a date', `${type('date')} office:date-value="2027-01-15"><text:p>15/01/27</text:p>`, '2027-01-15'],
    ['midnight', `${type('date')} office:date-value="2027-01-15T00:00:00"><text:p>x</text:p>`, '2027-01-15'],
    ['a date with its time', `${type('date')} office:date-value="2027-01-15T08:30:00.5">`, '2027-01-15T08:30:00'],
    ['a time', `${type('time')} office:time-value="PT08H30M00S">`, '08:30:00'],
    ['true', `${type('boolean')} office:boolean-value="true"><text:p>VRAI</text:p>`, 'TRUE'],
    ['an error', `${type('string')} office:string-value="" calcext:value-type="error"><text:p>#N/D</text:p>`, '#N/D'],
    ['a text that is only an attribute', `${type('string')} office:string-value="a">`, 'a'],
    ['CDATA', `${type('string')}><text:p><![CDATA[<a>]]></text:p>`, '<a>'],
    [
      'an attribute with a bracket',
      `table:formula="of:=A1>2" ${type('float')} office:value="1"><text:p>1</text:p>`,
      '1',
    ],
  ])('%s', (_, content, text) => {
    expect(cell(content)).toEqual([[text]])
  })
})

describe('the rows of a sheet', () => {
  test('an .xlsx leaves gaps empty and cuts what is empty at the ends', () => {
    const rows =
      '<row r="2"><c r="B2"><v>1</v></c><c r="C2" t="str"><v></v></c></row><row r="4"><c r="A4"><v>2</v></c></row><row r="9"><c r="A9"/></row>'
    expect(rowsOf(xlsx({ sheets: [['a', rows]] }))).toEqual([[], ['', '1'], [], ['2']])
  })

  test('an .ods repeats rows and cells', () => {
    const empty = '<table:table-cell table:number-columns-repeated="2"/>'
    const twice = '<table:table-cell table:number-columns-repeated="2" office:value="1" office:value-type="float"/>'
    const row = `<table:table-row table:number-rows-repeated="2">${empty}${twice}<table:table-cell table:number-columns-repeated="1020"/></table:table-row>`
    const end = '<table:table-row table:number-rows-repeated="1048574"><table:table-cell/></table:table-row>'
    const gap = '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
    const expected = [['', '', '1', '1'], ['', '', '1', '1'], [], [], [], ['', '', '1', '1'], ['', '', '1', '1']]
    expect(rowsOf(ods(`<table:table table:name="a">${row}${gap}${row}${end}</table:table>`))).toEqual(expected)
  })

  test('a merged title is one cell', () => {
    const covered =
      '<table:covered-table-cell office:value-type="string"><text:p>hidden</text:p></table:covered-table-cell>'
    const title =
      '<table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>Titre</text:p></table:table-cell>'
    const next = '<table:table-cell office:value-type="string"><text:p>z</text:p></table:table-cell>'
    const row = `<table:table-row>${title}${covered}${next}</table:table-row>`
    expect(rowsOf(ods(`<table:table table:name="a">${row}</table:table>`))).toEqual([['Titre', '', 'z']])
  })
})

describe('the sheets', () => {
  const row = '<row r="1"><c r="A1"><v>1</v></c></row>'
  test('hidden ones are left out: .xlsx', () => {
    const names = read(
      xlsx({
        sheets: [
          ['~caché', row],
          ['__proto__', row],
          ['constructor', row],
        ],
      }),
    ).sheets
    expect(names).toEqual([
      { name: '__proto__', rows: [['1']] },
      { name: 'constructor', rows: [['1']] },
    ])
  })

  test('hidden ones are left out: .xls', () => {
    const bytes = xls({ a: utils.aoa_to_sheet([['é', 21900010]]), b: utils.aoa_to_sheet([['x']]) }, ['b'])
    expect(read(bytes)).toEqual({ format: 'xls', sheets: [{ name: 'a', rows: [['é', '21900010']] }] })
  })

  test('the reader says nothing of the records that it does not know', () => {
    const spoken = vi.spyOn(console, 'error')
    read(file('table-with-ints-floats-dates.xls'))
    expect(spoken).not.toHaveBeenCalled()
    expect(console.error).toBe(spoken)
  })

  test('hidden ones are left out: .ods', () => {
    const style =
      '<style:style style:name="s1" style:family="table"><style:table-properties table:display="false"/></style:style><style:style style:name="s2" style:family="table"><style:table-properties table:display="true"/></style:style>'
    const table = (name: string, use: string) =>
      `<table:table table:name="${name}" table:style-name="${use}"></table:table>`
    expect(read(ods(table('a', 's1') + table('b', 's2'), style)).sheets).toEqual([{ name: 'b', rows: [] }])
  })
})

describe('files of other programs', () => {
  const dates = (separator: string) => [
    ['Int', 'Float', 'Date'],
    ['2013', `3${separator}3`, '2009-08-16'],
    ['1997', `5${separator}6`, '2009-09-20'],
    ['1969', `11${separator}7`, '2012-08-23'],
  ]
  test.each([
    ['table-with-ints-floats-dates.xls', 'xls', dates('.')],
    [
      'cast-int-to-string-issue-1251.xlsx',
      'xlsx',
      [
        ['A', 'B', 'C', 'D', 'E'],
        ['001', 'b', '1', 'a', '1'],
        ['002', 'c', '1', '1', '1'],
      ],
    ],
    [
      'cast-int-to-string-issue-1251.xls',
      'xls',
      [
        ['A', 'B', 'C', 'D', 'E'],
        ['001', 'b', '1', 'a', '1'],
        ['002', 'c', '1', '1', '1'],
      ],
    ],
    [
      'table-with-booleans.ods',
      'ods',
      [
        ['id', 'boolean'],
        ['1', 'TRUE'],
        ['2', 'FALSE'],
      ],
    ],
    [
      'table-output.ods',
      'ods',
      [
        ['id', 'name'],
        ['1', 'english'],
        ['2', 'german'],
      ],
    ],
    ['sheet2.xls', 'xls', []],
  ])('%s', (name, format, rows) => {
    expect(workbookFormat(file(name))).toBe(format)
    expect(rowsOf(file(name))).toEqual(rows)
  })

  test('dates of LibreOffice, with and without time', () => {
    expect(rowsOf(file('table-with-ints-floats-dates.ods'))?.[1]).toEqual([
      '2013',
      '3.3',
      '2009-08-16',
      '2009-08-16T05:43:21',
    ])
  })

  test('the noise of fractions', () => {
    expect(rowsOf(file('adjust-floating-point-error.xlsx'))?.[2]?.slice(1)).toEqual(['68.665', '274.66', '274.66'])
  })
})

describe('hostile files are refused at once', () => {
  const table = (row: string) => `<table:table table:name="a"><table:table-row>${row}</table:table-row></table:table>`
  const text = (repeated: string, content: string) =>
    `<table:table-cell office:value-type="string" ${repeated}><text:p>${content}</text:p></table:table-cell>`
  const sheet = xlsx({ sheets: [['a', '<row><c><v>1</v></c></row>']] })

  test.each<[string, () => Uint8Array, string]>([
    ['600 MB inside', () => xlsx({ sheets: [['a', '']] }, { size: 600_000_000 }), 'too-big-inside'],
    [
      'more inside than declared',
      () => xlsx({ sheets: [['a', Buffer.alloc(5_000_000, ' ')]] }, { size: 9 }),
      'too-big-inside',
    ],
    [
      'too many parts',
      () =>
        zip([['xl/workbook.xml', ''], ...Array.from({ length: 1000 }, (_, index) => [`xl/${index}.xml`, ''] as const)]),
      'too-big-inside',
    ],
    ['a billion cells', () => ods(table(text('table:number-columns-repeated="1000000000"', 'x'))), 'too-big-inside'],
    [
      'a million rows',
      () => ods(table(text('', 'x')).replace('-row>', '-row table:number-rows-repeated="1048576">')),
      'too-big-inside',
    ],
    ['a billion blanks', () => ods(table(text('', '<text:s text:c="1000000000"/>'))), 'too-big-inside'],
    [
      'a long text in every row',
      () =>
        xlsx({ sheets: [['a', '<row><c t="s"><v>0</v></c></row>'.repeat(9000)]], sharedStrings: ['y'.repeat(32_000)] }),
      'too-big-inside',
    ],
    [
      'a cell in the last row',
      () => xlsx({ sheets: [['a', '<row r="1048576"><c r="A1048576"><v>1</v></c></row>']] }),
      'too-big-inside',
    ],
    [
      'a cell beyond the last row',
      () => xlsx({ sheets: [['a', '<row r="999999999"><c r="A999999999"><v>1</v></c></row>']] }),
      'too-big-inside',
    ],
    [
      'a cell beyond the last column',
      () => xlsx({ sheets: [['a', '<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>']] }),
      'too-big-inside',
    ],
    ['an encrypted part', () => xlsx({ sheets: [['a', '']] }, { flags: 1 }), 'encrypted'],
    ['an encrypted .ods', () => ods('', '<manifest:encryption-data/>'), 'encrypted'],
    ['an unknown compression', () => xlsx({ sheets: [['a', '']] }, { method: 14 }), 'spreadsheet'],
    ['a truncated .xlsx', () => sheet.subarray(0, sheet.length / 2), 'spreadsheet'],
    ['a truncated .xls', () => file('sheet2.xls').subarray(0, 2000), 'spreadsheet'],
    ['a damaged .xlsx', () => xlsx({ sheets: [['a', '']] }, { crc: 7 }), 'spreadsheet'],
    ['tags without an end', () => ods('<a b="'.repeat(300_001)), 'spreadsheet'],
    ['comments without an end', () => ods('<!--'.repeat(300_000)), 'spreadsheet'],
  ])('%s', (_, bytes, reason) => {
    const hostile = bytes()
    const start = performance.now()
    expect(readWorkbook(hostile, limits)).toEqual({ kind: 'unreadable', reason })
    expect(performance.now() - start).toBeLessThan(atOnce)
  })

  test('a tag of a million blanks costs no time', () => {
    const start = performance.now()
    readWorkbook(ods(`<a${' '.repeat(1_000_000)}>`), limits)
    expect(performance.now() - start).toBeLessThan(atOnce)
  })

  test('the limit of rows counts the header', () => {
    const bytes = xlsx({ sheets: [['a', '<row><c><v>1</v></c></row>'.repeat(3)]] })
    expect(readWorkbook(bytes, { ...limits, rows: 3 })).toMatchObject({ format: 'xlsx' })
    expect(readWorkbook(bytes, { ...limits, rows: 2 })).toEqual({ kind: 'unreadable', reason: 'too-big-inside' })
  })
})

describe('what is no workbook', () => {
  test.each<[string, Uint8Array, string | undefined]>([
    ['text', Buffer.from('username;course1\n'), undefined],
    ['a zip of something else', zip([['a.csv', 'username']]), 'archive'],
    [
      'a text document',
      zip([
        ['mimetype', ''],
        ['word/document.xml', ''],
        ['[Content_Types].xml', ''],
      ]),
      'archive',
    ],
  ])('%s', (_, bytes, reason) => {
    expect(workbookFormat(bytes)).toBeNull()
    expect(decode(bytes)).toMatchObject(reason ? { reason } : { kind: 'text' })
  })

  test('decode names a workbook for what it is', () => {
    expect(decode(xlsx({ sheets: [] }))).toEqual({ kind: 'unreadable', reason: 'spreadsheet' })
    expect(decode(ods(''))).toEqual({ kind: 'unreadable', reason: 'spreadsheet' })
    expect(decode(file('sheet2.xls'))).toEqual({ kind: 'unreadable', reason: 'spreadsheet' })
  })
})
