import type { Site } from '../moodle/sites.ts'
import type { Answer, Asker } from '../replies/answer.ts'
import type { Known } from './directory.ts'

export type CheckRequest = {
  /** Name of the file, as posted. */
  readonly name: string
  readonly site: Site
  readonly known: Known
  readonly today: Temporal.PlainDate
  readonly asker: Asker
  /** Corrected texts of the same request, as this bot handed them over, that this file goes on from. */
  readonly before: {
    /** Rows that were good, when the file holds only the rows to review, mended: they are checked together with it. */
    readonly good: Uint8Array | null
    /** Rows that staff marked as done: checked together with the rest, and never handed over again. */
    readonly handed: Uint8Array | null
  }
}

/** Checks a file and puts the answer into words, without holding up the others. */
export interface Checker {
  /**
   * The answer to these bytes. `progress` hears, now and then, which part (0 to 1) is done. Throws OutsideError
   * `check-timeout`, `check-died` (out of memory, mostly); anything else it throws is a bug of the core.
   */
  check(bytes: Uint8Array, request: CheckRequest, progress: (part: number) => void): Promise<Answer>
  stop(): Promise<void>
}
