// What is kept of each report once its file is forgotten, and read back when the next file comes.
import { z } from 'zod'
import { nextMorning } from '../batches/calendar.ts'
import { mustWaitBlindly, stateAfter } from '../batches/standing.ts'
import type { BatchChange, Batch as StoredBatch } from '../ports/store.ts'
import type { Answer } from '../replies/answer.ts'
import type { Remembered } from '../replies/remembered.ts'
import { type Cause, eventOf } from './cause.ts'
import { type GoneBefore, goneBefore, keepGood } from './gone-before.ts'
import { outcomeOf } from './outcome.ts'
import type { Outside } from './outside.ts'
import type { Request } from './request.ts'

export type Turn = {
  /** Which file of its batch this is; 1 for the first. */
  readonly revision: number
  /** What is kept of the file before, or null when there is none or it is forgotten. */
  readonly before: Remembered | null
  /** Rows that were good or handed over before this file. */
  readonly goneBefore: GoneBefore
}

/** The turn of that file, the same again after a crash. Throws OutsideError. */
export async function turnOf(outside: Outside, { posting, batch }: Request): Promise<Turn> {
  const known = await outside.store.batches.revisions(batch.id)
  const revision = known.find((other) => other.posting === posting.id)?.number ?? known.length + 1
  const before = known.find((other) => other.number === revision - 1)
  return {
    revision,
    before: keptOf.parse(before?.report ?? null),
    goneBefore: await goneBefore(outside, batch, before),
  }
}

/**
 * Saves the report as that revision, in place of the one of an earlier check of the same file; the batch as it is then.
 * Throws OutsideError, `store-conflict` when something else happened to the batch meanwhile.
 */
export async function saveRevision(
  outside: Outside,
  request: Request,
  { revision: number }: Turn,
  answer: Answer,
  cause: Cause,
): Promise<StoredBatch> {
  const { store, clock } = outside
  const { posting, batch } = request
  const { kept, standing } = answer
  const change = changeOf(request, answer, cause, clock.now())
  const { at, author } = cause
  const event = eventOf(cause, change.state).kind
  const entry = { at, author, event, from: batch.state, to: change.state, rows: standing.good }
  const revision = { batch: batch.id, number, posting: posting.id, name: posting.file.name, sha256: kept.sha256 }
  await keepGood(outside, posting, answer)
  const found = { ...revision, outcome: outcomeOf(answer), report: kept, createdAt: clock.now() }
  // Its state alone does not tell that another process handed rows over while this one checked.
  await store.batches.revise(found, change, entry, batch.updatedAt)
  return (await store.batches.get(batch.id))!
}

/** What the check makes of the batch: its state, and when what waits is tried again. */
function changeOf({ batch, site }: Request, { standing }: Answer, { why, morning }: Cause, now: Temporal.Instant) {
  const { accounts } = batch
  const state = stateAfter(standing, site, accounts)
  const waits = standing.waiting > 0 || (accounts !== null && mustWaitBlindly(standing, site, accounts))
  return {
    state,
    accounts,
    site: site.id,
    retryOn: waits ? nextMorning(now, site).date : null,
    mornings: waits && why !== 'posted' ? Math.max(batch.mornings, morning?.count ?? 0) : 0,
    ...(why === 'posted' && { quietUntil: null }),
  } satisfies BatchChange
}

/** What is kept of a report as the store gives it back; null once it is forgotten. */
export const keptOf: z.ZodType<Remembered | null> = z
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
