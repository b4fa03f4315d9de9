// What is acknowledged must survive everything, and what is delivered twice must happen once: so this only stores.
import type { Posting } from '../ports/chat.ts'
import { mayBeTable } from './file-kind.ts'
import type { Outside } from './outside.ts'

/**
 * Stores what a person posted, with a job for each file that may be a table, or one kind word when there is none where
 * one is expected. True when there is anything new to do. Throws OutsideError: then nothing may be acknowledged.
 */
export async function receiveFile(outside: Pick<Outside, 'store' | 'clock'>, posting: Posting): Promise<boolean> {
  const tables = posting.files.filter(mayBeTable)
  const receivedAt = outside.clock.now()
  const { chat, channel, thread, post, author, direct } = posting
  let isNew = false
  for (const [position, { id, name, size, type }] of tables.entries()) {
    const file = { id, name, size, type }
    const stored = { chat, channel, thread, post, author, direct, file, position, receivedAt }
    isNew = (await outside.store.postings.receive(stored)) || isNew
  }
  if (tables.length === 0 && posting.files.length > 0 && (await isExpected(outside, posting))) {
    await explainLater(outside, posting, receivedAt)
    return true
  }
  return isNew
}

/** In a channel a screenshot is somebody's conversation; in a request's thread, or said to the bot, it asks for a word. */
async function isExpected({ store }: Pick<Outside, 'store'>, posting: Posting): Promise<boolean> {
  if (posting.direct) return true
  if (posting.thread === null) return false
  return (await store.batches.inThread(posting.chat, posting.channel, posting.thread)).length > 0
}

async function explainLater(
  { store }: Pick<Outside, 'store'>,
  { chat, channel, thread, post, author, files }: Posting,
  now: Temporal.Instant,
): Promise<void> {
  const { name, type } = files[0]!
  const payload = { chat, channel, thread, post, author, name, type }
  await store.jobs.add({ kind: 'explain-files', payload, runAt: now, key: `explain ${chat} ${channel} ${post}` })
}
