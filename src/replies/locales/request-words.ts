import type { AccountsAnswer } from '../../batches/batch.ts'
import type { Rows } from '../../batches/digest.ts'
import type { Line } from '../line.ts'
import type { Span } from '../message.ts'

/** `when` is a moment in words: "tomorrow, Tuesday, at 8:00". */
type When = string

/** The life of a request after its first answer. */
export type RequestWords = {
  readonly today: string
  readonly yesterday: string
  /** "yesterday's request", "the request of Monday 23 November"; `isRecent`: of today or yesterday. */
  readonly requestOf: (day: string, isRecent: boolean) => string

  /** Lines of the reply to a file. */
  readonly onHold: (rows: Rows, site: string) => Line
  /** All rows are good, but nobody knows the age of their accounts. */
  readonly onHoldBlindly: (rows: number, site: string) => Line
  readonly retry: (when: When) => string
  readonly handedBefore: (rows: number) => string
  readonly age: (site: string, when: When) => string
  readonly accountsQuestion: (site: string) => Line
  readonly accountsAnswer: Readonly<Record<AccountsAnswer, string>>

  readonly morning: MorningWords
  readonly reminder: ReminderWords
  readonly closing: ClosingWords
  readonly refusals: Readonly<Record<Act, string>>
  readonly notes: NoteWords
  readonly status: StatusWords
}

/** `request` is what `requestOf` made. */
type MorningWords = {
  readonly ready: (request: string, awaited: number, rows: number) => Line
  readonly readyBlindly: (request: string, rows: number) => Line
  /** The awaited rows are, others need a look. */
  readonly readyPart: (request: string, settled: number, left: number) => Line
  readonly fewer: (request: string, settled: number, awaited: number) => Line
  readonly same: (request: string, waiting: number) => Line
  readonly faulty: (request: string, rows: number) => Line
  /** Said to the team. */
  readonly longAwaited: (mornings: number) => string
}

/** `name`: the file in a code span, empty when it is forgotten; `day`: when it was sent. */
type ReminderWords = {
  /** `corrections`: how many, null when not known; `which`: where, may be empty. */
  readonly toCorrect: (name: Line, day: string, corrections: number | null, which: Line) => Line
  readonly toAnswer: (name: Line, day: string, site: string) => Line
  readonly last: string
  readonly openThread: string
}

type ClosingWords = {
  readonly done: (rows: number, site: string) => Line
  /** `handed`: rows that had been uploaded before. */
  readonly withdrawn: (handed: number, site: string) => Line
  readonly expired: (days: number) => Line
  /** The last file was deleted. */
  readonly taken: (name: string) => Line
  readonly by: (name: Span) => Line
  readonly doneNews: (rows: number, site: string) => Line
  readonly handedNews: (rows: number, site: string, rest: Rows) => Line
  readonly withdrawnNews: Line
  readonly expiredNews: (days: number) => Line
  readonly overtakenNews: Line
}

/** What not everybody may do. */
export type Act = 'done' | 'digest' | 'withdraw' | 'remind' | 'answer' | 'move'

/** Short answers to a press or a command, for that person alone. */
type NoteWords = {
  readonly reminder: (when: When) => string
  readonly nothingToRemind: string
  readonly done: (rows: number) => string
  readonly handed: (rows: number) => string
  readonly nothingToHand: string
  readonly withdrawn: string
  readonly accountsOld: string
  readonly accountsLater: (when: When) => string
  readonly closed: (state: string) => string
  readonly moved: (site: string) => string
}

type StatusWords = {
  readonly since: (when: When) => string
  readonly next: Readonly<Record<'received' | 'needs-changes' | 'ready' | 'answer', string>>
  readonly nextRetry: (when: When) => string
  readonly none: Line
  readonly noneOfMine: Line
}
