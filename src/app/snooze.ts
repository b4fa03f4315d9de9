// "Remind me tomorrow", by a button or a word.
import type { Batch } from '../ports/store.ts'
import type { Outside } from './outside.ts'

/** The requester is reminded at that moment and not before; nothing when the batch moved on meanwhile. Throws OutsideError. */
export async function snooze(
  { store, clock }: Pick<Outside, 'store' | 'clock'>,
  { id, state }: Batch,
  person: string,
  until: Temporal.Instant,
): Promise<void> {
  const entry = { at: clock.now(), author: person, event: 'snoozed', from: state, to: state, rows: 0 } as const
  await store.batches.change(id, { quietUntil: until }, entry)
}
