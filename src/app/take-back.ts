// A file whose post was deleted, or that was taken out of it, must not be uploaded any more: the request it made is
// withdrawn; one that it went on with waits for another file.
import { z } from 'zod'
import { isOpen, move } from '../batches/batch.ts'
import type { Deletion } from '../ports/chat.ts'
import { OutsideError } from '../ports/outside-error.ts'
import type { Batch, StoredPosting } from '../ports/store.ts'
import { fileTakenReply } from '../replies/file-taken-reply.ts'
import { threadOf } from './batch-for.ts'
import { closeLater } from './close-request.ts'
import type { InTurn } from './in-turn.ts'
import type { Outside } from './outside.ts'
import { inThreadOfPosting, mark, reply, requestOf } from './request.ts'

const orderOf = z.object({ posting: z.string(), at: z.string() })

type Stored = Pick<Outside, 'store' | 'clock'>

/** Follows the deletion of a post, of which the bot knows files or not. Throws OutsideError. */
export async function postDeleted(outside: Stored, { chat, channel, post }: Deletion): Promise<void> {
  await takeBackLater(outside, await outside.store.postings.ofPost(chat, channel, post))
}

/** Stores that these files are gone. Throws OutsideError. */
export async function takeBackLater({ store, clock }: Stored, gone: readonly StoredPosting[]): Promise<void> {
  const now = clock.now()
  for (const { id } of gone) {
    const payload = { posting: id, at: now.toString() }
    await store.jobs.add({ kind: 'take-back', payload, runAt: now, key: `gone ${id}` })
  }
}

/** Does what the loss of a file asks for. Throws OutsideError. */
export async function takeBack(outside: Outside, payload: unknown, inTurn: InTurn): Promise<void> {
  const { posting: id, at } = orderOf.parse(payload)
  const posting = await outside.store.postings.get(id)
  if (!posting) throw new Error(`Posting ${id} is not stored`)
  await inThreadOfPosting(posting, inTurn, async () => {
    const batch = await batchOf(outside, posting)
    if (!batch) waitForAnswer(outside, at)
    if (!batch || !isOpen(batch.state)) return
    if (batch.id === id) await closeLater(outside, { batch, event: 'withdrawn', person: posting.author })
    else if (await isLast(outside, batch, id)) await askAgain(outside, batch, posting, Temporal.Instant.from(at))
  })
}

/** Until a file is answered nobody knows what it is taken from; one that never comes to be is waited for an hour. */
function waitForAnswer({ clock }: Outside, at: string): void {
  const isRecent = Temporal.Instant.compare(clock.now(), Temporal.Instant.from(at).add({ hours: 1 })) < 0
  if (isRecent) throw new OutsideError('not-answered', 'The file that was taken back is not answered yet')
}

async function batchOf({ store }: Pick<Outside, 'store'>, posting: StoredPosting): Promise<Batch | null> {
  const { chat, channel } = posting
  for (const batch of await store.batches.inThread(chat, channel, threadOf(posting))) {
    if (batch.id === posting.id) return batch
    if ((await store.batches.revisions(batch.id)).some((revision) => revision.posting === posting.id)) return batch
  }
  return null
}

async function isLast({ store }: Pick<Outside, 'store'>, { id }: Batch, posting: string): Promise<boolean> {
  return (await store.batches.revisions(id)).at(-1)?.posting === posting
}

/** Nothing of that file may be handed over; the next one goes on with the request. */
async function askAgain(outside: Outside, batch: Batch, posting: StoredPosting, at: Temporal.Instant): Promise<void> {
  const event = { kind: 'taken' } as const
  const to = move(batch.state, event)!
  const entry = { at, author: posting.author, event: event.kind, from: batch.state, to, rows: 0 }
  await outside.store.batches.change(batch.id, { state: to, retryOn: null }, entry)
  await forgetGood(outside, batch, posting)
  const request = await requestOf(outside, batch)
  await reply(outside, request, fileTakenReply({ language: request.language, name: posting.file.name }))
  await mark(outside, request, 'blocked')
}

/** The next file goes on from what was good before this one. */
async function forgetGood(outside: Outside, { id }: Batch, posting: StoredPosting): Promise<void> {
  const { store, clock, retention } = outside
  const revisions = await store.batches.revisions(id)
  const before = revisions[revisions.findIndex((revision) => revision.posting === posting.id) - 1]
  const good = before ? await store.files.get(before.posting, 'corrected') : null
  const bytes = good?.bytes ?? new Uint8Array()
  const { name } = posting.file
  await store.files.put({ posting: posting.id, kind: 'corrected', name, bytes }, clock.now().add(retention))
}
