// A row as its rules see it: a person and the courses asked for, with what the site and the earlier rows say of each.
import type { Account, Course, Enrolment } from './reference.ts'

export type Slot = {
  /** N of courseN. */
  readonly number: number
  readonly course: string
  readonly role: string
  readonly group: string
  readonly enrolperiod: string
  readonly enrolstatus: string
  readonly enroltimestart: string
  /** Null: no such course; undefined: not known. */
  readonly known: Course | null | undefined
  /** What the person already has in that course; undefined: not known. */
  readonly existing: readonly Enrolment[] | undefined
}

export type Entry = {
  readonly row: number
  readonly username: string
  readonly firstname: string
  readonly lastname: string
  readonly email: string
  /** Null: no such account, or a username that cannot be one; undefined: not known. */
  readonly account: Account | null | undefined
  /** Each courseN of the row, empty ones included, in the order of the columns. */
  readonly slots: readonly Slot[]
  /** The row as it will be written: two rows that are written alike are one. */
  readonly line: string
  /** Earlier rows of the same username; null when this is the first. */
  readonly past: Past | null
  /** Another username that had the same e-mail in an earlier row, or null. */
  readonly emailOwner: string | null
  /** Fields that already have an error. */
  readonly faults: ReadonlySet<string>
}

/** What the earlier rows of a username said; dropped rows are left out. */
export interface Past {
  /** The first of these rows. */
  readonly first: Pick<Entry, 'row' | 'firstname' | 'lastname' | 'email'>
  /** True when one of these rows goes to Moodle. */
  readonly isAccepted: boolean
  /** The first row of this person that was written so. */
  rowWritten(line: string): number | null
  /** The last time that this course was asked for by a row that goes to Moodle; null for no course. */
  lastTime(course: string): Asked | null
}

export type Asked = { readonly row: number; readonly slot: Slot }
