// The person's own table with what was found written into it, for those who find a spreadsheet easier than a reply.
import type { Report } from '../checking/report.ts'
import type { Language } from '../moodle/language.ts'
import type { Row } from '../table/table.ts'
import { problemColumn } from './rejected-file.ts'
import { typesetText } from './typeset.ts'
import { annotationsOf } from './workbook/annotations.ts'
import { legendSheet } from './workbook/legend-sheet.ts'
import type { Sheet } from './workbook/sheet.ts'
import { tableSheet } from './workbook/table-sheet.ts'
import { workbookWords } from './workbook/words.ts'
import { workbookBytes } from './workbook/workbook-xml.ts'

/** A table as it was posted: header cells, and data rows as often as asked. */
export type Posted = { readonly columns: readonly string[]; readonly rows: () => Iterable<Row> }

/** Rows of a table that is copied as a whole; of a longer one only rows to review are shown, and not more than these. */
const mostCopied = 5_000
const mostListed = 2_000
/** What a sheet may hold in characters, an empty cell counting for a few; and its own limits, those of Excel. */
const mostCharacters = 8_000_000
const costOfACell = 8
const mostColumns = 16_000
const mostRows = 1_048_576

/** True when a row of the table has to be looked at by a person: then there is something to show in it. */
export const hasRowsToReview = ({ problems }: Pick<Report, 'problems'>): boolean =>
  problems.some(({ severity, row }) => severity !== 'info' && row !== null && row > 1)

/**
 * Bytes of an .xlsx: the rows to review, a copy of the posted table with the same row numbers (up to 5,000 rows), and a
 * legend. Every cell is text, never a formula. Null when no row needs a person, or when none was examined.
 */
export function annotatedWorkbook(posted: Posted, report: Report, language: Language): Uint8Array | null {
  const { columns } = posted
  if (!hasRowsToReview(report) || columns.length > mostColumns) return null
  const annotations = annotationsOf(report, language)
  const { copied, listed } = choose(posted, annotations.toReview)
  const words = workbookWords[language]
  const shared = { columns, annotations }
  // Some mend the workbook itself and post it back: its first sheet then completes the request, as the rejected rows do.
  const toReview = { review: problemColumn, name: words.sheets.review, row: words.row, rows: listed.rows }
  const list = tableSheet({ ...shared, ...toReview })
  const whole = { review: words.review, name: words.sheets.copy, row: null }
  const copy = copied ? [tableSheet({ ...shared, ...whole, rows: copied })] : []
  const remarks = [
    ...(copied ? [] : [words.noCopy]),
    ...(listed.isAll ? [] : [words.cutRows(listed.rows.length, annotations.toReview.size)]),
    ...[list, ...copy].filter(({ isCut }) => isCut).map(({ sheet }) => words.cutNotes(sheet.name)),
  ].map((text) => typesetText(text, language))
  const copies = copy.map(({ sheet }) => sheet)
  return workbookBytes([withRemarks(list.sheet, remarks), ...copies, legendSheet(language, remarks)])
}

/** Rows of the copy, null when there is none, and rows to review. */
function choose({ rows }: Posted, toReview: ReadonlySet<number>) {
  const whole = taken(rows(), mostCopied)
  const wanted = onlyRows(whole.isAll ? whole.rows : rows(), toReview)
  return { copied: whole.isAll ? whole.rows : null, listed: taken(wanted, whole.isAll ? mostCopied : mostListed) }
}

function* onlyRows(rows: Iterable<Row>, numbers: ReadonlySet<number>): Generator<Row> {
  for (const row of rows) if (numbers.has(row.number)) yield row
}

/** The first rows that a sheet can hold, and whether they are all. */
function taken(rows: Iterable<Row>, most: number): { readonly rows: readonly Row[]; readonly isAll: boolean } {
  const kept: Row[] = []
  let room = mostCharacters
  for (const row of rows) {
    room -= row.cells.reduce((sum, cell) => sum + cell.length + costOfACell, 0)
    const fits = kept.length < most && room >= 0 && row.cells.length <= mostColumns && row.number <= mostRows
    if (!fits) return { rows: kept, isAll: false }
    kept.push(row)
  }
  return { rows: kept, isAll: true }
}

/** Below the table and its filter, a row apart. */
function withRemarks(sheet: Sheet, remarks: readonly string[]): Sheet {
  const column = sheet.widths.length - 1
  const lines = remarks.map((text, index) => ({
    number: sheet.lastRow + 2 + index,
    cells: [{ column, text, style: 'sentence' } as const],
  }))
  return { ...sheet, rows: [...sheet.rows, ...lines] }
}
