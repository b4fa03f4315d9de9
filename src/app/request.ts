// A posted file together with what is needed to answer it: its batch, its reader's language and the posts that speak
// of it. One reply per batch, edited as it evolves; what changes its state also gets a short line of its own.
import type { Language } from '../moodle/language.ts'
import type { Site } from '../moodle/sites.ts'
import type { Mark, Place } from '../ports/chat.ts'
import { OutsideError } from '../ports/outside-error.ts'
import { type Batch, forgottenName, type StoredPosting } from '../ports/store.ts'
import type { Message } from '../replies/message.ts'
import { batchFor, threadOf } from './batch-for.ts'
import type { InTurn } from './in-turn.ts'
import { languageOf } from './language-of.ts'
import { chatNamed, type Outside } from './outside.ts'
import { say } from './say.ts'
import { siteOf } from './sites.ts'
import { worstMark } from './worst-mark.ts'

export type Request = {
  /** The file that is answered, the last one of the batch when nothing else is said. */
  readonly posting: StoredPosting
  readonly batch: Batch
  readonly site: Site
  readonly language: Language
  /** True for the file that opened the batch. */
  readonly isFirst: boolean
}

/** Key of the one reply of a batch; `batchOfKey` reads it back. */
export const replyKey = (batch: string) => `batch ${batch}`

/** Id of the batch that the post with that key answers, reminds of or brings news of; null for a word on one file. */
export const batchOfKey = (key: string | null): string | null =>
  key?.match(/^(?:batch|remind|morning|handed|overtaken|stuck|closed) (\S+)/)?.[1] ?? null

/** The request that a posted file makes or goes on with. Throws OutsideError. */
export async function openRequest(outside: Outside, posting: StoredPosting): Promise<Request> {
  return await viewOf(outside, await batchFor(outside, posting), posting)
}

/** The request of that batch as it stands, with its last file. Throws OutsideError. */
export async function requestOf(outside: Outside, batch: Batch): Promise<Request> {
  const last = (await outside.store.batches.revisions(batch.id)).at(-1)?.posting ?? batch.id
  const posting = await outside.store.postings.get(last)
  if (!posting) throw new Error(`Posting ${last} is not stored`)
  return await viewOf(outside, batch, posting)
}

async function viewOf(outside: Outside, batch: Batch, posting: StoredPosting): Promise<Request> {
  const language = await languageOf(outside, posting)
  return { posting, batch, site: siteOf(outside, batch.site), language, isFirst: batch.id === posting.id }
}

/** Makes the one reply of the batch say `message`. */
export async function reply(outside: Outside, { batch }: Pick<Request, 'batch'>, message: Message): Promise<void> {
  await say(outside, batch.chat, placeOf({ batch }), replyKey(batch.id), message)
}

/** Says something of this one file: in the reply for the first, in a short line of its own for those that follow. */
export async function replyAside(outside: Outside, request: Request, message: Message): Promise<void> {
  const { posting, isFirst } = request
  if (isFirst) await reply(outside, request, message)
  else await replyNews(outside, request, `revision ${posting.id}`, message)
}

/** A short line of its own in the thread, once per key. */
export async function replyNews(
  outside: Outside,
  { batch }: Pick<Request, 'batch'>,
  key: string,
  message: Message,
): Promise<void> {
  await say(outside, batch.chat, placeOf({ batch }), key, message)
}

/** The state of all its files at a glance on the person's post; a chat that does not let us is no reason not to answer. */
export async function mark(outside: Outside, { posting }: Pick<Request, 'posting'>, state: Mark): Promise<void> {
  const worst = worstMark(await outside.store.postings.mark(posting.id, state))
  try {
    await chatNamed(outside, posting.chat).mark({ channel: posting.channel, post: posting.post }, worst)
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error
    outside.log.warn({ posting: posting.id, error }, 'a post could not be marked')
  }
}

/** The same on the posts of all files of a batch. */
export async function markAll(outside: Outside, { id }: Pick<Batch, 'id'>, state: Mark): Promise<void> {
  const revisions = await outside.store.batches.revisions(id)
  for (const each of new Set([id, ...revisions.map(({ posting }) => posting)])) {
    const posting = await outside.store.postings.get(each)
    if (posting) await mark(outside, { posting }, state)
  }
}

/** Where a batch is answered. */
export const placeOf = ({ batch }: Pick<Request, 'batch'>): Place => ({ channel: batch.channel, thread: batch.thread })

/** Runs work on a thread after what is under way in it. */
export const inThreadOf = <T>(
  { chat, channel, thread }: Pick<Batch, 'chat' | 'channel' | 'thread'>,
  inTurn: InTurn,
  work: () => Promise<T>,
): Promise<T> => inTurn(`${chat} ${channel} ${thread}`, work)

/** The same for the thread of a posted file. */
export const inThreadOfPosting = <T>(posting: StoredPosting, inTurn: InTurn, work: () => Promise<T>): Promise<T> =>
  inThreadOf({ chat: posting.chat, channel: posting.channel, thread: threadOf(posting) }, inTurn, work)

/** What short answers to a file need of it. */
export const wordsOf = ({ language, posting }: Request) => ({ language, name: posting.file.name })

/** Name of its file, null once it is forgotten. */
export const nameOf = ({ posting }: Pick<Request, 'posting'>): string | null =>
  posting.file.name === forgottenName ? null : posting.file.name

/** Who is called by a word in the thread: its requester, unless they did it themselves or read it alone. */
export const calledOf = ({ batch }: Pick<Request, 'batch'>, author: string | null): string | null =>
  batch.direct || batch.requester === author ? null : batch.requester
