import { expect, test } from 'vitest'
import type { Entry, Slot } from '../../src/checking/entry.ts'
import { Ledger } from '../../src/checking/ledger.ts'
import { makePeople, type People } from '../../src/checking/people.ts'

const slot = (course: string): Slot => ({
  ...{ number: 1, course, role: 'student', group: '', enrolperiod: '', enrolstatus: '', enroltimestart: '' },
  known: undefined,
  existing: undefined,
})

/** A line is `username,email,course`. */
function entryOf(row: number, line: string, people?: People): Entry {
  const [username = '', email = '', course = ''] = line.split(',')
  const past = people?.past(username) ?? null
  const emailOwner = past === null ? (people?.usernameWithEmail(email) ?? null) : null
  const nobody = { firstname: '', lastname: '', account: undefined, faults: new Set<string>() }
  return { ...nobody, row, username, email, slots: [slot(course)], line, past, emailOwner }
}

/** People who count how often a row is read again. */
function counting() {
  let reads = 0
  const ledger = new Ledger(new Uint8Array(), 100)
  const read = (index: number): Entry => {
    reads++
    return entryOf(ledger.numberOf(index), ledger.lineOf(index))
  }
  const people = makePeople(read, (index) => ledger.isRefused(index), 100, 7)
  const add = (row: number, line: string, isRefused = false) => {
    const entry = entryOf(row, line, people)
    const index = ledger.add(row, line)
    if (isRefused) ledger.refuse(index)
    people.add(entry, index)
  }
  return { people, add, reads: () => reads }
}

const manyRows = 20_000

test.each([1, 2, 4, 5, 6, 50])('knows what %i rows of a person said, whoever stands between them', (count) => {
  const { people, add } = counting()
  for (let i = 0; i < count; i++) {
    add(10 * i + 2, `Ada,ada@x.example,C${i % 3}`, i === 1)
    add(10 * i + 3, `other${i},other${i}@x.example,C0`)
  }
  const past = people.past('ada')
  expect(past?.first).toMatchObject({ row: 2, email: 'ada@x.example' })
  expect(past?.isAccepted).toBe(true)
  const lastRow = (rest: number) => {
    const asked = Array.from({ length: count }, (_, i) => i).filter((i) => i % 3 === rest && i !== 1)
    return asked.length === 0 ? undefined : 10 * asked.at(-1)! + 2
  }
  for (const rest of [0, 1, 2]) {
    expect(past?.rowWritten(`Ada,ada@x.example,C${rest}`)).toBe(rest < count ? 10 * rest + 2 : null)
    expect(past?.lastTime(`C${rest}`)?.row).toBe(lastRow(rest))
  }
})

test('a person of rejected rows alone is known and not accepted', () => {
  const { people, add } = counting()
  add(2, 'ada,ada@x.example,C1', true)
  add(3, 'ada,ada@x.example,C2', true)
  expect(people.past('ada')).toMatchObject({ isAccepted: false })
  expect(people.past('ada')?.lastTime('C2')).toBeNull()
  expect(people.past('bob')).toBeNull()
})

test('an e-mail stays with the username that had it first, whatever its case', () => {
  const { people, add } = counting()
  add(2, 'ada,Same@x.example,C1')
  add(3, 'bob,same@x.example,C1')
  expect(people.usernameWithEmail('SAME@x.example')).toBe('ada')
})

test('people of one row are never read again', () => {
  const { add, reads } = counting()
  for (let row = 2; row < manyRows; row++) add(row, `u${row},u${row}@x.example,C1`)
  expect(reads()).toBeLessThan(10)
})

test('a file of one person, or of two in turn, reads a row again at most once for each row', () => {
  for (const persons of [1, 2]) {
    const { add, reads } = counting()
    for (let row = 2; row < manyRows; row++) add(row, `u${row % persons},u@x.example,C${row}`)
    expect(reads()).toBeLessThan(manyRows + 50)
  }
})

test('a file of one e-mail reads a row again at most once for each row', () => {
  const { people, add, reads } = counting()
  for (let row = 2; row < manyRows; row++) add(row, `u${row},same@x.example,C1`)
  expect(people.usernameWithEmail('same@x.example')).toBe('u2')
  expect(reads()).toBeLessThan(manyRows)
})
