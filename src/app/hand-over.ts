// Staff uploaded the good part while the rest waits: those rows are never handed over again.
import { allRows } from '../checking/canonical-rows.ts'
import type { Batch } from '../ports/store.ts'
import { closingNews } from '../replies/closing-news.ts'
import { checkAgainLater } from './check-again.ts'
import { standingNow } from './outcome.ts'
import type { Outside } from './outside.ts'
import { calledOf, replyNews, requestOf } from './request.ts'

export type Handover = { readonly author: string | null; readonly at: Temporal.Instant }

/** Notes that the good rows of a batch were uploaded; nothing when there is none. Throws OutsideError. */
export async function handOver(outside: Outside, batch: Batch, { author, at }: Handover): Promise<void> {
  const { store } = outside
  const request = await requestOf(outside, batch)
  const rows = (await standingNow(outside, batch))?.good ?? 0
  if (rows > 0) {
    const entry = { at, author, event: 'handed', from: batch.state, to: batch.state, rows } as const
    await keepHanded(outside, batch.id, request.posting.id)
    await store.batches.change(batch.id, {}, entry)
  }
  const history = await store.chronicle.of(batch.id)
  const mine = history.find((entry) => entry.event === 'handed' && Temporal.Instant.compare(entry.at, at) === 0)
  if (!mine) return
  const standing = await standingNow(outside, batch)
  const rest = { good: 0, faulty: standing?.faulty ?? 0, waiting: standing?.waiting ?? 0 }
  const happened = { kind: 'handed', rows: mine.rows, site: request.site.name, rest } as const
  const news = closingNews(happened, calledOf(request, author), request.language)
  await replyNews(outside, request, `handed ${batch.id} ${at.epochMilliseconds}`, news)
  const now = (await store.batches.get(batch.id))!
  await checkAgainLater(outside, now, { why: 'handed', author }, `handed ${batch.id} ${at.epochMilliseconds}`)
}

/** What was handed over before and the good rows of that file, as one text; the same again when run twice. */
async function keepHanded({ store, clock, retention }: Outside, batch: string, posting: string): Promise<void> {
  const [before, good] = [await store.files.get(batch, 'handed'), await store.files.get(posting, 'corrected')]
  if (!good?.bytes) return
  const bytes = allRows(before?.bytes ?? null, good.bytes)
  await store.files.put({ posting: batch, kind: 'handed', name: good.name, bytes }, clock.now().add(retention))
}
