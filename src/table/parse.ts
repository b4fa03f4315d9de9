// Three readers from the cheapest to the most tolerant, because nine files in ten hold no quote at all.
import { createRequire } from 'node:module'
import { readLooseQuotes } from './loose-quotes.ts'
import { splitLines } from './split-lines.ts'
import type { Delimiter, Row } from './table.ts'

const require = createRequire(import.meta.url)
/** Loaded for the first text with a quote. */
const csvParse = () => require('csv-parse/sync') as typeof import('csv-parse/sync')

/** A quote that makes the cells after it a guess; `row` is the row in which it opens. */
export type QuoteFault = { readonly kind: 'unclosed' | 'text-after-quote'; readonly row: number }

/**
 * `requoted`: the quotes are not those of RFC 4180 and were read as PHP's fgetcsv reads them. With a `fault`, `rows`
 * stops before the row at fault. `rows` may be walked through again and again.
 */
export type Parsed = {
  readonly rows: Iterable<Row>
  readonly requoted: boolean
  readonly fault: QuoteFault | null
}

/**
 * Returns the rows of `text`, the header line among them as row `firstRow`. Empty lines are skipped and not counted, as
 * Moodle does (rules 7 and 16). A backslash is an ordinary character. Never throws.
 */
export function parse(text: string, delimiter: Delimiter, firstRow = 1): Parsed {
  const lines = withLineFeeds(text)
  if (!lines.includes('"')) return { rows: splitLines(lines, delimiter, firstRow), requoted: false, fault: null }
  const records = readStrictly(lines, delimiter)
  if (records) return { rows: { [Symbol.iterator]: () => numbered(records, firstRow) }, requoted: false, fault: null }
  return { ...readLooseQuotes(lines, delimiter, firstRow), requoted: true }
}

/** U+0085, U+2028 and U+2029 end lines only where nothing else does; offsets in the text stay the same. */
function withLineFeeds(text: string): string {
  return /[\n\r]/.test(text) ? text : text.replace(/[\u0085\u2028\u2029]/g, '\n')
}

function readStrictly(text: string, delimiter: Delimiter): string[][] | null {
  if (!text.isWellFormed()) return null
  const { CsvError, parse: parseStrictly } = csvParse()
  try {
    return parseStrictly(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
    })
  } catch (error) {
    if (error instanceof CsvError) return null
    throw error
  }
}

function* numbered(records: Iterable<string[]>, firstRow: number): Generator<Row> {
  let number = firstRow
  for (const cells of records) yield { number: number++, cells, line: null }
}
