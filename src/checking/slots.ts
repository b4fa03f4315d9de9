// From the cells of the kept columns to a person and the courses asked for.
import { type EnrolmentField, enrolmentFields, personFields } from '../moodle/fields.ts'
import type { Entry, Slot } from './entry.ts'
import type { Header } from './header.ts'
import type { People } from './people.ts'
import type { Reference } from './reference.ts'

/** Where the fields of one courseN stand among the kept columns. */
export type SlotLayout = { readonly number: number } & Readonly<Record<EnrolmentField, number>>

/** Where everything of a row stands; a column the file lacks stands one after the last cell, where there is nothing. */
export type Layout = Readonly<Record<(typeof personFields)[number], number>> & { readonly slots: readonly SlotLayout[] }

export function layoutOf(header: Header): Layout {
  const placeOf = (name: string): number => {
    const place = header.kept.findIndex((column) => column.name === name)
    return place < 0 ? header.kept.length : place
  }
  const places = <F extends string>(fields: readonly F[], number: string) =>
    Object.fromEntries(fields.map((field) => [field, placeOf(field + number)])) as Record<F, number>
  const numbers = header.kept.flatMap(({ field, number }) => (field === 'course' && number !== null ? [number] : []))
  const slots = numbers.map((number) => ({ number, ...places(enrolmentFields, String(number)) }))
  return { ...places(personFields, ''), slots }
}

/** The row whose cleaned cells are `values`; its `slots` are looked up there unless they are given. */
export function makeEntry(
  row: number,
  values: readonly string[],
  line: string,
  faults: ReadonlySet<string>,
  layout: Layout,
  reference: Reference,
  people: Pick<People, 'past' | 'usernameWithEmail'>,
  slots?: readonly Slot[],
): Entry {
  const username = values[layout.username] ?? ''
  const email = values[layout.email] ?? ''
  const past = people.past(username)
  return {
    row,
    username,
    firstname: values[layout.firstname] ?? '',
    lastname: values[layout.lastname] ?? '',
    email,
    account: faults.has('username') ? null : reference.account(username),
    slots: slots ?? layout.slots.map((place) => makeSlot(values, place, username, reference)),
    line,
    past,
    emailOwner: email === '' || past !== null ? null : people.usernameWithEmail(email),
    faults,
  }
}

/** The slot in cleaned cells; what that person already has in its course is looked up. */
export function makeSlot(values: readonly string[], place: SlotLayout, username: string, reference: Reference): Slot {
  const course = values[place.course] ?? ''
  return {
    number: place.number,
    course,
    role: values[place.role] ?? '',
    group: values[place.group] ?? '',
    enrolperiod: values[place.enrolperiod] ?? '',
    enrolstatus: values[place.enrolstatus] ?? '',
    enroltimestart: values[place.enroltimestart] ?? '',
    known: course === '' ? undefined : reference.course(course),
    existing: course === '' ? undefined : reference.enrolments(username, course),
  }
}
