// Requests that wait, of people who do not exist.
import type { BatchState } from '../../src/batches/batch.ts'
import type { PendingRequest } from '../../src/replies/request-line.ts'

type Given = Partial<Omit<PendingRequest, 'batch' | 'since'>> & { readonly mornings?: number }

/** A request on Ecampus in that state since then (in Caen): 42 good rows, unless said otherwise. */
export function pendingRequest(state: BatchState, since: string, given: Given = {}): PendingRequest {
  const { mornings = 0, ...rest } = given
  return {
    batch: { state, mornings },
    since: caen(since),
    site: 'Ecampus',
    requester: 'Marie L.',
    rows: { good: 42, faulty: 0, waiting: 0 },
    link: 'https://chat.example.org/t/1',
    ...rest,
  }
}

/** That moment as clocks in Caen show it. */
export const caen = (text: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Paris').toInstant()
