// What is known of a file before its rows are read: how it was stored, laid out, and where its header is.
import type { QuoteFault } from '../table/parse.ts'
import type { Delimiter, Encoding } from '../table/table.ts'

export type Source = {
  readonly format: 'csv' | 'xlsx' | 'xls' | 'ods'
  /** Null for a spreadsheet. */
  readonly encoding: Encoding | null
  readonly boms: number
  /** Null when no line has a header word, and for a spreadsheet. */
  readonly delimiter: Delimiter | null
  /** Excel's `sep=;` line, as posted. */
  readonly separatorLine: string | null
  /** Lines above the header. */
  readonly titleLines: readonly string[]
  /** Every line was one quoted cell. */
  readonly wrapped: boolean
  /** Blanks around quotes, or quotes inside a cell that has none around. */
  readonly requoted: boolean
  readonly fault: QuoteFault | null
  /** Other encodings in which the bytes make as much sense. */
  readonly alternatives: readonly { readonly encoding: Encoding; readonly text: string }[]
  /** Rows below the header, counted up to one more than the limit. */
  readonly dataRows: number
  readonly limits: Limits
}

/** `bytes` of the posted file, `rows` below the header. */
export type Limits = { readonly bytes: number; readonly rows: number }
