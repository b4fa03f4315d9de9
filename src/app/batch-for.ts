// Which request a posted file belongs to; asked again after a crash it must give the same answer.
import { revisionOf } from '../batches/revision-of.ts'
import type { Batch, StoredPosting } from '../ports/store.ts'
import type { Outside } from './outside.ts'
import { siteFor } from './sites.ts'

/**
 * The batch of that file, opened when it is a new request; a batch that never got a report is not gone on with. Throws
 * OutsideError.
 */
export async function batchFor(
  outside: Pick<Outside, 'store' | 'clock' | 'sites'>,
  posting: StoredPosting,
): Promise<Batch> {
  const { store, clock } = outside
  const { id, chat, channel, post, author, file, direct } = posting
  const thread = threadOf(posting)
  const known: Batch[] = []
  for (const batch of await store.batches.inThread(chat, channel, thread)) {
    const postings = await postingsOf(store, batch)
    if (postings.some((other) => other === id)) return batch
    if (batch.revision > 0 && !(await hasFileOf(store, postings, post))) known.push(batch)
  }
  const revised = posting.thread === null ? null : revisionOf(known, file.name)
  if (revised) return revised
  const [now, site] = [clock.now(), await siteFor(outside, posting)]
  const opened = { id, chat, channel, thread, site: site.id, requester: author, name: file.name, direct }
  const untouched = { accounts: null, retryOn: null, mornings: 0, quietUntil: null } as const
  return store.batches.open({
    ...opened,
    ...untouched,
    state: 'received',
    revision: 0,
    createdAt: now,
    updatedAt: now,
  })
}

/** Id of the thread that answers go to. */
export const threadOf = ({ thread, post }: Pick<StoredPosting, 'thread' | 'post'>): string => thread ?? post

/** A batch has the id of the posting that opened it. */
async function postingsOf({ batches }: Outside['store'], { id }: Batch): Promise<readonly string[]> {
  return [id, ...(await batches.revisions(id)).map((revision) => revision.posting)]
}

/** Files posted together are separate requests. */
async function hasFileOf({ postings }: Outside['store'], ids: readonly string[], post: string): Promise<boolean> {
  const found = await Promise.all(ids.map((id) => postings.get(id)))
  return found.some((posting) => posting?.post === post)
}
