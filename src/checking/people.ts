// Who was in the earlier rows: most people stand in one row only, so a row is kept as its text until its person comes again.
import { parse } from '../table/parse.ts'
import type { Delimiter } from '../table/table.ts'
import type { Entry, Past, Slot } from './entry.ts'
import { makeTextIndex } from './text-index.ts'

export interface People {
  past(username: string): Past | null
  /** The first earlier username with that e-mail, whatever its case, or null. */
  usernameWithEmail(email: string): string | null
  /** Remembers a row that was not dropped. */
  add(entry: Entry, isRejected: boolean): void
}

type Person = {
  readonly first: Past['first']
  isAccepted: boolean
  readonly lines: Map<string, number>
  readonly courses: Map<string, { readonly row: number; readonly slot: Slot }>
}

/** `read` makes the entry of a row again from its written cells; `expected` rows and `seed`: see `makeTextIndex`. */
export function makePeople(
  delimiter: Delimiter,
  read: (row: number, cells: readonly string[]) => Entry,
  expected: number,
  seed: number,
): People {
  const rows: number[] = []
  const lines: string[] = []
  const rejected = new Set<number>()
  const recalled = new Map<number, Person>()
  const entryAt = (index: number): Entry => {
    const line = lines[index] ?? ''
    for (const { cells } of parse(line, delimiter).rows) return { ...read(rows[index] ?? 0, cells), line }
    throw new Error('a remembered row cannot be read again')
  }
  const byUsername = makeTextIndex((index) => entryAt(index).username, expected, seed)
  const byEmail = makeTextIndex((index) => entryAt(index).email, expected, seed)
  const personAt = (index: number): Person => {
    const known = recalled.get(index)
    if (known) return known
    const person = personOf(entryAt(index), rejected.has(index))
    recalled.set(index, person)
    return person
  }
  return {
    past(username) {
      const index = byUsername.find(username)
      return index < 0 ? null : personAt(index)
    },
    usernameWithEmail(email) {
      const index = byEmail.find(email)
      return index < 0 ? null : entryAt(index).username
    },
    add(entry, isRejected) {
      if (entry.past !== null) {
        extend(entry.past as Person, entry, isRejected)
        return
      }
      if (isRejected) rejected.add(rows.length)
      byUsername.add(entry.username, rows.length)
      byEmail.add(entry.email, rows.length)
      rows.push(entry.row)
      lines.push(entry.line)
    },
  }
}

function personOf(first: Entry, isRejected: boolean): Person {
  const person: Person = { first, isAccepted: false, lines: new Map(), courses: new Map() }
  extend(person, first, isRejected)
  return person
}

function extend(person: Person, entry: Entry, isRejected: boolean): void {
  if (!person.lines.has(entry.line)) person.lines.set(entry.line, entry.row)
  if (isRejected) return
  person.isAccepted = true
  for (const slot of entry.slots) if (slot.course !== '') person.courses.set(slot.course, { row: entry.row, slot })
}
