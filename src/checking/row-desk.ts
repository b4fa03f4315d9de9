// What examining a row needs at hand, laid out once per file.
import type { Delimiter } from '../table/table.ts'
import { type CellColumn, columnCleaner } from './cleaner.ts'
import type { Delimiters } from './examine.ts'
import type { Column, Header } from './header.ts'
import { Ledger } from './ledger.ts'
import { makePeople, type People } from './people.ts'
import { makePlanner, type Planner } from './plan.ts'
import { noReference } from './reference.ts'
import type { Context, SeriesRule } from './rule.ts'
import type { RuleBook } from './rule-book.ts'
import { type Layout, layoutOf, makeEntry } from './slots.ts'
import { writtenCells } from './written-cells.ts'

export type RowDesk = {
  readonly header: Header
  readonly book: RuleBook
  readonly series: readonly { readonly rule: SeriesRule; readonly check: ReturnType<SeriesRule['start']> }[]
  readonly context: Context
  readonly delimiter: Delimiter
  /** Columns of the corrected file, in order. */
  readonly cleaners: readonly CleanedColumn[]
  /** Columns that are refused where they are filled. */
  readonly watched: readonly CleanedColumn[]
  readonly layout: Layout
  /** Every column is kept. */
  readonly keepsAll: boolean
  /** A row that keeps all its cells may be copied as it was posted. */
  readonly copies: boolean
  /** The rows that were not dropped, and what they say of people and enrolments. */
  readonly ledger: Ledger
  readonly people: People
  readonly planner: Planner
}

/** An entry read again from its text is asked for its cells, not for what is known of them. */
const nobody = { past: () => null, usernameWithEmail: () => null }
const noFaults: ReadonlySet<string> = new Set()

export type CleanedColumn = CellColumn & { readonly column: Column }

/** `posted`: the bytes of which rows that are not changed are places. */
export function openDesk(
  header: Header,
  delimiters: Delimiters,
  book: RuleBook,
  context: Context,
  posted: Uint8Array,
): RowDesk {
  const cleaned = (column: Column): CleanedColumn => ({
    column,
    ...columnCleaner(book.cell, column.name, column.field, context),
  })
  const layout = layoutOf(header)
  const { today, rows, seed } = context
  const ledger = new Ledger(posted, rows)
  const entryAt = (index: number) => {
    const line = ledger.lineOf(index)
    const cells = writtenCells(line, delimiters.written)
    return makeEntry(ledger.numberOf(index), cells, line, noFaults, layout, noReference, nobody)
  }
  const usernameOf = (index: number) =>
    writtenCells(ledger.lineOf(index), delimiters.written, layout.username + 1)[layout.username] ?? ''
  const keepsAll = header.kept.length === header.columns.length
  return {
    header,
    book,
    series: book.series.map((rule) => ({ rule, check: rule.start(context) })),
    context,
    delimiter: delimiters.written,
    cleaners: header.kept.map(cleaned),
    watched: header.columns.filter(({ kind }) => kind === 'forbidden').map(cleaned),
    layout,
    keepsAll,
    copies: keepsAll && delimiters.posted === delimiters.written,
    ledger,
    people: makePeople(entryAt, (index) => ledger.isRefused(index), rows, seed),
    planner: makePlanner(today, { numberOf: (index) => ledger.numberOf(index), usernameOf }, rows),
  }
}
