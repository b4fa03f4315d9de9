// Everything the bot says in a language; one type, so that a missing translation does not compile.

import type { Verified } from '../../checking/report.ts'
import type { Language } from '../../moodle/language.ts'
import type { UnreadableReason } from '../../table/table.ts'
import type { Span } from '../message.ts'
import type { CommandWords } from './command-words.ts'
import type { DigestWords } from './digest-words.ts'
import type { RequestWords } from './request-words.ts'

type Line = readonly Span[]

/** Words and small forms that sentences are made of. */
type Words = {
  readonly language: Language
  readonly number: (count: number) => string
  /** Between the last two of a list, with its blanks. */
  readonly and: string
  readonly colon: string
  readonly semicolon: string
  /** A question mark, after a value. */
  readonly question: string
  readonly quoted: (text: string) => string
  /** "rows 3, 8–12 and 40"; `others`: rows that are not named. */
  readonly rowList: (ranges: readonly string[], others: number, single: boolean) => string
  readonly rows: (count: number) => string
  readonly cells: (count: number) => string
  readonly courses: (count: number) => string
  readonly days: (count: number) => string
  /** "at 8:30". */
  readonly atHour: (time: Temporal.PlainTime) => string
  /** "Tuesday 24 November". */
  readonly day: (date: Temporal.PlainDate) => string
  /** "tomorrow, Tuesday," or "on Tuesday 24 November". */
  readonly onDay: (date: Temporal.PlainDate, isTomorrow: boolean) => string
  /** "10.4 MB". */
  readonly size: (bytes: number) => string
  /** A separator as a support team calls it, quotes included. */
  readonly separatorNamed: (delimiter: string) => string
}

/** The answer to a file. */
type ReportWords = {
  readonly isIt: (suggestion: Line) => Line
  readonly example: (rows: string) => Line
  /** `remarks`: kinds of remarks that a person should look at. */
  readonly ready: (rows: number, site: string, remarks: number) => Line
  /** No reference: only the form was checked. */
  readonly wellFormed: (rows: number, site: string) => Line
  readonly corrected: (rows: number, site: string, verified: boolean) => Line
  readonly partial: (counts: PartialCounts, site: string) => Line
  readonly blockedRows: (rows: number) => Line
  /** The same, where the other rows of the request are uploaded already. */
  readonly rowsLeft: (rows: number) => Line
  /** `fault` is empty when there are several. */
  readonly blockedFile: (fault: Line) => Line
  readonly notExamined: Line
  readonly templateHint: Line
  readonly unreadable: (name: string, reason: UnreadableReason) => Line
  readonly toCheck: string
  readonly goodToKnow: string
  readonly repaired: string
  readonly more: (kinds: number) => Line
  readonly notVerified: (missing: readonly Verified[]) => Line
  readonly willEnrol: (people: number, courses: Line, roles: Line) => Line
  readonly suspendedPeople: (people: number) => string
  readonly asRole: (role: string, people: number) => Line
  readonly asItIs: Line
  readonly asItIsOnceVerified: Line
  readonly thisFile: Line
  /** The same while nobody knows how old the accounts are. */
  readonly thisFileLater: Line
  /** Of the corrected file before one that is at fault. */
  readonly stillToUpload: Line
  /** Rows that staff marked as done, beside others. */
  readonly handed: (rows: number) => Line
  /** Nothing is left. */
  readonly allHanded: (rows: number, site: string) => Line
  /** Which rows are good rows of the files before, and which are marked as done; '' for none. */
  readonly earlierRows: (good: string, handed: string) => Line
  readonly inParts: (parts: number, rows: number) => Line
  readonly fileOf: (name: string, rows: number) => Line
  readonly howToCorrect: (file: string) => Line
  readonly uploadType: string
  readonly team: (parts: Line) => Line
  readonly revision: (number: number, name: string) => Line
}

export type PartialCounts = {
  readonly rows: number
  readonly corrected: number
  readonly rejected: number
  readonly dropped: number
}

/** A second file in the thread. */
type ChangeWords = {
  readonly sameFile: Line
  readonly fixed: (count: number) => Line
  /** "one left", "none left", after something was fixed. */
  readonly left: (count: number, which: Line) => Line
  readonly still: (count: number, which: Line) => Line
  readonly added: (count: number, which: Line) => Line
  readonly nowReady: (rows: number) => Line
  readonly noLongerReadable: Line
  readonly stillReady: (rows: number) => Line
  /** Every row of the new file is marked as done. */
  readonly nothingLeft: Line
}

/** Sections and columns of the full report. */
type FullWords = {
  readonly toCorrect: string
  readonly toCheck: string
  readonly goodToKnow: string
  readonly repaired: string
  readonly dropped: string
  readonly plan: string
  readonly verified: string
  readonly names: Readonly<Record<Verified, string>>
  readonly nothing: string
  readonly removed: string
  /** No end, or not known. */
  readonly noPeriod: string
  readonly columns: {
    readonly row: string
    readonly username: string
    readonly course: string
    readonly role: string
    readonly group: string
    readonly start: string
    readonly period: string
    readonly status: string
  }
  readonly status: { readonly active: string; readonly suspended: string }
  readonly touchedAgain: (row: number) => string
}

/** What is said when there is no report, or not yet. */
type ServiceWords = {
  readonly working: (name: string, percent: number | null) => Line
  readonly failed: (name: string, reference: string, when: string) => Line
  readonly failedForGood: (name: string, reference: string) => Line
  /** To the team, which is called before it. */
  readonly takeOver: (reference: string) => Line
  readonly bug: (reference: string) => Line
  readonly notATable: Readonly<Record<'image' | 'pdf' | 'document' | 'other', (name: string) => Line>>
  readonly fileGone: (name: string) => Line
  readonly tooLarge: (name: string, size: number, limit: number) => Line
  readonly notEnrolment: (name: string) => Line
}

/** Words of one part each, in files of their own. */
type Parts = { readonly full: FullWords; readonly digest: DigestWords; readonly requests: RequestWords }

export type Locale = Words & ReportWords & ChangeWords & ServiceWords & CommandWords & Parts
