// What a check answers: data only, in no language; sentences are made in `replies` and printed rows in `table`.
import type { Delimiter, Encoding, Row, UnreadableReason } from '../table/table.ts'

export type Severity = 'error' | 'warning' | 'info'
export type Safety = 'safe' | 'unsafe'
export type Verdict = 'ready' | 'corrected' | 'partial' | 'blocked' | 'unreadable'
export type Verified = 'accounts' | 'courses' | 'roles' | 'groups' | 'enrolments'

/** What a sentence needs beyond the cell: names of courses, row numbers, counts. */
export type Values = Readonly<Record<string, string | number | readonly string[]>>

/** One fault at one place. `row` null: the whole file; 1: the header. `field` null: none in particular. */
export type Problem = {
  readonly code: string
  readonly severity: Severity
  readonly row: number | null
  readonly field: string | null
  /** The cell as it was met, null when no cell is at fault. */
  readonly value: string | null
  readonly values: Values
  /** `value` null: the cell, column or row is taken out. */
  readonly fix: { readonly safety: Safety; readonly value: string | null } | null
}

/** What one (row, courseN) of the corrected file will do in Moodle, as things stand after that row. */
export type PlanEntry = {
  readonly row: number
  readonly username: string
  readonly course: string
  readonly role: string
  readonly group: string | null
  /** ISO date, with the time when the file gives one. */
  readonly start: string
  /** Days from the start; null: no end, or not known without a reference. */
  readonly periodDays: number | null
  readonly status: 'active' | 'suspended'
  /** A later row that changes this same enrolment, or null. */
  readonly touchedAgainBy: number | null
}

/** Text and bytes are made when they are asked for: one of them is enough, and of a long file each is dear. */
export type CorrectedFile = {
  readonly text: string
  /** The text in UTF-8. */
  readonly bytes: Uint8Array
  readonly delimiter: Delimiter
  readonly rows: number
}

export type Report = {
  readonly file: {
    readonly name: string
    readonly format: 'csv' | 'xlsx' | 'xls' | 'ods'
    readonly encoding: Encoding | null
    readonly bom: boolean
    readonly delimiter: Delimiter | null
    /** Header cells as posted. */
    readonly columns: readonly string[]
    /** Data rows, dropped ones included. */
    readonly rows: number
    readonly sha256: string
  }
  readonly site: string
  /** What the reference allowed to verify. */
  readonly verified: readonly Verified[]
  readonly verdict: Verdict
  /** Why the bytes are not a table, when the verdict is `unreadable`. */
  readonly unreadable: UnreadableReason | null
  readonly problems: readonly Problem[]
  readonly plan: readonly PlanEntry[]
  readonly counts: {
    readonly rows: number
    readonly corrected: number
    readonly rejected: number
    readonly dropped: number
  }
  readonly droppedRows: readonly number[]
  /** Rows that need a person, with all their original cells. */
  readonly rejected: readonly Row[]
  /** Null when blocked or unreadable. */
  readonly corrected: CorrectedFile | null
}
