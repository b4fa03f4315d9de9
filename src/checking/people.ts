// Who was in the earlier rows: most people stand in one row only, so a row is kept as its text until its person comes again.
import { parse } from '../table/parse.ts'
import type { Delimiter } from '../table/table.ts'
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
  readonly first: Pick<Entry, 'row' | 'username' | 'firstname' | 'lastname' | 'email'>
  isAccepted: boolean
  readonly lines: Few<number>
  readonly courses: Few<{ readonly row: number; readonly slot: Slot }>
}

/** `read` makes the entry of a row again from its written cells; `expected` rows and `seed`: see `makeTextIndex`. */
export function makePeople(
  delimiter: Delimiter,
  read: (row: number, cells: readonly string[], line: string) => Entry,
  expected: number,
  seed: number,
): People {
  const rows: number[] = []
  const lines: string[] = []
  const rejected = new Set<number>()
  const recalled = new Map<number, Person>()
  const byUsername = makeTextIndex((index) => personAt(index).first.username, expected, seed)
  const byEmail = makeTextIndex((index) => personAt(index).first.email, expected, seed)
  const personAt = (index: number): Person => {
    const known = recalled.get(index)
    if (known) return known
    const line = lines[index]!
    const person = personOf(read(rows[index]!, cellsOf(line, delimiter), line), rejected.has(index))
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
      return index < 0 ? null : personAt(index).first.username
    },
    add(entry, isRejected) {
      if (entry.past !== null) {
        extend(entry.past as Person, entry, isRejected)
        return
      }
      if (isRejected) rejected.add(rows.length)
      byUsername.add(entry.username, rows.length)
      if (entry.email !== '' && entry.emailOwner === null) byEmail.add(entry.email, rows.length)
      rows.push(entry.row)
      lines.push(entry.line)
    },
  }
}

/** The cells of a written row. */
function cellsOf(line: string, delimiter: Delimiter): readonly string[] {
  if (!line.includes('"')) return line.split(delimiter)
  for (const { cells } of parse(line, delimiter).rows) return cells
  return []
}

function personOf(entry: Entry, isRejected: boolean): Person {
  const { row, username, firstname, lastname, email } = entry
  const first = { row, username, firstname, lastname, email }
  const person: Person = { first, isAccepted: false, lines: few(), courses: few() }
  extend(person, entry, isRejected)
  return person
}

function extend(person: Person, entry: Entry, isRejected: boolean): void {
  if (person.lines.get(entry.line) === undefined) person.lines.set(entry.line, entry.row)
  if (isRejected) return
  person.isAccepted = true
  for (const slot of entry.slots) if (slot.course !== '') person.courses.set(slot.course, { row: entry.row, slot })
}
