import type { BatchState } from '../../batches/batch.ts'
import type { Rows } from '../../batches/digest.ts'
import type { Line } from '../line.ts'

/** Lists of requests: the daily digest, and those that a person asks for. */
export type DigestWords = {
  /** "Open requests: 5 (2 ready, 3 to correct)"; `inStates` holds the parts. */
  readonly title: (count: number, inStates: string) => Line
  /** "2 ready". */
  readonly inState: (state: BatchState, count: number) => string
  /** That many have waited too long. */
  readonly overdue: (count: number) => string
  /** One request: "ready", "to correct". */
  readonly state: Readonly<Record<BatchState, string>>
  /** "for 2 days", "since yesterday". */
  readonly forDays: (days: number) => string
  /** "42 rows", "39 ready, 3 to review". */
  readonly rowsOf: (rows: Rows) => string
  /** What a link to the thread is called. */
  readonly thread: string
  readonly others: (count: number) => string
  /** After the others: where they are all listed. */
  readonly allOfThem: Line
  /** `from`: the last working day, null when it was yesterday. */
  readonly done: (from: Temporal.PlainDate | null, requests: number, rows: number) => string
  readonly mistakes: string
  /** Files of the last seven days; `bars` show each day. */
  readonly activity: (files: number, bars: string) => string
  readonly nothing: string
}
