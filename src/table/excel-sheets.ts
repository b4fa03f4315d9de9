// SheetJS opens both generations of Excel; it is loaded for the first workbook only, being large.
import { createRequire } from 'node:module'
import type { CellObject, DenseWorkSheet, ParsingOptions, WorkBook } from '@e965/xlsx'
import { CannotOpen } from './cannot-open.ts'
import { type Room, SheetRows } from './sheet-rows.ts'
import { type DateParts, isoDate, paddedNumber } from './shown-number.ts'
import type { Sheet } from './spreadsheet.ts'
import { onlyValues } from './xls-records.ts'

/** What the package leaves untyped. */
type Untyped = {
  readonly CFB: {
    readonly utils: {
      cfb_new(options: object): object
      cfb_add(zip: object, name: string, content: Uint8Array, options: object): object
    }
    read(bytes: Buffer, options: object): object
    find(container: object, path: string): { readonly content: Uint8Array } | null
    write(zip: object, options: object): Buffer
  }
  readonly SSF: {
    is_date(format: string): boolean
    parse_date_code(value: number, options: object): DateParts | null
  }
}
type SheetJs = Omit<typeof import('@e965/xlsx'), keyof Untyped> & Untyped

const require = createRequire(import.meta.url)
const sheetJs = () => require('@e965/xlsx') as SheetJs
const options: ParsingOptions = {
  type: 'buffer',
  dense: true,
  cellNF: true,
  cellFormula: false,
  cellHTML: false,
  cellText: false,
}

/** As Excel has it; a longer one is there to cost time. */
const longestFormat = 255
const errors: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

/** Returns the visible sheets of the bytes of an .xls. */
export function readXls(bytes: Uint8Array, room: Room): Sheet[] {
  const { CFB, read } = sheetJs()
  const workbook = opened(() => {
    const stream = CFB.find(CFB.read(Buffer.from(bytes), { type: 'buffer' }), '/Workbook')
    if (!stream) throw new CannotOpen('spreadsheet')
    return read(onlyValues(stream.content), options)
  })
  return visibleSheets(workbook, room)
}

/** Returns the visible sheets of the inflated parts of an .xlsx. */
export function readXlsx(parts: ReadonlyMap<string, Uint8Array>, room: Room): Sheet[] {
  const { CFB, read } = sheetJs()
  const zip = CFB.utils.cfb_new({})
  for (const [name, content] of parts) CFB.utils.cfb_add(zip, `/${name}`, content, { unsafe: true })
  const stored = CFB.write(zip, { type: 'buffer', fileType: 'zip', compression: false })
  return visibleSheets(
    opened(() => read(stored, options)),
    room,
  )
}

function opened(read: () => WorkBook): WorkBook {
  try {
    return quietly(read)
  } catch (error) {
    if (error instanceof CannotOpen) throw error
    const locked = error instanceof Error && /password|encrypt/i.test(error.message)
    throw new CannotOpen(locked ? 'encrypted' : 'spreadsheet')
  }
}

/** SheetJS tells the console about each record that it does not know. */
function quietly<T>(read: () => T): T {
  const { error } = console
  console.error = () => undefined
  try {
    return read()
  } finally {
    console.error = error
  }
}

function visibleSheets(workbook: WorkBook, room: Room): Sheet[] {
  const visible = workbook.SheetNames.filter((_, index) => !workbook.Workbook?.Sheets?.[index]?.Hidden)
  const from1904 = workbook.Workbook?.WBProps?.date1904 === true
  return visible.flatMap((name) => {
    const cells = (workbook.Sheets[name] as DenseWorkSheet | undefined)?.['!data']
    return cells ? [{ name, rows: rowsOf(cells, from1904, room) }] : []
  })
}

/** Checked first: both lists are as long as the last address in them, however few cells there are. */
function rowsOf(cells: DenseWorkSheet['!data'], from1904: boolean, room: Room): Sheet['rows'] {
  const rows = new SheetRows(room)
  rows.check(cells.length, 0)
  cells.forEach((row, number) => {
    rows.check(cells.length, row.length)
    row.forEach((cell, column) => {
      rows.set(number, column, textOf(cell, from1904))
    })
  })
  return rows.all()
}

function textOf({ t, v, z }: CellObject, from1904: boolean): string {
  if (typeof v === 'string') return v
  if (typeof v === 'boolean') return v ? 'TRUE' : 'FALSE'
  if (typeof v !== 'number') return ''
  if (t === 'e') return errors[v] ?? '#N/A'
  const format = typeof z === 'string' && z.length <= longestFormat ? z : ''
  return dateOf(v, format, from1904) ?? paddedNumber(v, format)
}

function dateOf(value: number, format: string, from1904: boolean): string | null {
  const { SSF } = sheetJs()
  const parts = SSF.is_date(format) ? SSF.parse_date_code(value, { date1904: from1904 }) : null
  return parts && isoDate(parts)
}
