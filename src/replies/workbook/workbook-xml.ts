// Sheets put together as an .xlsx: the parts that name the others (ECMA-376, part 2).

import { gridOf } from './note-box.ts'
import { boxesXml, commentsXml, notesOf } from './notes-xml.ts'
import { heightsOf } from './row-height.ts'
import type { Sheet } from './sheet.ts'
import { filterArea, sheetXml } from './sheet-xml.ts'
import { stylesXml } from './styles-xml.ts'
import { xmlText } from './xml-text.ts'
import { type Part, zip } from './zip.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Returns the bytes of an .xlsx with those sheets. */
export function workbookBytes(sheets: readonly Sheet[]): Uint8Array {
  const parts: readonly Part[] = [
    { name: '_rels/.rels', text: relationships([['workbook', 'officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', text: workbookXml(sheets) },
    { name: 'xl/_rels/workbook.xml.rels', text: workbookRelations(sheets.length) },
    { name: 'xl/styles.xml', text: stylesXml() },
    ...sheets.flatMap(sheetParts),
  ]
  const types = { name: '[Content_Types].xml', text: contentTypes(parts) }
  return zip([types, ...parts].map(({ name, text }) => ({ name, text: declaration + text })))
}

function sheetParts(sheet: Sheet, index: number): readonly Part[] {
  const number = index + 1
  const notes = notesOf(sheet)
  const heights = heightsOf(sheet)
  const itself = { name: `xl/worksheets/sheet${number}.xml`, text: sheetXml(sheet, heights, notes.length > 0) }
  if (notes.length === 0) return [itself]
  const related = relationships([
    ['notes', 'vmlDrawing', `../drawings/vmlDrawing${number}.vml`],
    ['comments', 'comments', `../comments${number}.xml`],
  ])
  return [
    itself,
    { name: `xl/worksheets/_rels/sheet${number}.xml.rels`, text: related },
    { name: `xl/comments${number}.xml`, text: commentsXml(notes) },
    { name: `xl/drawings/vmlDrawing${number}.vml`, text: boxesXml(notes, gridOf(sheet, heights)) },
  ]
}

function contentTypes(parts: readonly Part[]): string {
  const kindOf = ({ name }: Part) => partKinds.find(([pattern]) => pattern.test(name))?.[1]
  const named = parts.flatMap((part) => {
    const kind = kindOf(part)
    return kind ? [`<Override PartName="/${part.name}" ContentType="${kinds}.${kind}+xml"/>`] : []
  })
  const types = [
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
    ...named,
  ]
  return `<Types xmlns="${packages}/content-types">${types.join('')}</Types>`
}

const partKinds: readonly (readonly [RegExp, string])[] = [
  [/^xl\/workbook\.xml$/, 'sheet.main'],
  [/^xl\/styles\.xml$/, 'styles'],
  [/^xl\/worksheets\/[^/]+\.xml$/, 'worksheet'],
  [/^xl\/comments\d+\.xml$/, 'comments'],
]

/** Sheets, and the areas of their filters under the name that Excel gives them. */
function workbookXml(sheets: readonly Sheet[]): string {
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="sheet${index + 1}"/>`,
  )
  const areas = sheets.map((sheet, index) => {
    const area = filterArea(sheet, '$')
    const attributes = `name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1"`
    return area === null ? '' : `<definedName ${attributes}>'${xmlText(sheet.name)}'!${area}</definedName>`
  })
  const body = `<sheets>${list.join('')}</sheets><definedNames>${areas.join('')}</definedNames>`
  return `<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView/></bookViews>${body}</workbook>`
}

function workbookRelations(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_, index) => [`sheet${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const,
  )
  return relationships([...sheets, ['styles', 'styles', 'styles.xml']])
}

function relationships(all: readonly (readonly [id: string, kind: string, target: string])[]): string {
  const list = all.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${packages}/relationships">${list.join('')}</Relationships>`
}
