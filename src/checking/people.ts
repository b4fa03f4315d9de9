// Who was in the earlier rows: most people stand in one row only, so a row is kept as its text, and read when its person comes again.
import { hashOf } from '../table/text-hash.ts'
import type { Asked, Entry, Past } from './entry.ts'
import { makeTextIndex } from './text-index.ts'

export interface People {
  past(username: string): Past | null
  /** The first earlier username with that e-mail, whatever its case, or null. */
  usernameWithEmail(email: string): string | null
  /** False when a row of that username and e-mail, given by their hashes (`hashOf`), is surely of somebody new. */
  mayKnow(username: number, email: number): boolean
  /** Remembers a row that was not dropped by its index in the ledger. */
  add(entry: Entry, index: number): void
  /** The same for a row of somebody new with an e-mail, given by their hashes, that goes to Moodle. */
  addNewcomer(username: number, email: number, index: number): void
  /** How many have a row that goes to Moodle. */
  accepted(): number
}

type Person = Past & { /** Of their first row in the ledger. */ readonly index: number }

/** Up to so many rows, a person is made again from their texts each time, and kept beyond: what is kept is dear. */
const seldom = 4

/** Rows are known by their index in the ledger: `read` makes the entry of one again. For the others: `makeTextIndex`. */
export function makePeople(
  read: (index: number) => Entry,
  isRefused: (index: number) => boolean,
  expected: number,
  seed: number,
): People {
  /** For each row that is not the last of its person, the next one. */
  const nexts = new Map<number, number>()
  /** For the first row of several, the last. */
  const lasts = new Map<number, number>()
  const frequent = new Map<number, FrequentPerson>()
  let accepted = 0
  let latest: { readonly index: number; readonly entry: Entry } | null = null
  const entryAt = (index: number): Entry => {
    if (latest?.index !== index) latest = { index, entry: read(index) }
    return latest.entry
  }
  const personAt = (first: number): Person => {
    const known = frequent.get(first)
    if (known) return known
    const rows: Remembered[] = []
    for (let index: number | undefined = first; index !== undefined; index = nexts.get(index))
      rows.push({ entry: entryAt(index), isRefused: isRefused(index) })
    if (rows.length <= seldom) return new SeldomPerson(first, rows)
    const person = new FrequentPerson(first, rows)
    frequent.set(first, person)
    return person
  }
  const byUsername = makeTextIndex((index) => entryAt(index).username, expected, seed)
  const byEmail = makeTextIndex((index) => entryAt(index).email, expected, seed)
  /** Puts the row `index` behind the others of its person. */
  const follow = (first: number, index: number): void => {
    nexts.set(lasts.get(first) ?? first, index)
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
    mayKnow: (username, email) => byUsername.mayHold(username) || byEmail.mayHold(email),
    accepted: () => accepted,
    add(entry, index) {
      const person = entry.past as Person | null
      if (!isRefused(index) && !person?.isAccepted) accepted++
      if (person === null) {
        byUsername.add(hashOf(entry.username, seed), index)
        if (entry.email !== '' && entry.emailOwner === null) byEmail.add(hashOf(entry.email, seed), index)
      } else if (person instanceof FrequentPerson) person.add({ entry, isRefused: isRefused(index) })
      else follow(person.index, index)
    },
    addNewcomer(username, email, index) {
      accepted++
      byUsername.add(username, index)
      byEmail.add(email, index)
    },
  }
}

type Remembered = { readonly entry: Entry; readonly isRefused: boolean }

/** Looks through their rows when asked. */
class SeldomPerson implements Person {
  readonly index: number
  readonly #rows: readonly Remembered[]

  constructor(index: number, rows: readonly Remembered[]) {
    this.index = index
    this.#rows = rows
  }

  get first(): Entry {
    return this.#rows[0]!.entry
  }

  get isAccepted(): boolean {
    return this.#rows.some(({ isRefused }) => !isRefused)
  }

  rowWritten(line: string): number | null {
    return this.#rows.find(({ entry }) => entry.line === line)?.entry.row ?? null
  }

  lastTime(course: string): Asked | null {
    if (course === '') return null
    const last = this.#rows.findLast((it) => !it.isRefused && it.entry.slots.some((slot) => slot.course === course))
    return last ? { row: last.entry.row, slot: last.entry.slots.findLast((slot) => slot.course === course)! } : null
  }
}

/** Keeps what may be asked. */
class FrequentPerson implements Person {
  readonly index: number
  readonly first: Past['first']
  isAccepted = false
  readonly #lines = new Map<string, number>()
  readonly #courses = new Map<string, Asked>()

  constructor(index: number, rows: readonly Remembered[]) {
    const { row, firstname, lastname, email } = rows[0]!.entry
    this.index = index
    this.first = { row, firstname, lastname, email }
    for (const each of rows) this.add(each)
  }

  add({ entry, isRefused }: Remembered): void {
    if (!this.#lines.has(entry.line)) this.#lines.set(entry.line, entry.row)
    if (isRefused) return
    this.isAccepted = true
    for (const slot of entry.slots) if (slot.course !== '') this.#courses.set(slot.course, { row: entry.row, slot })
  }

  rowWritten(line: string): number | null {
    return this.#lines.get(line) ?? null
  }

  lastTime(course: string): Asked | null {
    return this.#courses.get(course) ?? null
  }
}
