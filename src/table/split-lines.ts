// A text without a quote character needs no CSV parser: splitting is exact, and several times cheaper.
import type { Delimiter, Row } from './table.ts'

/** Yields the rows of a text without `"`, one at a time; `line` is the slice of the text without its line end. */
export function* splitLines(text: string, delimiter: Delimiter, firstRow: number): Generator<Row> {
  let number = firstRow
  for (const line of linesOf(text)) yield { number: number++, cells: line.split(delimiter), line }
}

/** The lines that are not empty. CRLF needs no case of its own: it is a line end and an empty line. */
function* linesOf(text: string): Generator<string> {
  let start = 0
  let feed = -1
  let carriage = -1
  while (start < text.length) {
    if (feed < start) feed = indexOrEnd(text, '\n', start)
    if (carriage < start) carriage = indexOrEnd(text, '\r', start)
    const end = Math.min(feed, carriage)
    if (end > start) yield text.slice(start, end)
    start = end + 1
  }
}

function indexOrEnd(text: string, wanted: string, from: number): number {
  const index = text.indexOf(wanted, from)
  return index < 0 ? text.length : index
}
