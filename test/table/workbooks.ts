// Writes small workbooks for the tests, by hand, so that each oddity is in sight.
import { type Lie, type Part, zip } from './zip.ts'

export type XlsxParts = {
  /** Sheet names, each with the XML of its `sheetData`; a name that starts with `~` is hidden. */
  readonly sheets: readonly (readonly [name: string, rows: Part])[]
  readonly sharedStrings?: readonly string[]
  /** Number formats; a cell refers to the first as `s="1"`. */
  readonly formats?: readonly string[]
  readonly from1904?: boolean
}

const xml = '<?xml version="1.0" encoding="UTF-8"?>'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'

export function xlsx(parts: XlsxParts, lie?: Lie): Uint8Array {
  const { sheets, sharedStrings = [], formats = [] } = parts
  return zip(
    [
      ['[Content_Types].xml', contentTypes(sheets.length)],
      ['_rels/.rels', relations([['rId1', 'officeDocument', 'xl/workbook.xml']])],
      ['xl/workbook.xml', workbook(parts)],
      ['xl/_rels/workbook.xml.rels', workbookRelations(sheets.length)],
      ['xl/styles.xml', styles(formats)],
      [
        'xl/sharedStrings.xml',
        `${xml}<sst ${main}>${sharedStrings.map((each) => `<si><t>${each}</t></si>`).join('')}</sst>`,
      ],
      ...sheets.map(([, rows], index) => [`xl/worksheets/sheet${index + 1}.xml`, sheet(rows)] as const),
    ],
    lie,
  )
}

export function ods(tables: string, more = '', lie?: Lie): Uint8Array {
  const names = ['office', 'style', 'table', 'text', 'draw', 'calcext']
    .map((name) => `xmlns:${name}="${name}"`)
    .join(' ')
  const body = `<office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body>`
  return zip(
    [
      ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
      [
        'META-INF/manifest.xml',
        `${xml}<manifest:manifest>${more.includes('encryption-data') ? more : ''}</manifest:manifest>`,
      ],
      ['content.xml', `${xml}<office:document-content ${names}>${more}${body}</office:document-content>`],
    ],
    lie,
  )
}

function sheet(rows: Part): Part {
  const [before, after] = [`${xml}<worksheet ${main}><sheetData>`, '</sheetData></worksheet>']
  return typeof rows === 'string'
    ? before + rows + after
    : Buffer.concat([Buffer.from(before), rows, Buffer.from(after)])
}

function workbook({ sheets, from1904 = false }: XlsxParts): string {
  const list = sheets.map(([name], index) => {
    const state = name.startsWith('~') ? ' state="hidden"' : ''
    return `<sheet name="${name}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`
  })
  const properties = from1904 ? '<workbookPr date1904="1"/>' : ''
  return `${xml}<workbook ${main} xmlns:r="${office}">${properties}<sheets>${list.join('')}</sheets></workbook>`
}

function workbookRelations(sheets: number): string {
  const own = Array.from({ length: sheets }, (_, index) => index + 1)
  return relations([
    ...own.map((number) => [`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`] as const),
    ['rIdStyles', 'styles', 'styles.xml'],
    ['rIdStrings', 'sharedStrings', 'sharedStrings.xml'],
  ])
}

function relations(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const each = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`,
  )
  return `${xml}<Relationships xmlns="${packaged}/relationships">${each.join('')}</Relationships>`
}

function styles(formats: readonly string[]): string {
  const numbers = formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`)
  const cells = [
    '<xf numFmtId="0"/>',
    ...formats.map((_, index) => `<xf numFmtId="${164 + index}" applyNumberFormat="1"/>`),
  ]
  return `${xml}<styleSheet ${main}><numFmts>${numbers.join('')}</numFmts><cellXfs>${cells.join('')}</cellXfs></styleSheet>`
}

function contentTypes(sheets: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const parts = [
    ['workbook', `${type}.sheet.main+xml`],
    ['styles', `${type}.styles+xml`],
    ['sharedStrings', `${type}.sharedStrings+xml`],
    ...Array.from({ length: sheets }, (_, index) => [`worksheets/sheet${index + 1}`, `${type}.worksheet+xml`]),
  ]
  const overrides = parts.map(([name, kind]) => `<Override PartName="/xl/${name}.xml" ContentType="${kind}"/>`)
  return `${xml}<Types xmlns="${packaged}/content-types">${overrides.join('')}</Types>`
}
