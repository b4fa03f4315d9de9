// Who was in the earlier rows: most people stand in one row only, so a row is kept as its text, and read when its person comes again.
import type { Entry, Past, Slot } from './entry.ts'
import { type Few, few } from './few.ts'
import { makeTextIndex } from './text-index.ts'

export interface People {
  past(username: string): Past | null
  /** The first earlier username with that e-mail, whatever its case, or null. */
  usernameWithEmail(email: string): string | null
  /** Remembers a row that was not dropped. */
  add(entry: Entry, isRejected: boolean): void
}

type Person = {
  /** Of their first row, among those remembered. */
  readonly index: number
  readonly first: Past['first']
  isAccepted: boolean
  readonly lines: Few<number>
  readonly courses: Few<{ readonly row: number; readonly slot: Slot }>
}

/** Up to so many rows, a person is made again from their texts each time, and kept beyond: what is kept is dear. */
const seldom = 4

/** `read` makes the entry of a row again from its written text; `expected` rows and `seed`: see `makeTextIndex`. */
export function makePeople(read: (row: number, line: string) => Entry, expected: number, seed: number): People {
  const rows: number[] = []
  const lines: string[] = []
  /** For each row, the next one of its person, or -1; `lasts`: for the first row of several, the last. */
  const nexts: number[] = []
  const lasts = new Map<number, number>()
  const rejected = new Set<number>()
  const frequent = new Map<number, Person>()
  let latest: { readonly index: number; readonly entry: Entry } | null = null
  const entryAt = (index: number): Entry => {
    if (latest?.index === index) return latest.entry
    latest = { index, entry: read(rows[index]!, lines[index]!) }
    return latest.entry
  }
  const personAt = (first: number): Person => {
    const known = frequent.get(first)
    if (known) return known
    const person = personOf(entryAt(first), first)
    let count = 0
    for (let index = first; index >= 0; index = nexts[index]!, count++)
      extend(person, entryAt(index), rejected.has(index))
    if (count > seldom) frequent.set(first, person)
    return person
  }
  const byUsername = makeTextIndex((index) => entryAt(index).username, expected, seed)
  const byEmail = makeTextIndex((index) => entryAt(index).email, expected, seed)
  /** Puts the row `index` behind the others of its person. */
  const follow = ({ index: first }: Person, index: number): void => {
    nexts[lasts.get(first) ?? first] = index
    lasts.set(first, index)
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
      const person = entry.past as Person | null
      if (person !== null && frequent.has(person.index)) {
        extend(person, entry, isRejected)
        return
      }
      const index = rows.length
      rows.push(entry.row)
      lines.push(entry.line)
      nexts.push(-1)
      if (isRejected) rejected.add(index)
      if (person !== null) {
        follow(person, index)
        return
      }
      byUsername.add(entry.username, index)
      if (entry.email !== '' && entry.emailOwner === null) byEmail.add(entry.email, index)
    },
  }
}

function personOf({ row, firstname, lastname, email }: Entry, index: number): Person {
  return { index, first: { row, firstname, lastname, email }, isAccepted: false, lines: few(), courses: few() }
}

function extend(person: Person, entry: Entry, isRejected: boolean): void {
  if (person.lines.get(entry.line) === undefined) person.lines.set(entry.line, entry.row)
  if (isRejected) return
  person.isAccepted = true
  for (const slot of entry.slots) if (slot.course !== '') person.courses.set(slot.course, { row: entry.row, slot })
}
