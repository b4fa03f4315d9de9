// Finds the header first and the separator with it: known words are a surer sign than counting separators.
import { parse } from './parse.ts'
import { type Delimiter, delimiters } from './table.ts'

/**
 * `start`: offset in the text of the header line. `separatorLine`: a first line such as `sep=;`. `skipped`: lines above
 * the header. `wrapped`: the header line is one quoted cell that holds the header. `delimiter` null: no header found.
 */
export type HeaderPlace = {
  readonly delimiter: Delimiter | null
  readonly separatorLine: string | null
  readonly skipped: readonly string[]
  readonly start: number
  readonly wrapped: boolean
}

/** How many header words these cells hold; 100 more when they are unmistakably the header. */
type Score = (cells: readonly string[]) => number
type Line = { readonly text: string; readonly start: number }
type Reading = {
  readonly delimiter: Delimiter
  readonly wrapped: boolean
  readonly score: number
  readonly cells: number
}

const linesLookedAt = 10
const unmistakable = 100

/**
 * Returns where the header of `text` stands and what separates its cells: the first of ten lines that is unmistakable;
 * where none is, the first line as soon as it has one header word. Empty lines do not count.
 */
export function findHeader(text: string, score: Score): HeaderPlace {
  const lines = firstLines(text)
  const announced = separatorOf(lines[0]?.text)
  const candidates = (announced ? lines.slice(1) : lines).slice(0, linesLookedAt)
  const separatorLine = announced ? lines[0]!.text : null
  const readings = candidates.map((line) => bestReading(line.text, announced, score))
  const sure = readings.findIndex((reading) => reading.score >= unmistakable)
  const reading = readings[Math.max(sure, 0)]
  const start = candidates[Math.max(sure, 0)]?.start ?? text.length
  if (!reading || reading.score === 0) return { delimiter: null, separatorLine, skipped: [], start, wrapped: false }
  const skipped = candidates.slice(0, Math.max(sure, 0)).map((above) => above.text)
  return { delimiter: reading.delimiter, separatorLine, skipped, start, wrapped: reading.wrapped }
}

/** Returns the cells of a row that was quoted as a whole (a file exported twice), when they are `count`; else null. */
export function unwrap(cells: readonly string[], delimiter: Delimiter, count: number): readonly string[] | null {
  const [cell] = cells
  if (cells.length !== 1 || cell === undefined) return null
  const inner = cellsOf(cell, delimiter)
  return inner.length === count ? inner : null
}

function firstLines(text: string): Line[] {
  const ends = /[\n\r]/.test(text) ? /[^\n\r]+/g : /[^\u0085\u2028\u2029]+/g
  const lines: Line[] = []
  for (const { 0: line, index } of text.matchAll(ends)) {
    lines.push({ text: line, start: index })
    if (lines.length > linesLookedAt) break
  }
  return lines
}

function separatorOf(line: string | undefined): Delimiter | null {
  const separator = /^\s*"?sep=(.)"?[\s,;]*$/i.exec(line ?? '')?.[1]
  return delimiters.find((delimiter) => delimiter === separator) ?? null
}

function bestReading(line: string, announced: Delimiter | null, score: Score): Reading {
  const readings = delimiters.map((delimiter) => readingOf(line, delimiter, score))
  const promised = readings.find((reading) => reading.delimiter === announced && reading.score > 0)
  return promised ?? readings.reduce((best, reading) => (isBetter(reading, best) ? reading : best))
}

function isBetter(reading: Reading, best: Reading): boolean {
  return reading.score === best.score ? reading.cells > best.cells : reading.score > best.score
}

function readingOf(line: string, delimiter: Delimiter, score: Score): Reading {
  const cells = cellsOf(line, delimiter)
  const plain = { delimiter, wrapped: false, score: score(cells), cells: cells.length }
  const inner = cells.length === 1 && line.includes('"') ? cellsOf(cells[0]!, delimiter) : cells
  const unwrapped = { delimiter, wrapped: true, score: score(inner), cells: inner.length }
  return isBetter(unwrapped, plain) ? unwrapped : plain
}

function cellsOf(line: string, delimiter: Delimiter): readonly string[] {
  for (const row of parse(line, delimiter).rows) return row.cells
  return []
}
