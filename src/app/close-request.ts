// Staff hand a request over, its author takes it back, or time does: one job, which may run twice and closes once.
import { z } from 'zod'
import { isOpen, move } from '../batches/batch.ts'
import { entryAt } from '../batches/history.ts'
import { OutsideError } from '../ports/outside-error.ts'
import type { Batch } from '../ports/store.ts'
import { closingNews } from '../replies/closing-news.ts'
import { type End, type Ending, endings, tellEnd } from './ending.ts'
import { goodNow } from './gone-before.ts'
import { handOver } from './hand-over.ts'
import type { InTurn } from './in-turn.ts'
import { standingNow } from './outcome.ts'
import type { Outside } from './outside.ts'
import { inThreadOf, replyNews, requestOf } from './request.ts'

const orderOf = z.object({
  batch: z.string(),
  event: z.enum(endings),
  person: z.string().nullable(),
  at: z.string(),
  /** What staff marked as done, see `goodNow`. */
  good: z.string().nullable(),
  /** When the batch had changed last. */
  seen: z.string(),
})

type Order = z.output<typeof orderOf>

/** Stores that the batch, as it stands now, is to be closed. Throws OutsideError. */
export async function closeLater(
  outside: Pick<Outside, 'store' | 'clock'>,
  { batch, event, person }: { readonly batch: Batch; readonly event: Ending; readonly person: string | null },
): Promise<void> {
  const { store, clock } = outside
  const now = clock.now()
  const at = now.toString({ smallestUnit: 'millisecond' })
  const good = event === 'done' ? await goodNow(outside, batch) : null
  const payload = { batch: batch.id, event, person, at, good, seen: batch.updatedAt.toString() }
  const key = `${event} ${batch.id} ${batch.updatedAt.epochMilliseconds}`
  await store.jobs.add({ kind: 'close', payload, runAt: now, key })
}

/**
 * Closes a batch and says so in its thread. When it is done but for rows that wait, only its good part is: it stays open
 * and these rows are never handed over again. Nor does it expire
 * when something came meanwhile. Throws OutsideError.
 */
export async function closeRequest(outside: Outside, payload: unknown, inTurn: InTurn): Promise<void> {
  const order = orderOf.parse(payload)
  const first = await outside.store.batches.get(order.batch)
  if (!first) throw new Error(`Batch ${order.batch} is not stored`)
  await inThreadOf(first, inTurn, async () => {
    const batch = (await outside.store.batches.get(order.batch))!
    const happened = { event: order.event, author: order.person, at: Temporal.Instant.from(order.at) }
    if (order.event === 'done') await finish(outside, batch, happened, order.good)
    else if (!isOvertaken(batch, order)) await close(outside, batch, happened)
  })
}

/** Of a batch that is open nothing is done unless its good rows are still those that staff saw. */
async function finish(outside: Outside, batch: Batch, happened: End, good: string | null): Promise<void> {
  if (isOpen(batch.state)) {
    const isHanded = entryAt(await outside.store.chronicle.of(batch.id), 'handed', happened.at) !== undefined
    const isSame = isHanded || good === (await goodNow(outside, batch))
    const isPart = isHanded || (await leavesRows(outside, batch))
    if (!isSame) await tellOvertaken(outside, batch, happened)
    else await (isPart ? handOver : close)(outside, batch, happened)
  } else await close(outside, batch, happened)
}

/** Somebody else's file came, or a check, between the press and now: whoever pressed must look again. */
async function tellOvertaken(outside: Outside, batch: Batch, { author, at }: End): Promise<void> {
  const request = await requestOf(outside, batch)
  const news = closingNews({ kind: 'overtaken' }, author, request.language)
  await replyNews(outside, request, `overtaken ${batch.id} ${at.epochMilliseconds}`, news)
}

const isOvertaken = ({ state, updatedAt }: Batch, { event, seen }: Order): boolean =>
  event === 'expired' && isOpen(state) && !updatedAt.equals(seen)

/** True when some rows of the batch cannot be uploaded yet. */
async function leavesRows(outside: Outside, batch: Batch): Promise<boolean> {
  const standing = await standingNow(outside, batch)
  return standing !== null && standing.faulty + standing.waiting > 0
}

async function close(outside: Outside, batch: Batch, happened: End): Promise<void> {
  const { event, author, at } = happened
  const to = move(batch.state, { kind: event })
  if (to !== null) {
    const rows = event === 'done' ? ((await standingNow(outside, batch))?.good ?? 0) : 0
    const entry = { at, author, event, from: batch.state, to, rows }
    const isClosed = await outside.store.batches.change(batch.id, { state: to, retryOn: null }, entry)
    if (!isClosed) throw new OutsideError('store-conflict', `Batch ${batch.id} is no longer ${batch.state}`)
  }
  const isForgotten = event === 'expired' && batch.revision === 0
  if (!isForgotten && (await isMine(outside, batch, happened))) await tellEnd(outside, batch.id, happened)
}

/** True when it is this job that closed it, now or before it was cut off. */
async function isMine({ store }: Outside, { id }: Batch, { event, at }: End): Promise<boolean> {
  const last = (await store.chronicle.of(id)).at(-1)
  return last?.event === event && Temporal.Instant.compare(last.at, at) === 0
}
