// "check", with or without a link: the last file of a thread or channel is checked again, its one reply edited.
import { isTaken } from '../../batches/history.ts'
import type { Command } from '../../ports/chat.ts'
import { forgottenName, type StoredPosting } from '../../ports/store.ts'
import { checkingAgainReply, nothingAtLinkReply, nothingToCheckReply } from '../../replies/command-replies.ts'
import type { Message } from '../../replies/message.ts'
import { closedNote } from '../acts.ts'
import { threadOf } from '../batch-for.ts'
import { checkAgainLater } from '../check-again.ts'
import type { Outside } from '../outside.ts'
import { type Asked, batchAsked, threadAsked } from './asked.ts'

/** Has it checked, by a job like the first time: what is known of the site may have changed meanwhile. */
export async function check({ outside, command, language }: Asked): Promise<Message> {
  const last = await fileAsked(outside, command)
  const isNothing = !last || last.file.name === forgottenName
  if (isNothing) return command.about ? nothingAtLinkReply(language) : nothingToCheckReply(language)
  const about = { channel: last.channel, post: threadOf(last) }
  const batch = await batchAsked({ outside, command: { ...command, about } })
  const closed = batch && closedNote({ batch, language })
  if (closed) return closed
  if (batch && isTaken(await outside.store.chronicle.of(batch.id))) return nothingToCheckReply(language)
  if (batch && batch.revision > 0) await checkAgainLater(outside, batch, { why: 'asked', author: command.person })
  else await checkFirst(outside, last)
  return checkingAgainReply(last.file.name, language)
}

async function fileAsked(outside: Outside, command: Command): Promise<StoredPosting | null> {
  const { chat, channel, thread, about } = command
  const { postings } = outside.store
  if (!about) return await postings.latest(chat, channel, thread)
  return await postings.latest(chat, about.channel, await threadAsked(outside, command, about))
}

/** A file that never got a report: it looked like something else, or its check failed. */
async function checkFirst({ store, clock }: Outside, { id }: StoredPosting): Promise<void> {
  const payload = { posting: id, anyway: true }
  await store.jobs.add({ kind: 'check-file', payload, runAt: clock.now(), key: null })
}
