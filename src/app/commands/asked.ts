// What every command starts from, and which request it speaks of.
import { isOpen } from '../../batches/batch.ts'
import type { Language } from '../../moodle/language.ts'
import type { Command, PostRef } from '../../ports/chat.ts'
import type { Batch } from '../../ports/store.ts'
import type { Outside } from '../outside.ts'
import { batchOfKey } from '../request.ts'

export type Asked = {
  readonly outside: Outside
  readonly command: Command
  readonly language: Language
  /** The words after the first. */
  readonly rest: string
}

/**
 * The request that a command is about: that of the post it points at, or of its thread, else the last open one of that
 * person in the channel; null when there is none. Of several in one thread, the last open one. Throws OutsideError.
 */
export async function batchAsked({ outside, command }: Pick<Asked, 'outside' | 'command'>): Promise<Batch | null> {
  const { chat, channel, thread, person, about } = command
  const { batches } = outside.store
  if (about) return await lastOf(outside, command, about.channel, await threadAsked(outside, command, about))
  if (thread !== null) return await lastOf(outside, command, channel, thread)
  return (await batches.pending({ chat, channel, requester: person })).at(-1) ?? null
}

/** Id of the thread of a post, which may be a person's file or what the bot said of one. Throws OutsideError. */
export async function threadAsked(
  { store }: Outside,
  { chat }: Pick<Command, 'chat'>,
  about: PostRef,
): Promise<string> {
  const [posting] = await store.postings.ofPost(chat, about.channel, about.post)
  if (posting) return posting.thread ?? posting.post
  const id = batchOfKey(await store.outgoing.keyOf(chat, about))
  return (id === null ? null : await store.batches.get(id))?.thread ?? about.post
}

async function lastOf({ store }: Outside, { chat }: Command, channel: string, thread: string): Promise<Batch | null> {
  const found = await store.batches.inThread(chat, channel, thread)
  return found.findLast(({ state }) => isOpen(state)) ?? found.at(-1) ?? null
}
