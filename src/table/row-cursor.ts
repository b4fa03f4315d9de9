// Rows of UTF-8 without quotes as places in its bytes: a row that nobody looks at closely is never made into a text.

import type { Delimiter, Row } from './table.ts'
import { foldedByte, hashEnd, hashFactor, hashStart } from './text-hash.ts'
import { utf8Slice } from './utf8-slice.ts'

/** UTF-8 without `"`, in which a table starts at `start`; its first row is row `firstRow`. */
export type PlainTable = {
  readonly bytes: Uint8Array
  readonly start: number
  readonly delimiter: Delimiter
  readonly firstRow: number
}

/** What to note of each of so many cells: `marks` has bits for each of the 256 bytes, above the lowest eight and below the sign. */
export type Notes = { readonly marks: Int32Array; readonly seed: number; readonly cells: number }

/** Cells side by side. */
export type CellRun = { readonly first: number; readonly last: number }

const [feed, carriage] = [10, 13]
const nothing: Notes = { marks: new Int32Array(256), seed: 0, cells: 0 }

/** Stands before the first row until `next` is called; empty lines are no rows. */
export class RowCursor {
  readonly bytes: Uint8Array
  /** Of the row where it stands; its bytes are from `start` up to, not including, `end`. */
  number: number
  start: number
  end: number
  /** Number of cells. */
  cells = 0
  /** For each cell to note, where it ends, the hash of its bytes (`hashOf`), and all marks of its bytes together. */
  readonly ends: Int32Array
  readonly hashes: Int32Array
  readonly marks: Int32Array
  readonly #buffer: Buffer
  readonly #delimiter: Delimiter
  readonly #codes: Int32Array
  readonly #seed: number

  constructor({ bytes, start, delimiter, firstRow }: PlainTable, notes: Notes = nothing) {
    this.bytes = bytes
    this.#buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    this.number = firstRow - 1
    this.start = start
    this.end = start
    this.#delimiter = delimiter
    this.ends = new Int32Array(notes.cells)
    this.hashes = new Int32Array(notes.cells)
    this.marks = new Int32Array(notes.cells)
    this.#codes = codesFor(delimiter, notes.marks)
    this.#seed = hashStart(notes.seed)
  }

  /**
   * Goes to the next row; false when there is none. One look at each byte: a check of a long file spends most of its
   * time here, in one function as calls for each cell would double it.
   */
  next(): boolean {
    const { bytes, ends, hashes, marks } = this
    const codes = this.#codes
    const length = bytes.length
    const factor = hashFactor
    const begin = afterLineEnds(bytes, this.end)
    if (begin === length) return false
    let at = begin
    let cell = 0
    let hash = this.#seed
    let seen = 0
    for (; ; at++) {
      const code = at < length ? codes[bytes[at]!]! : lineEnd
      if (code >= 0) {
        hash = Math.imul(hash ^ (code & 0xff), factor)
        seen |= code
        continue
      }
      ends[cell] = at
      hashes[cell] = hashEnd(hash)
      marks[cell++] = seen
      if (code === lineEnd) break
      hash = this.#seed
      seen = 0
    }
    this.start = begin
    this.end = at
    this.cells = cell
    this.number++
    return true
  }

  /** Where a cell starts. */
  startOf(cell: number): number {
    return cell === 0 ? this.start : this.ends[cell - 1]! + 1
  }

  /** The first byte of a cell, 0 of an empty one. */
  first(cell: number): number {
    const start = this.startOf(cell)
    return start === this.ends[cell] ? 0 : this.bytes[start]!
  }

  /** True when the bytes of these cells are those from `start` to `end`. */
  holds({ first, last }: CellRun, start: number, end: number): boolean {
    const { bytes } = this
    const offset = this.startOf(first) - start
    if (this.ends[last]! - offset !== end) return false
    for (let at = start; at < end; at++) if (bytes[at] !== bytes[at + offset]) return false
    return true
  }

  /** True when the cell is that text. */
  reads(cell: number, text: string): boolean {
    const { bytes } = this
    let at = this.startOf(cell)
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      if (unit >= 0x800) return this.cell(cell) === text
      if (unit >= 0x80 && bytes[at++] !== (0xc0 | (unit >> 6))) return false
      if (bytes[at++] !== (unit < 0x80 ? unit : 0x80 | (unit & 0x3f))) return false
    }
    return at === this.ends[cell]
  }

  /** The text of a cell. */
  cell(cell: number): string {
    return utf8Slice(this.#buffer, this.startOf(cell), this.ends[cell]!)
  }

  row(): Row {
    const line = utf8Slice(this.#buffer, this.start, this.end)
    return { number: this.number, cells: line.split(this.#delimiter), line }
  }
}

const [cellEnd, lineEnd] = [-1, -2]

function afterLineEnds(bytes: Uint8Array, start: number): number {
  let at = start
  while (at < bytes.length && (bytes[at] === feed || bytes[at] === carriage)) at++
  return at
}

/** For each byte its marks and, in the lowest eight bits, what is hashed of it; less than 0 where a cell or line ends. */
function codesFor(delimiter: Delimiter, marks: Int32Array): Int32Array {
  const codes = marks.map((mark, byte) => mark | foldedByte[byte]!)
  codes[delimiter.charCodeAt(0)] = cellEnd
  codes[feed] = lineEnd
  codes[carriage] = lineEnd
  return codes
}

/** The rows one after the other, as often as asked. */
export function rowsOf(table: PlainTable): Iterable<Row> {
  return { [Symbol.iterator]: () => walk(new RowCursor(table)) }
}

function* walk(cursor: RowCursor): Generator<Row, undefined> {
  while (cursor.next()) yield cursor.row()
}
