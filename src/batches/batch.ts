// The life of a request: what may happen to it and in which order, whoever or whatever causes it.

/** `waiting`: for accounts that are too new. The last three are final. */
export const batchStates = ['received', 'needs-changes', 'waiting', 'ready', 'done', 'withdrawn', 'expired'] as const
export type BatchState = (typeof batchStates)[number]

/** One request in one thread, wherever that thread is. */
export type Batch = {
  readonly id: string
  readonly channel: string
  readonly thread: string
  readonly site: string
  readonly requester: string
  readonly state: BatchState
  /** Asked in direct messages: nobody else sees it. */
  readonly direct: boolean
  /** Name of the first file. */
  readonly name: string
  /** Number of the last revision; 0 before the first. */
  readonly revision: number
  /** What the requester answered when asked whether all accounts exist since the day before; null: not (yet) asked. */
  readonly accounts: AccountsAnswer | null
  /** The day on which its rows that wait are checked again, at the site's hour; null: none waits. */
  readonly retryOn: Temporal.PlainDate | null
  /** Mornings on which they were checked again and still waited. */
  readonly mornings: number
  /** Its requester is not reminded before; null: as usual. */
  readonly quietUntil: Temporal.Instant | null
  readonly createdAt: Temporal.Instant
  readonly updatedAt: Temporal.Instant
}

/** All accounts are old enough, some are of today, or the requester does not know. */
export const accountsAnswers = ['old', 'new', 'unsure'] as const
export type AccountsAnswer = (typeof accountsAnswers)[number]

export type CheckedState = 'needs-changes' | 'waiting' | 'ready'

/**
 * What can happen to a batch: a file was checked, or checked again; staff handed over the good part, or all; its
 * author (or staff) took it back; it got too old; its author answered on the accounts, asked to be reminded later, or
 * took back its last file; it is for another site.
 */
export type BatchEvent =
  | { readonly kind: 'checked'; readonly state: CheckedState }
  | { readonly kind: 'rechecked'; readonly state: CheckedState }
  | { readonly kind: 'answered'; readonly state: CheckedState }
  | { readonly kind: 'moved'; readonly state: CheckedState }
  | { readonly kind: 'snoozed' }
  | { readonly kind: 'taken' }
  | { readonly kind: 'handed' }
  | { readonly kind: 'done' }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'expired' }

export const batchEvents = [
  'checked',
  'rechecked',
  'answered',
  'moved',
  'snoozed',
  'taken',
  'handed',
  'done',
  'withdrawn',
  'expired',
] as const satisfies readonly BatchEvent['kind'][]

const open: ReadonlySet<BatchState> = new Set(['received', 'needs-changes', 'waiting', 'ready'])

/** True while the batch expects something: a new revision, an account, an upload. */
export const isOpen = (state: BatchState): boolean => open.has(state)

/**
 * The state after the event, or null when that cannot happen: nothing happens to a closed batch, and of one that was
 * never checked nothing is handed over.
 */
export function move(state: BatchState, event: BatchEvent): BatchState | null {
  if (!isOpen(state)) return null
  if ('state' in event) return event.state
  const isUnchecked = state === 'received'
  if (event.kind === 'snoozed') return isUnchecked ? null : state
  if (event.kind === 'taken') return 'needs-changes'
  if (event.kind === 'handed') return isUnchecked || state === 'ready' ? null : state
  if (event.kind === 'done') return isUnchecked ? null : 'done'
  return event.kind
}
