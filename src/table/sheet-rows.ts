// The rows of one sheet as they grow: small files can repeat a cell a billion times, so growth is paid for.
import { CannotOpen } from './cannot-open.ts'

/** What the sheets of one workbook may still take; shared by all its sheets. */
export class Room {
  readonly rows: number
  #characters: number

  constructor(limits: { inflatedBytes: number; rows: number }) {
    this.rows = limits.rows
    this.#characters = limits.inflatedBytes
  }

  /** @throws CannotOpen when it does not fit any more */
  take(characters: number): void {
    this.#characters -= characters
    if (this.#characters < 0) throw new CannotOpen('too-big-inside')
  }
}

/** An empty cell takes a little room too. */
const costOfACell = 16
/** As many as any spreadsheet has. */
const mostColumns = 16_384

export class SheetRows {
  readonly #room: Room
  readonly #rows: string[][] = []

  constructor(room: Room) {
    this.#room = room
  }

  /** Writes `text` in the zero-based row and column; what lies between is empty. */
  set(row: number, column: number, text: string): void {
    if (text === '') return
    this.check(row + 1, column + 1)
    while (this.#rows.length <= row) this.#rows.push([])
    const cells = this.#rows[row]!
    const added = Math.max(0, column + 1 - cells.length)
    this.#room.take(text.length + added * costOfACell)
    while (cells.length < column) cells.push('')
    cells[column] = text
  }

  /** @throws CannotOpen when a sheet of this many rows, or a row of this many cells, is no sheet of a person */
  check(rows: number, columns: number): void {
    if (rows > this.#room.rows || columns > mostColumns) throw new CannotOpen('too-big-inside')
  }

  /** The rows up to the last that holds something, each up to its last cell that does. */
  all(): readonly (readonly string[])[] {
    return this.#rows
  }
}
