// Most rows are of somebody new, and no rule may speak of anything in them: they are kept where they stand, unread.
import { personFields } from '../moodle/fields.ts'
import { type PlainTable, RowCursor } from '../table/row-cursor.ts'
import { byteSuspects } from './byte-suspects.ts'
import type { Entry } from './entry.ts'
import { isAbout, isSilent } from './person.ts'
import type { RowDesk } from './row-desk.ts'
import { is } from './row-shape.ts'
import { concerns, join } from './series.ts'
import { makeSlotMemory, type SilentSlot } from './slot-memory.ts'
import { makeEntry } from './slots.ts'
import { unaskedOf } from './unasked.ts'

export type PlainRows = {
  readonly row: RowCursor
  /** Keeps the row where the cursor stands and answers true if it is plain; else changes nothing. */
  readonly keep: () => boolean
}

/**
 * A row is plain when `examineRow` would ask no rule about it, by what the rules say of themselves, but for those that
 * are asked here and have nothing to say: so it ends here as it would there. For a file whose rows can be copied
 * (`RowDesk.copies`).
 */
export function plainRows(table: PlainTable, desk: RowDesk): PlainRows {
  const { context, layout, ledger, people, planner } = desk
  const persons = personFields.map((field) => ({ cell: layout[field], ...desk.cleaners[layout[field]]! }))
  const suspects = byteSuspects(persons.map(({ suspects, cell }) => [...suspects!, ...usernamesOf(desk, cell)]))
  const cells = desk.header.columns.length
  const row = new RowCursor(table, { marks: suspects.marks, seed: context.seed, cells })
  const isOfKind = kindsOf(desk)
  const memories = layout.slots.map((slot) => makeSlotMemory(slot, desk))
  /** Those of the row where the cursor stands. */
  const slots: SilentSlot[] = []
  const asker = askerOf(desk)
  const isUnasked = unaskedOf(desk, row)

  /** Cells of which the bytes do not tell that no rule would speak are read; a username would be for one rule more. */
  function isClean(): boolean {
    for (let i = 0; i < persons.length; i++) {
      if (!suspects.tests[i]!(row, persons[i]!.cell)) continue
      const { cell, clean } = persons[i]!
      if (cell === layout.username || row.first(cell) === 0 || clean(row.cell(cell)) !== null) return false
    }
    return true
  }

  function areSlotsSilent(): boolean {
    for (let i = 0; i < memories.length; i++) {
      const slot = memories[i]!(row)
      if (slot === null) return false
      slots[i] = slot
    }
    return true
  }

  function keepNewcomer(username: number, email: number): true {
    const index = ledger.add(row.number, row)
    people.addNewcomer(username, email, index)
    for (let i = 0; i < slots.length; i++) if (slots[i]!.term !== null) planner.put(slots[i]!.term!, index)
    return true
  }

  function keepAsked(): boolean {
    const { number, cells, line } = row.row()
    const known = asker.knowsEnrolments ? undefined : slots.map(({ slot }) => slot)
    const entry = makeEntry(number, cells, line!, noFaults, layout, context.reference, people, known)
    if (!asker.isSilentOn(entry)) return false
    const terms = slots.map(({ term }) => term)
    join(entry, row, desk, terms)
    for (const slot of slots) slot.isHeard = true
    return true
  }

  return {
    row,
    keep() {
      if (isOfKind(row) || !isClean() || !areSlotsSilent()) return false
      const [username, email] = [row.hashes[layout.username]!, row.hashes[layout.email]!]
      return !people.mayKnow(username, email) && isUnasked(slots) ? keepNewcomer(username, email) : keepAsked()
    },
  }
}

/** What the rules on persons suspect in that cell. */
const usernamesOf = ({ book, layout }: RowDesk, cell: number): readonly RegExp[] =>
  cell === layout.username ? book.person.flatMap(({ about }) => (about instanceof RegExp ? [about] : [])) : []

/** True when a rule on shape may be about the row. */
function kindsOf({ book, header }: RowDesk): (row: RowCursor) => boolean {
  const kinds = [...new Set(book.shape.map(({ about }) => about))].map((about) => is[about])
  return (row) => {
    for (let i = 0; i < kinds.length; i++) if (kinds[i]!(row, header)) return true
    return false
  }
}

const noFaults: ReadonlySet<string> = new Set()

/** Asks the rules on a row whose cells are clean and whose slots are silent. */
function askerOf({ book, series, context }: RowDesk) {
  const isSilentOn = (entry: Entry): boolean =>
    book.person.every((rule) => !isAbout(rule, entry) || isSilent(rule.check(entry, context))) &&
    entry.slots.every(({ existing }) => existing === undefined || existing.length === 0) &&
    series.every(({ rule, check }) => !concerns[rule.about](entry) || isSilent(check(entry)))
  return { isSilentOn, knowsEnrolments: context.reference.verified.includes('enrolments') }
}
