// What is kept of a report for good: it names nobody and is read by the digest, by the status and by who hands over.
import { z } from 'zod'
import { isTaken } from '../batches/history.ts'
import type { Standing } from '../batches/standing.ts'
import type { Verdict } from '../checking/report.ts'
import type { Batch, Revision } from '../ports/store.ts'
import type { Answer } from '../replies/answer.ts'
import type { Outside } from './outside.ts'

export type Outcome = {
  readonly verdict: Verdict
  readonly counts: Answer['counts']
  readonly standing: Standing
  /** Rows by the code of the error they have. */
  readonly codes: Readonly<Record<string, number>>
}

/** What is kept of that answer. */
export const outcomeOf = ({ verdict, counts, standing, codes }: Answer): Outcome => ({
  verdict,
  counts,
  standing,
  codes,
})

/** Read back; versions before this one kept less, and before them nothing: null. */
export function readOutcome({ outcome }: Pick<Revision, 'outcome'>): Outcome | null {
  const { data } = kept.safeParse(outcome)
  if (!data) return null
  const { counts } = data
  const standing = data.standing ?? {
    good: counts.corrected,
    faulty: counts.rejected,
    waiting: 0,
    accountsVerified: false,
  }
  return { ...data, standing, codes: data.codes ?? {} }
}

/** Where the rows of a batch stand after its last check; null before the first, and when its file was taken back. Throws OutsideError. */
export async function standingNow(
  { store }: Pick<Outside, 'store'>,
  { id }: Pick<Batch, 'id'>,
): Promise<Standing | null> {
  const last = (await store.batches.revisions(id)).at(-1)
  if (isTaken(await store.chronicle.of(id))) return null
  return last ? (readOutcome(last)?.standing ?? null) : null
}

const kept = z.object({
  verdict: z.enum(['ready', 'corrected', 'partial', 'blocked', 'unreadable']),
  counts: z.object({ rows: z.number(), corrected: z.number(), rejected: z.number(), dropped: z.number() }),
  standing: z
    .object({ good: z.number(), faulty: z.number(), waiting: z.number(), accountsVerified: z.boolean() })
    .optional(),
  codes: z.record(z.string(), z.number()).optional(),
})
