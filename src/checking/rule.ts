// A rule is a plain object that knows one fault: it finds it, says it in both languages and proves itself by examples.
import type { Site } from '../moodle/sites.ts'
import type { Language } from './automaton.ts'
import type { Entry, Slot } from './entry.ts'
import type { Header } from './header.ts'
import type { Reference } from './reference.ts'
import type { Safety, Severity, Values, Verified } from './report.ts'
import type { Source } from './source.ts'

/** What every rule may look at besides its subject. */
export type Context = {
  readonly site: Site
  readonly reference: Reference
  readonly today: Temporal.PlainDate
  /** When today began in the site's time zone, in milliseconds since 1970. */
  readonly todayBegan: number
  /** About how many rows there are. */
  readonly rows: number
  /** A number that the author of the file cannot choose. */
  readonly seed: number
}

/** What a rule found; the engine adds code, row and, for a cell, the field and the value. */
export type Finding = {
  readonly field?: string | null
  readonly value?: string | null
  readonly values?: Values
  /** Only where one code has several severities. */
  readonly severity?: Severity
  /** The repaired or suggested text; `null` takes the cell, column or row out. Its safety is the rule's, or `safety`. */
  readonly edit?: string | null
  readonly safety?: Safety
}

export type Answer = Finding | readonly Finding[] | null

/** Sentences of one rule in one language, without final punctuation in `title`. */
export type Wording = {
  /** A few words, as in "Compte inconnu". */
  readonly title: string
  /** For the documentation: what Moodle would do. */
  readonly why: string
  /** What the reader should do, as a sentence; for what is safe, what was done. */
  readonly todo: string | ((values: Values) => string)
  /** For a safe fix: a short noun phrase for the list of repairs, as in "espaces en trop". */
  readonly repaired?: string
}

/** A small file for which the rule speaks (bad) or keeps silent (good), checked against the sample reference. */
export type Examples = { readonly bad: readonly Example[]; readonly good: readonly Example[] }

export type Example = string | Uint8Array

type Base = {
  readonly code: string
  readonly severity: Severity
  /** The best it may offer; a finding with an edit from a rule that says `none` is a bug. */
  readonly fix: Safety | 'none'
  /** What must be known of the site for the rule to be asked (policy, "(ref)"). */
  readonly needs?: Verified
  readonly fr: Wording
  readonly en: Wording
  readonly examples: Examples
}

/** About the bytes and their layout, before any row is read. An error stops the check there. */
export type FileRule = Base & {
  readonly scope: 'file'
  check(source: Source, context: Context): readonly Finding[]
}

/** About the names of the columns. An error stops the check there. */
export type HeaderRule = Base & {
  readonly scope: 'header'
  check(header: Header, context: Context): readonly Finding[]
}

/** About the number of cells of a row, before any of them is read. */
export type ShapeRule = Base & {
  readonly scope: 'shape'
  /**
   * The only rows that it may speak of, and that it is asked about: `misfit`, whose number of cells is not the header's;
   * `bare`, of which fewer than two cells begin with a visible ASCII sign; `header-like`, of which no cell surely begins
   * otherwise than the name of its column.
   */
  readonly about: 'misfit' | 'bare' | 'header-like'
  check(cells: readonly string[], header: Header, context: Context): Finding | null
  /** Cells that stand for the row once repaired. */
  repair?(cells: readonly string[], header: Header): readonly string[]
  /** The row is left out, not sent back. */
  readonly drops?: boolean
  /** The fault is the file's, not the row's: nothing more is examined. */
  readonly stops?: boolean
}

/** What makes a cell worth a look. */
export type Suspect = RegExp | Language

/**
 * About one cell, whatever its row. `suspect` is a cheap necessary condition, any one of a few: a pattern finds something
 * (a set of characters, a start, or anything), or a language does not accept the cell. Cells that no rule suspects are
 * not read further, so a rule on names, usernames or e-mails must have one.
 */
export type CellRule = Base & {
  readonly scope: 'cell'
  /** Fields without their numbers; all of them when absent. */
  readonly fields?: readonly string[]
  readonly suspect?: readonly Suspect[]
  check(value: string, field: string, context: Context): Finding | null
}

/**
 * About the person of a row. `about` tells the only rows that it may speak of, and that it is asked about: those of an
 * `account`, whatever the row says of it; of a `stranger`, who has none; with a `difference`, whose names and e-mail are
 * not exactly the account's; or those in whose username a pattern finds something.
 */
export type PersonRule = Base & { readonly scope: 'person' } & (
    | { readonly about: 'account'; check(person: Pick<Entry, 'username' | 'account'>, context: Context): Answer }
    | { readonly about: 'stranger' | 'difference' | RegExp; check(entry: Entry, context: Context): Answer }
  )

/** About one courseN of a row with its role, group, period, status and start, whoever the person is. */
export type EnrolmentRule = Base & {
  readonly scope: 'enrolment'
  check(slot: Slot, context: Context): Answer
}

/** About a row among the rows before it; `start` gives a fresh memory for each file. */
export type SeriesRule = Base & {
  readonly scope: 'series'
  /**
   * The only rows that it may speak of, and that it is asked about: `again`, of somebody who had a row before, or with a
   * course twice; `email`, whose e-mail somebody else had before; `slots`, all rows, but it looks at nothing but their
   * slots, each by itself: once it had nothing to say of one, it never has.
   */
  readonly about: 'again' | 'email' | 'slots'
  start(context: Context): (entry: Entry) => Answer
  readonly drops?: boolean
}

/** Said once about the file, when its rows are known. */
export type WholeRule = Base & {
  readonly scope: 'whole'
  check(totals: Totals, context: Context): Finding | null
}

/** Of the rows that go to Moodle. */
export type Totals = { readonly rows: number; readonly people: number; readonly courses: number }

export type Rule = FileRule | HeaderRule | ShapeRule | CellRule | PersonRule | EnrolmentRule | SeriesRule | WholeRule
