// What is kept of each report once its file is forgotten, and read back when the next file comes.
import { z } from 'zod'
import { isOpen, stateAfter } from '../batches/batch.ts'
import type { Answer } from '../replies/answer.ts'
import type { Remembered } from '../replies/remembered.ts'
import type { EarlierFile } from '../replies/report-reply.ts'
import { earlierFiles, keepStaying } from './earlier-files.ts'
import type { Outside } from './outside.ts'
import type { Request } from './request.ts'

export type Turn = {
  /** Which file of its batch this is; 1 for the first. */
  readonly revision: number
  /** What is kept of the file before, or null when there is none or it is forgotten. */
  readonly before: Remembered | null
  /** Corrected files that stay to be uploaded beside that of this one. */
  readonly earlier: readonly EarlierFile[]
}

/** The turn of that file, the same again after a crash. Throws OutsideError. */
export async function turnOf(outside: Outside, { posting, batch }: Request): Promise<Turn> {
  const known = await outside.store.batches.revisions(batch.id)
  const revision = known.find((other) => other.posting === posting.id)?.number ?? known.length + 1
  const before = known.find((other) => other.number === revision - 1)
  const earlier = await earlierFiles(outside, { number: revision, name: posting.file.name }, known)
  return { revision, before: keptOf.parse(before?.report ?? null), earlier }
}

/** Saves the report as that revision, in place of the one of an earlier check of the same file. Throws OutsideError. */
export async function saveRevision(
  outside: Outside,
  request: Request,
  { revision: number }: Turn,
  answer: Answer,
): Promise<void> {
  const { store, clock } = outside
  const { posting, batch } = request
  const createdAt = clock.now()
  const { kept, verdict, counts } = answer
  const { name } = posting.file
  const revision = { batch: batch.id, number, posting: posting.id, name, sha256: kept.sha256, createdAt }
  await keepStaying(outside, request, answer)
  // Nothing that is found later opens a closed batch again.
  const state = isOpen(batch.state) ? stateAfter(answer) : batch.state
  await store.batches.revise({ ...revision, outcome: { verdict, counts }, report: kept }, state)
}

const keptOf: z.ZodType<Remembered | null> = z
  .object({
    sha256: z.string(),
    verdict: z.enum(['ready', 'corrected', 'partial', 'blocked', 'unreadable']),
    examined: z.boolean(),
    faults: z.array(
      z.object({
        code: z.string(),
        field: z.string().nullable(),
        row: z.number().nullable(),
        value: z.string().nullable(),
        person: z.string(),
      }),
    ),
  })
  .nullable()
