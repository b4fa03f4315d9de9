// The last file of a request is checked once more: the night is over, somebody asked, answered, chose another site, or
// handed over a part of it.
import { z } from 'zod'
import { accountsAnswers } from '../batches/batch.ts'
import { entryAt, type HistoryEntry, isTaken } from '../batches/history.ts'
import type { Batch } from '../ports/store.ts'
import { accountsNow, type Cause } from './cause.ts'
import { checkRequest } from './check-request.ts'
import type { InTurn } from './in-turn.ts'
import type { Outside } from './outside.ts'
import { inThreadOf, requestOf } from './request.ts'
import { siteOf } from './sites.ts'

const rowsOf = z.object({ good: z.number(), faulty: z.number(), waiting: z.number() })

const orderOf = z.object({
  batch: z.string(),
  why: z.enum(['asked', 'morning', 'answered', 'moved', 'handed']),
  author: z.string().nullable(),
  at: z.string(),
  accounts: z.enum(accountsAnswers).optional(),
  site: z.string().optional(),
  morning: z.object({ count: z.number(), before: rowsOf }).nullable().default(null),
})

type Order = z.output<typeof orderOf>

/** What is to be done again, with the answer or the site that was chosen. */
export type Again = Pick<Cause, 'author'> & Pick<z.input<typeof orderOf>, 'why' | 'accounts' | 'site' | 'morning'>

/** Stores that the batch is to be checked again. Throws OutsideError. */
export async function checkAgainLater(
  { store, clock }: Pick<Outside, 'store' | 'clock'>,
  batch: Batch,
  again: Again,
  key: string | null = null,
): Promise<void> {
  const now = clock.now()
  const payload = { batch: batch.id, at: now.toString({ smallestUnit: 'millisecond' }), ...again }
  await store.jobs.add({ kind: 'check-again', payload, runAt: now, key })
}

/** Checks it and says what is new. Throws OutsideError. */
export async function checkAgain(outside: Outside, payload: unknown, inTurn: InTurn): Promise<void> {
  const order = orderOf.parse(payload)
  const found = await outside.store.batches.get(order.batch)
  if (!found) throw new Error(`Batch ${order.batch} is not stored`)
  await inThreadOf(found, inTurn, async () => {
    const batch = (await outside.store.batches.get(order.batch))!
    const history = await outside.store.chronicle.of(batch.id)
    if (isTaken(history)) await moveOnly(outside, batch, order)
    else if (!isDone(batch, history, order)) await checkNow(outside, batch, order)
  })
}

async function checkNow(outside: Outside, batch: Batch, order: Order): Promise<void> {
  const request = await requestOf(outside, batch)
  const site = order.site === undefined ? request.site : siteOf(outside, order.site)
  // What was answered on the accounts of one site says nothing of those of another.
  const accounts = site.id === batch.site ? accountsNow(order, order.accounts ?? batch.accounts) : null
  // A site that does not answer is asked again a little later: without it every row would wait for another reason.
  if (order.why === 'morning') await outside.directory.about(site.id)
  const { why, author, morning } = order
  const cause = { why, author, at: Temporal.Instant.from(order.at), anyway: true, morning }
  await checkRequest(outside, { ...request, site, batch: { ...batch, accounts, site: site.id } }, cause)
}

/** Its file was taken back: nothing is checked before another comes, for the site that was chosen. */
async function moveOnly({ store }: Outside, { id, state }: Batch, { site, author, at }: Order): Promise<void> {
  if (site === undefined) return
  const entry = { at: Temporal.Instant.from(at), author, event: 'moved', from: state, to: state, rows: 0 } as const
  await store.batches.change(id, { site }, entry)
}

/** Of several presses the first has done it; one that was cut off before it said so has to go on. */
function isDone(batch: Batch, history: readonly HistoryEntry[], { why, accounts, site, at }: Order): boolean {
  const isSo = (why === 'answered' && batch.accounts === accounts) || (why === 'moved' && batch.site === site)
  return isSo && !entryAt(history, why, Temporal.Instant.from(at))
}
