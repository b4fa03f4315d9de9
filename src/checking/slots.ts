// From the cells of the kept columns to a person and the courses asked for.
import { type EnrolmentField, enrolmentFields, personFields } from '../moodle/fields.ts'
import type { Entry, Past, Slot } from './entry.ts'
import type { Header } from './header.ts'
import type { Context } from './rule.ts'

/** Where the fields of one courseN stand among the kept columns; -1: no such column. */
type SlotLayout = { readonly number: number; readonly places: Readonly<Record<EnrolmentField, number>> }

/** Where everything of a row stands: the four fields of the person, then each courseN. */
export type Layout = { readonly person: readonly number[]; readonly slots: readonly SlotLayout[] }

export const layoutOf = (header: Header): Layout => ({ person: personPlaces(header), slots: slotLayouts(header) })

/** Slots of a header, in the order of their course columns. */
function slotLayouts(header: Header): readonly SlotLayout[] {
  const numbers = new Set(header.kept.flatMap(({ number }) => (number === null ? [] : [number])))
  const placeOf = (name: string) => header.kept.findIndex((column) => column.name === name)
  return [...numbers]
    .filter((number) => placeOf(`course${number}`) >= 0)
    .map((number) => ({
      number,
      places: Object.fromEntries(
        enrolmentFields.map((field) => [field, placeOf(field + String(number))]),
      ) as SlotLayout['places'],
    }))
}

function personPlaces(header: Header): readonly number[] {
  return personFields.map((name) => header.kept.findIndex((column) => column.name === name))
}

const noRows: readonly Past[] = []

/** The row whose cleaned cells are `values`; people are looked up only by usernames without a fault. */
export function makeEntry(
  row: number,
  values: readonly string[],
  line: string,
  faults: ReadonlySet<string>,
  layout: Layout,
  people: ReadonlyMap<string, readonly Past[]>,
  { reference }: Context,
): Entry {
  const at = (place: number | undefined): string => (place === undefined || place < 0 ? '' : (values[place] ?? ''))
  const [username, firstname, lastname, email] = layout.person
  const name = at(username)
  const slots = layout.slots.map(({ number, places }): Slot => {
    const course = at(places.course)
    return {
      number,
      course,
      role: at(places.role),
      group: at(places.group),
      enrolperiod: at(places.enrolperiod),
      enrolstatus: at(places.enrolstatus),
      enroltimestart: at(places.enroltimestart),
      known: course === '' ? undefined : reference.course(course),
      existing: course === '' ? undefined : reference.enrolments(name, course),
    }
  })
  return {
    row,
    username: name,
    firstname: at(firstname),
    lastname: at(lastname),
    email: at(email),
    account: faults.has('username') ? null : reference.account(name),
    slots,
    line,
    earlier: people.get(name) ?? noRows,
    faults,
  }
}
