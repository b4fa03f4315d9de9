import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decode } from '../../src/table/decode.ts'
import { findHeader } from '../../src/table/dialect.ts'
import { parse } from '../../src/table/parse.ts'

const folder = new URL('./rvl-torture/', import.meta.url)
const names = new Set(['id', 'a', 'col', 'only'])
const score = (cells: readonly string[]) => cells.filter((cell) => names.has(cell)).length

/** What becomes of each file: the reason, or its rows and what is odd about them. */
function fateOf(name: string): string {
  const decoded = decode(readFileSync(new URL(name, folder)))
  if (decoded.kind === 'unreadable') return decoded.reason
  const place = findHeader(decoded.text, score)
  if (place.delimiter === null) return 'no header'
  const { rows, requoted, fault } = parse(decoded.text.slice(place.start), place.delimiter)
  const table = Array.from(rows, (row) => row.cells.join('|')).join(' / ')
  const oddity = fault ? ` ${fault.kind} ${fault.row}` : requoted ? ' requoted' : ''
  return `${place.separatorLine ?? ''}${place.delimiter} ${table}${oddity}`
}

const fates: Record<string, string> = {
  'backslash_escape.csv': 'sep=,, col / a\\"b requoted',
  'backslash_in_quoted_rfc.csv': ', id|comment / 1|path C:\\temp\\file / 2|literal \\\\ backslash',
  'blank_records_between.csv': 'sep=,, id|value / 1|10 / | /   / 2|20',
  'control_byte_header.csv': 'no header',
  'empty_file.csv': 'empty',
  'encoding_utf16le.csv': ', id|value / A|1',
  'invalid_quote.csv': ', id|value text-after-quote 2',
  'leading_blank_lines.csv': ', id|value / 1|10 / 2|20',
  'mixed_line_endings.csv': ', id|value / 1|10 / 2|20',
  'multiline_quoted.csv': 'sep=,, id|comment / 1|first line\nsecond line / 2|single line',
  'nul_in_8k.csv': ', a|b / row\u0000x',
  'only_blank_lines.csv': 'empty',
  'quoted_empty_fields.csv': ', id|value|comment / 1|| / 2|  |',
  'ragged_rows_short.csv': ', id|value|comment / 1|10 / 2|20|ok / 3',
  'rfc4180_quotes.csv': ', id|comment / 1|comma, inside / 2|quote "inside"',
  'sep_only.csv': 'no header',
  'single_column.csv': ', only / 1',
  'tab_quoted.csv': '\t id|name|note / 1|alpha\tbeta|tab inside / 2|gamma|ok',
  'trailing_blank_lines.csv': ', id|value / A|1 / B|2 /    ',
  'unterminated_quote.csv': ', id|value unclosed 2',
  'utf32be_bom.csv': 'binary',
  'utf8_bom_blank_lines.csv': ', id|value / 1|10 / 2|20',
  'windows_quotes_crlf.csv': ', id|comment / 1|line one / 2|line two',
}

test('every file is tried', () => {
  expect(readdirSync(folder).filter((name) => name.endsWith('.csv'))).toEqual(Object.keys(fates))
})

test.each(Object.entries(fates))('%s', (name, fate) => {
  expect(fateOf(name)).toBe(fate)
})
