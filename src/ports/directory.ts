import { noReference, type Reference } from '../checking/reference.ts'

/** What is known of one site at one moment. */
export type Known = {
  /** Answers "not known" to what the site did not tell. */
  readonly reference: Reference
  /** The same as JSON text in the format of snapshots, for a check in another thread; null when nothing is known. */
  readonly snapshot: string | null
  /** Changes whenever the snapshot does. */
  readonly version: string
  /** When Moodle was asked; null when nothing is known, or when the answer does not say. */
  readonly takenAt: Temporal.Instant | null
  /** True when something newer is there and cannot be used: this is the last that could. */
  readonly outdated: boolean
}

/**
 * Answers with what a check may know of a site. An answer may be partial (`reference` says what it verifies) or late (a
 * promise that takes its time): a check goes without rather than wait for ever. Throws OutsideError only.
 */
export interface Directory {
  about(site: string): Promise<Known>
}

/** What a check goes with when the directory cannot tell, or tells of another site. */
export const nothingKnown: Known = {
  reference: noReference,
  snapshot: null,
  version: 'none',
  takenAt: null,
  outdated: false,
}
