// Reactions come and go as often as one likes; only an emoji that does not exist is refused.
import { ApiError, forbidden } from '../errors.ts'
import type { PersonRecord, PostRecord, ReactionRecord } from '../records.ts'
import type { World } from '../world.ts'
import { emojis } from './emojis.ts'
import { isArchived, mayWrite, standing } from './rights.ts'
import { showReaction } from './show-post.ts'

/** Throws ApiError 403 for a post or a channel that is not theirs, 404 for an unknown emoji. */
export function react(world: World, person: PersonRecord, postId: string, emoji: string): ReactionRecord {
  const post = postToReactTo(world, person, postId, 'save')
  if (!emojis.has(emoji)) throw new ApiError(404, 'app.emoji.get_by_name.no_result', 'We couldn’t find the emoji.')
  const at = world.clock.stamp()
  const before = world.state.reactions.find((reaction) => isThat(reaction, person, post, emoji))
  if (before) before.update_at = at
  const fresh = { user_id: person.id, post_id: post.id, emoji_name: emoji, create_at: at, update_at: at }
  const reaction = { ...fresh, channel_id: post.channel_id }
  if (!before) world.state.reactions.push(reaction)
  post.update_at = at
  tell(world, 'reaction_added', reaction, post)
  return reaction
}

/** Does nothing when there is none. */
export function unreact(world: World, person: PersonRecord, postId: string, emoji: string): void {
  const post = postToReactTo(world, person, postId, 'delete')
  const at = world.clock.stamp()
  world.state.reactions = world.state.reactions.filter((reaction) => !isThat(reaction, person, post, emoji))
  post.update_at = at
  const gone = { user_id: person.id, post_id: post.id, emoji_name: emoji, create_at: 0, update_at: at, channel_id: '' }
  tell(world, 'reaction_removed', gone, post)
}

function postToReactTo(world: World, person: PersonRecord, id: string, act: 'save' | 'delete'): PostRecord {
  const post = standing(world, id)
  const channel = world.state.channels.get(post?.channel_id ?? '')
  if (!post || !channel || !mayWrite(channel, person)) throw forbidden()
  const text = `You cannot ${act} a reaction in an archived channel.`
  if (isArchived(world, post)) throw new ApiError(403, `api.reaction.${act}.archived_channel.app_error`, text)
  return post
}

const isThat = (reaction: ReactionRecord, person: PersonRecord, post: PostRecord, emoji: string): boolean =>
  reaction.user_id === person.id && reaction.post_id === post.id && reaction.emoji_name === emoji

function tell(world: World, event: string, reaction: ReactionRecord, post: PostRecord): void {
  const data = { reaction: JSON.stringify(showReaction(reaction)) }
  world.publish({ event, data, broadcast: { channel_id: post.channel_id } })
}
