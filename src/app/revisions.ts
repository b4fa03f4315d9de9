// What is kept of each report once its file is forgotten, and read back when the next file comes.
import { z } from 'zod'
import { isOpen, stateAfter } from '../batches/batch.ts'
import type { Report } from '../checking/report.ts'
import { type Remembered, remembered } from '../replies/remembered.ts'
import type { Outside } from './outside.ts'
import type { Request } from './request.ts'

export type Saved = {
  /** 1 for the first file of the batch. */
  readonly number: number
  /** Of the file before, or null. */
  readonly before: Remembered | null
}

/** Saves the report as the next revision, or finds the one that is there from before a crash. Throws OutsideError. */
export async function saveRevision(outside: Outside, { posting, batch }: Request, report: Report): Promise<Saved> {
  const { batches } = outside.store
  const known = await batches.revisions(batch.id)
  const number = known.find((revision) => revision.posting === posting.id)?.number ?? known.length + 1
  const createdAt = outside.clock.now()
  const kept = { ...remembered(report), counts: report.counts }
  const { name, sha256 } = report.file
  const revision = { batch: batch.id, number, posting: posting.id, name, sha256, report: kept, createdAt }
  const isNew = await batches.revise(revision, stateAfter(report))
  if (!isNew && number === known.length && isOpen(batch.state)) {
    await batches.move(batch.id, stateAfter(report), createdAt)
  }
  const before = known.find((other) => other.number === number - 1)
  return { number, before: before ? rememberedOf.parse(before.report) : null }
}

const rememberedOf: z.ZodType<Remembered> = z.object({
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
