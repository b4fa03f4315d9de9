// What the connected hear of posts; the post travels as a text inside the event.
import type { JsonObject } from '../json.ts'
import type { ChannelRecord, PersonRecord, PostRecord } from '../records.ts'
import type { World } from '../world.ts'
import { mentionsOf } from './mentions.ts'
import { filesOf, showPost } from './show-post.ts'
import { tellOfThread } from './thread-events.ts'

export function tellOfPost(world: World, post: PostRecord, pending = ''): void {
  const channel = world.state.channels.get(post.channel_id)!
  const mentions = mentionsOf(world, channel, post)
  const data = {
    channel_display_name: displayName(world, channel, post),
    channel_name: channel.name,
    channel_type: channel.type,
    ...(mentions.length > 0 && { mentions: JSON.stringify(mentions) }),
    ...fileFlags(world, post),
    post: JSON.stringify(showPost(world, post, { pending })),
    sender_name: post.type === '' ? `@${authorOf(world, post).username}` : 'System',
    set_online: true,
    team_id: channel.team_id,
  }
  world.publish({ event: 'posted', data, broadcast: { channel_id: channel.id } })
  tellOfThread(world, post)
}

export function tellOfEdit(world: World, post: PostRecord): void {
  const data = { post: JSON.stringify(showPost(world, post)) }
  world.publish({ event: 'post_edited', data, broadcast: { channel_id: post.channel_id } })
}

/** The post comes as it was, without metadata; its replies are not told of. */
export function tellOfDeletion(world: World, asItWas: JsonObject, channel: string): void {
  const broadcast = { channel_id: channel, contains_sanitized_data: true } as const
  world.publish({ event: 'post_deleted', data: { post: JSON.stringify(asItWas) }, broadcast })
}

function displayName(world: World, channel: ChannelRecord, post: PostRecord): string {
  return channel.type === 'D' ? `@${authorOf(world, post).username}` : channel.display_name
}

function fileFlags(world: World, post: PostRecord): JsonObject {
  const files = filesOf(world, post)
  if (files.length === 0) return {}
  return { otherFile: 'true', ...(files.some(({ name }) => /\.(png|jpe?g|gif)$/i.test(name)) && { image: 'true' }) }
}

const authorOf = ({ state }: World, { user_id }: PostRecord): PersonRecord => state.people.get(user_id)!
