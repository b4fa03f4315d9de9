// A row among the rows before it: which of them the rules on series are asked about, and how it joins them.
import type { Entry, Slot } from './entry.ts'
import type { Place } from './ledger.ts'
import type { RowDesk } from './row-desk.ts'
import type { SeriesRule } from './rule.ts'

/** What a row is, of the kinds that the rules on series are about. */
export const concerns: Readonly<Record<SeriesRule['about'], (entry: Entry) => boolean>> = {
  again: ({ past, slots }) => past !== null || hasCourseTwice(slots),
  email: ({ emailOwner }) => emailOwner !== null,
  slots: () => true,
}

export function hasCourseTwice(slots: readonly Slot[]): boolean {
  for (let i = 1; i < slots.length; i++) {
    const { course } = slots[i]!
    if (course !== '') for (let j = 0; j < i; j++) if (slots[j]!.course === course) return true
  }
  return false
}

/** From now on the row, which goes to Moodle, is one of the earlier ones. `terms`: see `Planner`. */
export function join(entry: Entry, written: string | Place, desk: RowDesk, terms?: readonly (number | null)[]): void {
  const index = desk.ledger.add(entry.row, written)
  desk.planner.add(entry, index, terms)
  desk.people.add(entry, index)
}

/** The same for a row that is sent back. */
export function joinRefused(entry: Entry, written: string | Place, { ledger, people }: RowDesk): void {
  const index = ledger.add(entry.row, written)
  ledger.refuse(index)
  people.add(entry, index)
}
