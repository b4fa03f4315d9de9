// The XML of one sheet. Each cell is an inline string: no application has a reason to compute, convert or round it.
import { type Cell, columnLetters, type Sheet, type SheetRow } from './sheet.ts'
import { styleNumber } from './styles-xml.ts'
import { xmlText } from './xml-text.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/**
 * Content of a worksheet part; `heights` of some rows are in points. Elements stand in the order that the schema wants
 * (ECMA-376, 18.3.1.99).
 */
export function sheetXml(sheet: Sheet, heights: ReadonlyMap<number, number>, hasNotes: boolean): string {
  const area = filterArea(sheet)
  return [
    `<worksheet xmlns="${main}" xmlns:r="${relations}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    viewXml(sheet),
    '<sheetFormatPr defaultRowHeight="15" customHeight="1"/>',
    `<cols>${sheet.widths.map(columnXml).join('')}</cols>`,
    `<sheetData>${sheet.rows.map((row) => rowXml(row, heights.get(row.number))).join('')}</sheetData>`,
    area === null ? '' : `<autoFilter ref="${area}"/>`,
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    area === null ? '' : `<ignoredErrors><ignoredError sqref="${area}" numberStoredAsText="1"/></ignoredErrors>`,
    hasNotes ? '<legacyDrawing r:id="notes"/>' : '',
    '</worksheet>',
  ].join('')
}

/** From the header to the last row of the table; null for a sheet without a header. */
export function filterArea({ frozenColumns, widths, lastRow }: Sheet, absolute = ''): string | null {
  if (frozenColumns === null) return null
  const corner = (column: number, row: number) => absolute + columnLetters(column) + absolute + String(row)
  return `${corner(0, 1)}:${corner(widths.length - 1, lastRow)}`
}

function viewXml({ frozenColumns }: Sheet): string {
  if (frozenColumns === null) return '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>'
  const split = `${frozenColumns === 0 ? '' : `xSplit="${frozenColumns}" `}ySplit="1"`
  const pane = frozenColumns === 0 ? 'bottomLeft' : 'bottomRight'
  const first = `${columnLetters(frozenColumns)}2`
  const frozen = `<pane ${split} topLeftCell="${first}" activePane="${pane}" state="frozen"/>`
  return `<sheetViews><sheetView workbookViewId="0">${frozen}<selection pane="${pane}"/></sheetView></sheetViews>`
}

const columnXml = (width: number, index: number): string =>
  `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1" style="${styleNumber('text')}"/>`

function rowXml({ number, cells }: SheetRow, height: number | undefined): string {
  const size = height === undefined ? '' : ` ht="${height}" customHeight="1"`
  return `<row r="${number}"${size}>${cells.map((cell) => cellXml(cell, number)).join('')}</row>`
}

function cellXml({ column, text, style }: Cell, row: number): string {
  const place = `r="${columnLetters(column)}${row}" s="${styleNumber(style)}"`
  if (text === '') return `<c ${place}/>`
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`
}
