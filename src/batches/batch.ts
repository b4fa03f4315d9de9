// The life of a request: what may happen to it and in which order, whoever or whatever causes it.
import type { Report, Verdict } from '../checking/report.ts'

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
  /** Name of the first file. */
  readonly name: string
  /** Number of the last revision; 0 before the first. */
  readonly revision: number
  readonly createdAt: Temporal.Instant
  readonly updatedAt: Temporal.Instant
}

export type CheckedState = 'needs-changes' | 'waiting' | 'ready'

/** What can happen to a batch: a revision was checked, staff closed it, its author took it back, it got too old. */
export type BatchEvent =
  | { readonly kind: 'checked'; readonly state: CheckedState }
  | { readonly kind: 'done' }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'expired' }

const open: ReadonlySet<BatchState> = new Set(['received', 'needs-changes', 'waiting', 'ready'])

/** True while the batch expects something: a new revision, an account, an upload. */
export const isOpen = (state: BatchState): boolean => open.has(state)

/** The state after the event, or null when that cannot happen: nothing happens to a closed batch, nor is an unchecked one done. */
export function move(state: BatchState, event: BatchEvent): BatchState | null {
  if (!isOpen(state)) return null
  if (event.kind === 'checked') return event.state
  if (event.kind === 'done' && state === 'received') return null
  return event.kind
}

const checked: Readonly<Record<Verdict, CheckedState>> = {
  ready: 'ready',
  corrected: 'ready',
  partial: 'needs-changes',
  blocked: 'needs-changes',
  unreadable: 'needs-changes',
}

/** Where a batch stands once its last revision gave this report. */
export const stateAfter = (report: Pick<Report, 'verdict'>): CheckedState => checked[report.verdict]
