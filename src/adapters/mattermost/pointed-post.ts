// A link to a post in the words of a command: the bot may see more than who asks, so their rights are asked as well.
import type { ChatEvents, PostRef } from '../../ports/chat.ts'
import { type Api, read } from './api.ts'
import { readPost } from './own-posts.ts'
import { isOfPerson, toPosting } from './postings.ts'
import { isRefusal } from './refusal.ts'
import { channelSchema } from './shapes.ts'

/** Id of the post that a permanent link in the text leads to, or null. */
export function linkedPost(text: string): string | null {
  return /\/pl\/([a-z0-9]{26})(?![a-z0-9])/i.exec(text)?.[1] ?? null
}

/**
 * The post, delivered first when a person wrote it; null when it is not there, or when the bot or that person is not in
 * its channel.
 */
export async function pointedPost(
  api: Api,
  me: string,
  events: ChatEvents,
  { post: id, person }: { readonly post: string; readonly person: string },
): Promise<PostRef | null> {
  const post = await readPost(api, id)
  if (post === null || post.delete_at > 0 || !(await isMember(api, post.channel_id, person))) return null
  if (!(await isMember(api, post.channel_id, me))) return null
  if (isOfPerson(post, me)) {
    const { type } = read(channelSchema, await api.client.getChannel(post.channel_id))
    await events.posted(await toPosting(api, post, type === 'D'))
  }
  return { channel: post.channel_id, post: id }
}

async function isMember(api: Api, channel: string, person: string): Promise<boolean> {
  try {
    await api.client.getChannelMember(channel, person)
    return true
  } catch (error) {
    if (isRefusal(error, [400, 403, 404])) return false
    throw error
  }
}
