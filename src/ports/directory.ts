import type { Snapshot } from '../checking/reference.ts'

/** What is known of one site at one moment; lists that the snapshot lacks are "not known". */
export type Known = {
  /** Null: nothing is known of that site. */
  readonly snapshot: Snapshot | null
  /** Changes whenever the snapshot does, so that a copy of it can be kept. */
  readonly version: string
  /** When Moodle was asked; null when nothing is known, or when the answer does not say. */
  readonly takenAt: Temporal.Instant | null
}

/**
 * Answers with what a check may know of a site. An answer may be partial (lists missing) or late (a promise that takes
 * its time): a check goes without rather than wait for ever. Throws OutsideError only.
 */
export interface Directory {
  about(site: string): Promise<Known>
}
