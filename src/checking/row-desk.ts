// What examining a row needs at hand, laid out once per file.
import type { Delimiter } from '../table/table.ts'
import { type Cleaner, columnCleaner } from './cleaner.ts'
import type { Delimiters } from './examine.ts'
import type { Column, Header } from './header.ts'
import { makePeople, type People } from './people.ts'
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
  readonly people: People
  /** Who a row is about, from its written text. */
  readonly usernameOf: (line: string) => string
}

/** An entry read again from its text needs no past. */
const nobody = { past: () => null, usernameWithEmail: () => null }
const noFaults: ReadonlySet<string> = new Set()

export type CleanedColumn = { readonly column: Column; readonly clean: Cleaner }

export function openDesk(header: Header, delimiters: Delimiters, book: RuleBook, context: Context): RowDesk {
  const cleaned = (column: Column): CleanedColumn => ({
    column,
    clean: columnCleaner(book.cell, column.name, column.field, context),
  })
  const layout = layoutOf(header)
  const cellsOf = (line: string, most?: number) => writtenCells(line, delimiters.written, most)
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
    people: makePeople(
      (row, line) => makeEntry(row, cellsOf(line), line, noFaults, layout, context.reference, nobody),
      context.rows,
      context.seed,
    ),
    usernameOf: (line) => cellsOf(line, layout.username + 1)[layout.username] ?? '',
  }
}
