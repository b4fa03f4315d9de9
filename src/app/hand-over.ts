// Staff uploaded the good part while the rest waits: those rows are never handed over again.

import { entryAt, isHanded } from '../batches/history.ts'
import { allRows } from '../checking/canonical-rows.ts'
import { OutsideError } from '../ports/outside-error.ts'
import type { Batch } from '../ports/store.ts'
import { closingNews } from '../replies/closing-news.ts'
import { checkAgainLater } from './check-again.ts'
import { standingNow } from './outcome.ts'
import type { Outside } from './outside.ts'
import { calledOf, type Request, replyNews, requestOf } from './request.ts'

export type Handover = { readonly author: string | null; readonly at: Temporal.Instant }

/** Notes that the good rows of a batch were uploaded; nothing when there is none. Throws OutsideError. */
export async function handOver(outside: Outside, batch: Batch, handover: Handover): Promise<void> {
  const { store } = outside
  const { author, at } = handover
  const request = await requestOf(outside, batch)
  const history = await store.chronicle.of(batch.id)
  const standing = await standingNow(outside, batch)
  // The good rows of a batch stay what they were until it is checked again, which comes a little later.
  const good = isHanded(history) ? 0 : (standing?.good ?? 0)
  const rows = entryAt(history, 'handed', at)?.rows ?? (await hand(outside, request, handover, good))
  if (rows === 0) return
  const rest = { good: 0, faulty: standing?.faulty ?? 0, waiting: standing?.waiting ?? 0 }
  const happened = { kind: 'handed', rows, site: request.site.name, rest } as const
  const key = `handed ${batch.id} ${at.epochMilliseconds}`
  await replyNews(outside, request, key, closingNews(happened, calledOf(request, author), request.language))
  await checkAgainLater(outside, batch, { why: 'handed', author }, key)
}

/** Keeps the rows before it notes them: cut off in between, it keeps the same again. How many. */
async function hand(outside: Outside, { batch, posting }: Request, { author, at }: Handover, rows: number) {
  if (rows === 0) return 0
  await keepHanded(outside, batch.id, posting.id)
  const entry = { at, author, event: 'handed', from: batch.state, to: batch.state, rows } as const
  if (await outside.store.batches.change(batch.id, {}, entry)) return rows
  throw new OutsideError('store-conflict', `Batch ${batch.id} is no longer ${batch.state}`)
}

/** What was handed over before and the good rows of that file, as one text; the same again when run twice. */
async function keepHanded({ store, clock, retention }: Outside, batch: string, posting: string): Promise<void> {
  const [before, good] = [await store.files.get(batch, 'handed'), await store.files.get(posting, 'corrected')]
  if (!good?.bytes) return
  const bytes = allRows(before?.bytes ?? null, good.bytes)
  await store.files.put({ posting: batch, kind: 'handed', name: good.name, bytes }, clock.now().add(retention))
}
