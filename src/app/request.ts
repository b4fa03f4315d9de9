// A posted file together with what is needed to answer it: its batch, its reader's language and the posts that speak
// of it. One reply per batch, edited as it evolves; a file that comes later also gets a short line of its own.
import type { Language } from '../moodle/language.ts'
import { type Site, siteNamed } from '../moodle/sites.ts'
import type { Mark, Place } from '../ports/chat.ts'
import { OutsideError } from '../ports/outside-error.ts'
import type { Batch, StoredPosting } from '../ports/store.ts'
import type { Message } from '../replies/message.ts'
import { batchFor, threadOf } from './batch-for.ts'
import { chatNamed, type Outside } from './outside.ts'
import { say } from './say.ts'
import { worstMark } from './worst-mark.ts'

export type Request = {
  readonly posting: StoredPosting
  readonly batch: Batch
  readonly site: Site
  readonly language: Language
  /** True for the file that opened the batch. */
  readonly isFirst: boolean
}

/** Key of the one reply of a batch; `batchOfKey` reads it back. */
const replyKey = (batch: string) => `batch ${batch}`

/** Id of the batch that the post with that key answers, or null. */
export const batchOfKey = (key: string | null): string | null => key?.match(/^batch (.+)$/)?.[1] ?? null

/** The request that a posted file makes or goes on with. Throws OutsideError. */
export async function openRequest(outside: Outside, posting: StoredPosting): Promise<Request> {
  const batch = await batchFor(outside, posting)
  const site = siteNamed(batch.site) ?? outside.site
  const language = await languageOf(outside, posting)
  return { posting, batch, site, language, isFirst: batch.id === posting.id }
}

/** Makes the one reply of the batch say `message`. */
export async function reply(outside: Outside, request: Request, message: Message): Promise<void> {
  await say(outside, request.posting.chat, placeOf(request), replyKey(request.batch.id), message)
}

/** Says something of this one file: in the reply for the first, in a short line of its own for those that follow. */
export async function replyAside(outside: Outside, request: Request, message: Message): Promise<void> {
  const { posting, isFirst } = request
  if (isFirst) await reply(outside, request, message)
  else await say(outside, posting.chat, placeOf(request), `revision ${posting.id}`, message)
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

/** Where a file is answered. */
export const placeOf = ({ posting }: Pick<Request, 'posting'>): Place => ({
  channel: posting.channel,
  thread: threadOf(posting),
})

/** French, the language of the house, when the chat cannot tell. */
export async function languageOf(
  outside: Pick<Outside, 'chats' | 'log'>,
  { chat, author }: Pick<StoredPosting, 'chat' | 'author'>,
): Promise<Language> {
  try {
    return (await chatNamed(outside, chat).person(author)).language
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error
    outside.log.warn({ error }, 'a person could not be looked up')
    return 'fr'
  }
}
