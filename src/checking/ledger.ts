// The rows so far as they are written: most are places in the posted bytes, and a text of their own only when changed.
import { utf8Slice } from '../table/utf8-slice.ts'
import { type Int32List, makeInt32List } from './int32-list.ts'

/** Where a row stands in the posted bytes. */
export type Place = { readonly start: number; readonly end: number }

export class Ledger {
  readonly #posted: Buffer
  readonly #numbers: Int32List
  /** Place of each row; the start of one that has a text of its own is -1 minus its index in `#texts`. */
  readonly #starts: Int32List
  readonly #ends: Int32List
  readonly #texts: string[] = []
  readonly #refused = new Set<number>()
  /** Bytes of the rows that are not refused, with a line end each. */
  #size = 0

  /** `posted`: UTF-8; `expected`: how many rows there may be. */
  constructor(posted: Uint8Array, expected: number) {
    this.#posted = Buffer.from(posted.buffer, posted.byteOffset, posted.length)
    this.#numbers = makeInt32List(expected)
    this.#starts = makeInt32List(expected)
    this.#ends = makeInt32List(expected)
  }

  /** Rows that are written: not refused. */
  get kept(): number {
    return this.#numbers.length - this.#refused.size
  }

  /** Adds the row of that number (as in `Row`); returns its index here, which is counted from 0. */
  add(number: number, written: string | Place): number {
    const isText = typeof written === 'string'
    this.#starts.push(isText ? -this.#texts.push(written) : written.start)
    this.#ends.push(isText ? -1 : written.end)
    this.#numbers.push(number)
    this.#size += (isText ? Buffer.byteLength(written) : written.end - written.start) + 1
    return this.#numbers.length - 1
  }

  /** The row is remembered, but not written. */
  refuse(index: number): void {
    this.#refused.add(index)
    this.#size -= Buffer.byteLength(this.lineOf(index)) + 1
  }

  isRefused(index: number): boolean {
    return this.#refused.has(index)
  }

  numberOf(index: number): number {
    return this.#numbers.at(index)
  }

  lineOf(index: number): string {
    const start = this.#starts.at(index)
    return start < 0 ? this.#texts[-1 - start]! : utf8Slice(this.#posted, start, this.#ends.at(index))
  }

  /**
   * The corrected file in UTF-8: that header line and the rows that are not refused, each ended by LF. Rows that follow
   * one another in the posted bytes as they would here are copied together.
   */
  write(header: string): Uint8Array {
    const written = new Uint8Array(Buffer.byteLength(header) + 1 + this.#size)
    const file = Buffer.from(written.buffer)
    let at = file.write(`${header}\n`)
    let from = 0
    let to = 0
    const copyRun = (): void => {
      if (from === to) return
      at += this.#posted.copy(file, at, from, to)
      file[at++] = lineFeed
      from = to
    }
    for (let index = 0; index < this.#numbers.length; index++) {
      if (this.isRefused(index)) continue
      const start = this.#starts.at(index)
      if (start !== to + 1 || this.#posted[to] !== lineFeed) copyRun()
      if (start < 0) at += file.write(`${this.lineOf(index)}\n`, at)
      else {
        if (from === to) from = start
        to = this.#ends.at(index)
      }
    }
    copyRun()
    return written
  }
}

const lineFeed = 0x0a
