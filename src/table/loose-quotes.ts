// Reads quotes as PHP's fgetcsv does, so that what Moodle accepts is accepted here, except its backslash escape.
import type { QuoteFault } from './parse.ts'
import type { Delimiter, Row } from './table.ts'

type Cell = { readonly text: string; readonly end: number } | QuoteFault['kind']

/**
 * Returns the rows of `text` up to the first quote that cannot be read. Blanks around a quoted cell are dropped, a quote
 * inside an unquoted cell is an ordinary character.
 */
export function readLooseQuotes(
  text: string,
  delimiter: Delimiter,
  firstRow: number,
): { rows: Row[]; fault: QuoteFault | null } {
  const rows: Row[] = []
  let start = afterLineEnds(text, 0)
  while (start < text.length) {
    const number = firstRow + rows.length
    const record = readRecord(text, start, delimiter)
    if (typeof record === 'string') return { rows, fault: { kind: record, row: number } }
    const posted = text.slice(start, record.end)
    rows.push({ number, cells: record.cells, line: posted.includes('"') ? null : posted })
    start = afterLineEnds(text, record.end)
  }
  return { rows, fault: null }
}

function readRecord(
  text: string,
  start: number,
  delimiter: Delimiter,
): { cells: string[]; end: number } | QuoteFault['kind'] {
  const cells: string[] = []
  for (let position = start; ; position++) {
    const cell = readCell(text, position, delimiter)
    if (typeof cell === 'string') return cell
    cells.push(cell.text)
    position = cell.end
    if (text[position] !== delimiter) return { cells, end: position }
  }
}

function readCell(text: string, start: number, delimiter: Delimiter): Cell {
  const opening = afterBlanks(text, start, delimiter)
  if (text[opening] === '"') return readQuoted(text, opening, delimiter)
  let end = opening
  while (end < text.length && text[end] !== delimiter && !isLineEnd(text[end])) end++
  return { text: text.slice(start, end), end }
}

function readQuoted(text: string, opening: number, delimiter: Delimiter): Cell {
  const plain = closingQuote(text, opening + 1)
  const isEscaped = text[plain - 1] === '\\' && !endsCell(text, plain, delimiter)
  const closing = isEscaped ? unescapedQuote(text, plain + 1) : plain
  if (closing < 0) return 'unclosed'
  if (!endsCell(text, closing, delimiter)) return 'text-after-quote'
  const content = text.slice(opening + 1, closing).replaceAll('""', '"')
  return { text: content, end: afterBlanks(text, closing + 1, delimiter) }
}

function closingQuote(text: string, from: number): number {
  let closing = text.indexOf('"', from)
  while (closing >= 0 && text[closing + 1] === '"') closing = text.indexOf('"', closing + 2)
  return closing
}

/** Where the author escapes quotes with backslashes, the cell goes on to the first one without: a rule refuses it. */
function unescapedQuote(text: string, from: number): number {
  let closing = text.indexOf('"', from)
  while (closing >= 0 && text[closing - 1] === '\\') closing = text.indexOf('"', closing + 1)
  return closing
}

function endsCell(text: string, quote: number, delimiter: Delimiter): boolean {
  const end = afterBlanks(text, quote + 1, delimiter)
  return end >= text.length || text[end] === delimiter || isLineEnd(text[end])
}

/** What PHP's isspace takes, line ends aside. */
function afterBlanks(text: string, start: number, delimiter: Delimiter): number {
  let end = start
  while (text[end] !== delimiter && ' \t\v\f'.includes(text[end] ?? '\n')) end++
  return end
}

function afterLineEnds(text: string, start: number): number {
  let end = start
  while (isLineEnd(text[end])) end++
  return end
}

function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r'
}
