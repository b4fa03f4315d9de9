// What is known of a file before its rows are read: how it was stored, laid out, and where its header is.
import type { QuoteFault } from '../table/parse.ts'
import type { Delimiter, Encoding, UnreadableReason } from '../table/table.ts'

export type Source = {
  /** Size of the posted file. */
  readonly bytes: number
  /** Why the bytes are not a table; everything below is empty then. */
  readonly unreadable: UnreadableReason | null
  readonly format: 'csv' | 'xlsx' | 'xls' | 'ods'
  /** Null for a spreadsheet. */
  readonly encoding: Encoding | null
  readonly boms: number
  /** A final Ctrl-Z. */
  readonly endMark: boolean
  /** Lines are ended by U+0085, U+2028 or U+2029, which Moodle does not take for line ends. */
  readonly unusualLineEnds: boolean
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
  /** Cells that matter and that another encoding, as likely, reads otherwise. */
  readonly doubtful: readonly DoubtfulCell[]
  /** Lines below the first one, blank ones included, counted up to one more than the limit. */
  readonly lines: number
  readonly hasHeader: boolean
  /** Cells of the header. */
  readonly columns: number
  /** An e-mail stands near the top: without a header, it may still be a list of people. */
  readonly mentionsPeople: boolean
  readonly hasRows: boolean
  readonly limits: Limits
}

/** `bytes` of the posted file, `rows` below the header. */
export type Limits = { readonly bytes: number; readonly rows: number }

/** `field` without its number; `read` as decoded, `other` as the other encoding has it. */
export type DoubtfulCell = { readonly field: string; readonly read: string; readonly other: string }
