// Which requests have waited too long for whoever they wait for.
import type { Batch } from './batch.ts'
import { type Workplace, workingDaysAfter } from './calendar.ts'

/** An open batch and when it got into its state, see `inStateSince`. */
export type Standstill = { readonly batch: Pick<Batch, 'state' | 'mornings'>; readonly since: Temporal.Instant }

/** Mornings on which accounts were looked for in vain before staff should know. */
export const manyMornings = 3
/** Staff upload, and checks end, within one working day; people mend files, or answer, within five. */
const patience = { ready: 1, received: 1, 'needs-changes': 5, waiting: 5 } as const

/**
 * True when it is ready, or not checked yet, for more than one working day; when it needs changes, or waits, for more than
 * five; when its accounts were looked for on three mornings.
 */
export function isOverdue({ batch, since }: Standstill, now: Temporal.Instant, site: Workplace): boolean {
  const { state, mornings } = batch
  if (!(state in patience)) return false
  const limit = workingDaysAfter(since, patience[state as keyof typeof patience], site)
  return (state === 'waiting' && mornings >= manyMornings) || Temporal.Instant.compare(now, limit) > 0
}
