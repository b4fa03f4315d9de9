// What is acknowledged must survive everything, and what is delivered twice must happen once: so this only stores.
import type { Posting } from '../ports/chat.ts'
import type { StoredPosting } from '../ports/store.ts'
import { mayBeTable } from './file-kind.ts'
import type { Outside } from './outside.ts'
import { takeBackLater } from './take-back.ts'

type Stored = Pick<Outside, 'store' | 'clock'>

/**
 * Stores what a person posted, with a job for each file that may be a table, or one kind word when there is none where
 * one is expected. A post that comes again without a file that it had is followed too. True when there is anything new
 * to do. Throws OutsideError: then nothing may be acknowledged.
 */
export async function receiveFile(outside: Stored, posting: Posting): Promise<boolean> {
  const { chat, channel, post, files } = posting
  const known = await outside.store.postings.ofPost(chat, channel, post)
  const tables = files.filter(mayBeTable)
  const isNew = await storeNew(outside, posting, tables)
  const gone = known.filter(({ file }) => !files.some(({ id }) => id === file.id))
  await takeBackLater(outside, gone)
  const isWordless = tables.length === 0 && files.length > 0 && known.length === 0
  if (isWordless && (await isExpected(outside, posting))) {
    await explainLater(outside, posting)
    return true
  }
  return isNew || gone.length > 0
}

async function storeNew({ store, clock }: Stored, posting: Posting, tables: Posting['files']): Promise<boolean> {
  const receivedAt = clock.now()
  const { chat, channel, thread, post, author, direct, form } = posting
  let isNew = false
  for (const [position, { id, name, size, type }] of tables.entries()) {
    const file: StoredPosting['file'] = { id, name, size, type }
    const stored = { chat, channel, thread, post, author, direct, file, position, form, receivedAt }
    isNew = (await store.postings.receive(stored)) || isNew
  }
  return isNew
}

/** In a channel a screenshot is somebody's conversation; in a request's thread, or said to the bot, it asks for a word. */
async function isExpected({ store }: Stored, posting: Posting): Promise<boolean> {
  if (posting.direct) return true
  if (posting.thread === null) return false
  return (await store.batches.inThread(posting.chat, posting.channel, posting.thread)).length > 0
}

async function explainLater({ store, clock }: Stored, posting: Posting): Promise<void> {
  const { chat, channel, thread, post, author, files } = posting
  const { name, type } = files[0]!
  const payload = { chat, channel, thread, post, author, name, type }
  await store.jobs.add({
    kind: 'explain-files',
    payload,
    runAt: clock.now(),
    key: `explain ${chat} ${channel} ${post}`,
  })
}
