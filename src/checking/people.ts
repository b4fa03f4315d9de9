// Who was in the earlier rows: most people stand in one row only, so a row is kept as its text until its person comes again.
import { parse } from '../table/parse.ts'
import type { Delimiter } from '../table/table.ts'
import type { Entry, Past } from './entry.ts'

export interface People {
  past(username: string): Past | null
  /** Remembers a row that was not dropped. */
  add(entry: Entry, isRejected: boolean): void
}

type Person = { first: Past['first']; isAccepted: boolean; readonly courses: Map<string, Slotted> }
type Slotted = { readonly row: number; readonly slot: Entry['slots'][number] }

/** `read` makes the entry of a row again from its written cells. */
export function makePeople(delimiter: Delimiter, read: (row: number, cells: readonly string[]) => Entry): People {
  const known = new Map<string, number | Person>()
  const rows: number[] = []
  const lines: string[] = []
  const rejected = new Set<number>()
  const recall = (index: number): Person => {
    for (const { cells } of parse(lines[index] ?? '', delimiter).rows) {
      return extend(null, read(rows[index] ?? 0, cells), rejected.has(index))
    }
    throw new Error('a remembered row cannot be read again')
  }
  const find = (username: string): Person | null => {
    const person = known.get(username)
    if (typeof person !== 'number') return person ?? null
    const recalled = recall(person)
    known.set(username, recalled)
    return recalled
  }
  return {
    past: find,
    add(entry, isRejected) {
      const person = find(entry.username)
      if (person !== null) {
        extend(person, entry, isRejected)
        return
      }
      if (isRejected) rejected.add(rows.length)
      known.set(entry.username, rows.length)
      rows.push(entry.row)
      lines.push(entry.line)
    },
  }
}

function extend(before: Person | null, entry: Entry, isRejected: boolean): Person {
  const person = before ?? { first: entry, isAccepted: false, courses: new Map<string, Slotted>() }
  if (isRejected) return person
  person.isAccepted = true
  for (const slot of entry.slots) if (slot.course !== '') person.courses.set(slot.course, { row: entry.row, slot })
  return person
}
