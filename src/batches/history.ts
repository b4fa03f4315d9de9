// Who did what to a request and when: the thread tells it, the digest counts it.
import type { BatchEvent, BatchState } from './batch.ts'

/** One thing that happened to a batch. */
export type HistoryEntry = {
  readonly at: Temporal.Instant
  /** Id of a person of the chat; null: the bot by itself. */
  readonly author: string | null
  readonly event: BatchEvent['kind']
  readonly from: BatchState
  readonly to: BatchState
  /** Rows it was about: those that are good after a check, those handed over when done. */
  readonly rows: number
}

type Events = readonly Pick<HistoryEntry, 'event'>[]

/** True when the last file was taken back and none came since: nothing of it may be handed over, or checked again. */
export const isTaken = (history: Events): boolean =>
  history.findLast(({ event }) => event !== 'snoozed' && event !== 'moved')?.event === 'taken'

/** True when what was good at the last check is handed over already. */
export const isHanded = (history: Events): boolean =>
  history.findLast(({ event }) => event !== 'snoozed')?.event === 'handed'

/** The entry of that event at that instant: a job that was cut off finds what it did. */
export const entryAt = (
  history: readonly HistoryEntry[],
  event: HistoryEntry['event'],
  at: Temporal.Instant,
): HistoryEntry | undefined =>
  history.find((entry) => entry.event === event && Temporal.Instant.compare(entry.at, at) === 0)
