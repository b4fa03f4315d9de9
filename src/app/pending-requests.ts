// Open requests as lists show them: beside each batch what the chat and the store know of it.
import { inStateSince } from '../batches/digest.ts'
import type { ChatName } from '../ports/chat.ts'
import type { Batch } from '../ports/store.ts'
import type { PendingRequest } from '../replies/request-line.ts'
import { standingNow } from './outcome.ts'
import type { Outside } from './outside.ts'
import { personOf } from './permissions.ts'
import { replyKey } from './request.ts'
import { siteOf } from './sites.ts'

/**
 * These batches of a chat but for those that were never checked: a table of something else, or a file that the team was
 * called to. `named`: with what their requesters are called. Throws OutsideError.
 */
export async function pendingRequests(
  outside: Outside,
  chat: ChatName,
  batches: readonly Batch[],
  { named }: { readonly named: boolean },
): Promise<readonly (PendingRequest & { readonly batch: Batch })[]> {
  const names = new Map<string, string | null>()
  const requests = []
  for (const batch of batches.filter(({ state }) => state !== 'received')) {
    const id = batch.requester
    if (named && !names.has(id)) names.set(id, (await personOf(outside, chat, id))?.name ?? null)
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
