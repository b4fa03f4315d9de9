// Open requests as lists show them: beside each batch what the chat and the store know of it.
import { inStateSince } from '../batches/digest.ts'
import { isRefused } from '../batches/history.ts'
import type { Batch, BatchFilter } from '../ports/store.ts'
import type { PendingRequest } from '../replies/request-line.ts'
import { standingNow } from './outcome.ts'
import type { Outside } from './outside.ts'
import { personOf } from './permissions.ts'
import { replyKey } from './request.ts'
import { siteOf } from './sites.ts'

/** Open batches of which somebody expects something, oldest first. Throws OutsideError. */
export async function pendingBatches({ store }: Pick<Outside, 'store'>, of: BatchFilter): Promise<readonly Batch[]> {
  const batches = []
  for (const batch of await store.batches.pending(of))
    if (!isRefused(await store.chronicle.of(batch.id))) batches.push(batch)
  return batches
}

/** The same as lists show them; `named`: with what their requesters are called. Throws OutsideError. */
export async function pendingRequests(
  outside: Outside,
  of: BatchFilter,
  { named }: { readonly named: boolean },
): Promise<readonly (PendingRequest & { readonly batch: Batch })[]> {
  const names = new Map<string, string | null>()
  const requests = []
  for (const batch of await pendingBatches(outside, of)) {
    const id = batch.requester
    if (named && !names.has(id)) names.set(id, (await personOf(outside, batch.chat, id))?.name ?? null)
    requests.push(await pendingRequest(outside, batch, names.get(id) ?? null))
  }
  return requests
}

async function pendingRequest(outside: Outside, batch: Batch, requester: string | null) {
  const { store } = outside
  const said = await store.outgoing.find(batch.chat, replyKey(batch.id))
  return {
    batch,
    requester,
    since: inStateSince(batch, await store.chronicle.of(batch.id)),
    rows: await standingNow(outside, batch),
    site: siteOf(outside, batch.site).name,
    link: said?.link ?? null,
  }
}
