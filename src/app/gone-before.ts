// Rows of a request that are good, and rows that staff handed over, outlive the file they came in: later files of the
// request are checked together with them.
import { createHash } from 'node:crypto'
import type { CheckRequest } from '../ports/checker.ts'
import type { Batch, Revision, StoredPosting } from '../ports/store.ts'
import type { Answer } from '../replies/answer.ts'
import type { Outside } from './outside.ts'

export type GoneBefore = CheckRequest['before']

/** The good rows of the file before, and all that was handed over; null once forgotten. Throws OutsideError. */
export async function goneBefore(
  { store }: Pick<Outside, 'store'>,
  { id }: Pick<Batch, 'id'>,
  before: Revision | undefined,
): Promise<GoneBefore> {
  const good = before ? await store.files.get(before.posting, 'corrected') : null
  const handed = await store.files.get(id, 'handed')
  return { good: good?.bytes ?? null, handed: handed?.bytes ?? null }
}

/** Stands for the good rows of the last file, to see whether they change; null when there is none or it is forgotten. */
export async function goodNow({ store }: Pick<Outside, 'store'>, { id }: Pick<Batch, 'id'>): Promise<string | null> {
  const last = (await store.batches.revisions(id)).at(-1)
  const bytes = last && (await store.files.get(last.posting, 'corrected'))?.bytes
  return bytes ? createHash('sha256').update(bytes).digest('hex') : null
}

/** Keeps the good rows of an answer, or that there are none: the next file may go on from them. Throws OutsideError. */
export async function keepGood(
  { store, clock, retention }: Pick<Outside, 'store' | 'clock' | 'retention'>,
  { id, file }: StoredPosting,
  { corrected }: Answer,
): Promise<void> {
  const bytes = corrected ?? new Uint8Array()
  await store.files.put({ posting: id, kind: 'corrected', name: file.name, bytes }, clock.now().add(retention))
}
