// Why a file is checked: by that the history names the event, and the thread is told more or less.
import type { AccountsAnswer, BatchEvent, CheckedState } from '../batches/batch.ts'
import type { Rows } from '../batches/digest.ts'

export type Cause = {
  /** `asked`: by a word or a link; `handed`: what was done leaves the rest. */
  readonly why: 'posted' | 'asked' | 'morning' | 'answered' | 'moved' | 'handed'
  /** Person who caused it; null: the bot by itself. */
  readonly author: string | null
  readonly at: Temporal.Instant
  /** Although no column is one of an enrolment file. */
  readonly anyway: boolean
  /** Which morning it is that its rows are looked for again, and where its rows stood before; null at any other time. */
  readonly morning: { readonly count: number; readonly before: Rows } | null
}

/** What that cause does to a batch whose file then stands so; `accounts` and `site` come with the events of their name. */
export function eventOf({ why }: Pick<Cause, 'why'>, state: CheckedState): BatchEvent {
  return { kind: kinds[why], state }
}

/** The answer on the accounts that holds for that check: who was unsure yesterday may be sure this morning. */
export function accountsNow({ why }: Pick<Cause, 'why'>, accounts: AccountsAnswer | null): AccountsAnswer | null {
  return why === 'morning' && accounts !== null ? 'old' : accounts
}

const kinds = {
  posted: 'checked',
  asked: 'rechecked',
  morning: 'rechecked',
  handed: 'rechecked',
  answered: 'answered',
  moved: 'moved',
} as const satisfies Readonly<Record<Cause['why'], BatchEvent['kind']>>
