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
