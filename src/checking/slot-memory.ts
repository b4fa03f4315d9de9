// The same course, role and group stand in hundreds of rows: what the rules say of them is asked once.
import { enrolmentFields } from '../moodle/fields.ts'
import type { CellRun, RowCursor } from '../table/row-cursor.ts'
import { hashFactor } from '../table/text-hash.ts'
import type { Slot } from './entry.ts'
import { makeInt32List } from './int32-list.ts'
import { isSilent } from './person.ts'
import type { RowDesk } from './row-desk.ts'
import { makeSlot, type SlotLayout } from './slots.ts'

/** A slot of which no rule on its cells or on enrolments has anything to say. */
export type SilentSlot = {
  readonly slot: Slot
  /** What the planner knows it by; null: nothing is asked for. */
  readonly term: number | null
  /** The rules on series that look at slots were asked about it, in a row that was kept. */
  isHeard: boolean
}

/** Distinct slots that are remembered. */
const mostRemembered = 5_000
/** Places for twice as many, a power of two. */
const size = 16_384

/**
 * Answers for the slot of that layout in the row where the cursor stands: null when a rule has something to say of it, or
 * when too many were met. Two slots are the same when their bytes are.
 */
export function makeSlotMemory(layout: SlotLayout, desk: RowDesk): (row: RowCursor) => SilentSlot | null {
  const { header, cleaners, book, context, planner } = desk
  const cells = enrolmentFields.map((field) => layout[field]).filter((cell) => cell < header.columns.length)
  const runs = runsOf(cells)
  const known: (SilentSlot | null)[] = []
  const hashes = makeInt32List(16)
  /** For each known slot, where each of its runs starts and ends in the posted bytes. */
  const bounds = makeInt32List(16)
  const numbers = new Int16Array(size).fill(-1)

  function hashAt(row: RowCursor): number {
    let hash = 0
    for (let i = 0; i < cells.length; i++) hash = Math.imul(hash ^ row.hashes[cells[i]!]!, hashFactor)
    return hash ^ (hash >>> 15)
  }

  function isAt(row: RowCursor, number: number): boolean {
    for (let i = 0; i < runs.length; i++) {
      const at = 2 * (number * runs.length + i)
      if (!row.holds(runs[i]!, bounds.at(at), bounds.at(at + 1))) return false
    }
    return true
  }

  function remember(row: RowCursor, hash: number, place: number): SilentSlot | null {
    const silent = judge(row)
    hashes.push(hash)
    for (const { first, last } of runs) {
      bounds.push(row.startOf(first))
      bounds.push(row.ends[last]!)
    }
    numbers[place] = known.push(silent) - 1
    return silent
  }

  function judge(row: RowCursor): SilentSlot | null {
    const values: string[] = []
    for (const cell of cells) {
      const value = row.cell(cell)
      if (cleaners[cell]!.clean(value) !== null) return null
      values[cell] = value
    }
    const slot = makeSlot(values, layout, '', context.reference)
    if (book.enrolment.some((rule) => !isSilent(rule.check(slot, context)))) return null
    return { slot, term: slot.course === '' ? null : planner.termOf(slot), isHeard: false }
  }

  return (row) => {
    const hash = hashAt(row)
    let place = hash & (size - 1)
    for (let number = numbers[place]!; number >= 0; number = numbers[place]!) {
      if (hashes.at(number) === hash && isAt(row, number)) return known[number]!
      place = (place + 1) & (size - 1)
    }
    return known.length < mostRemembered ? remember(row, hash, place) : null
  }
}

/** Cells that stand side by side are compared at once, the separators between them too. */
function runsOf(cells: readonly number[]): readonly CellRun[] {
  const runs: { first: number; last: number }[] = []
  for (const cell of cells.toSorted((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run && run.last + 1 === cell) run.last = cell
    else runs.push({ first: cell, last: cell })
  }
  return runs
}
