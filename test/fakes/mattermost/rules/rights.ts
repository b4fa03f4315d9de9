// Who may see and do what, as far as the recordings go: members, bots, administrators of a team and of the server.
import { forbidden, postMissing } from '../errors.ts'
import type { ChannelRecord, PersonRecord, PostRecord, TeamRecord } from '../records.ts'
import type { World } from '../world.ts'
import { channelBy } from './finding.ts'

export const isAdmin = ({ roles }: PersonRecord): boolean => roles.split(' ').includes('system_admin')

export const administers = (team: TeamRecord, person: PersonRecord): boolean =>
  isAdmin(person) || team.members.get(person.id) === true

export const belongs = (team: TeamRecord | undefined, person: PersonRecord): boolean =>
  isAdmin(person) || team?.members.has(person.id) === true

/** Public channels of one's teams can be read without being in them. */
export function mayRead({ state }: World, channel: ChannelRecord, person: PersonRecord): boolean {
  if (isAdmin(person) || channel.members.has(person.id)) return true
  return channel.type === 'O' && belongs(state.teams.get(channel.team_id), person)
}

export const mayWrite = (channel: ChannelRecord, person: PersonRecord): boolean =>
  isAdmin(person) || channel.members.has(person.id)

/** Throws 404 for a channel that does not exist, 403 for one that is not theirs. */
export function readableChannel(world: World, id: string, person: PersonRecord): ChannelRecord {
  const channel = channelBy(world, id)
  if (!mayRead(world, channel, person)) throw forbidden()
  return channel
}

/** Throws 403 for an unknown channel too, as posting and uploading do. */
export function writableChannel(world: World, id: string, person: PersonRecord): ChannelRecord {
  const channel = world.state.channels.get(id)
  if (!channel || !mayWrite(channel, person)) throw forbidden()
  return channel
}

/** Throws 404 for a post that does not exist or was deleted, 403 for one of a channel that is not theirs. */
export function readablePost(world: World, id: string, person: PersonRecord): PostRecord {
  const post = standing(world, id)
  if (!post) throw postMissing()
  readableChannel(world, post.channel_id, person)
  return post
}

/** The post, unless it was deleted. */
export function standing({ state }: World, id: string): PostRecord | undefined {
  const post = state.posts.get(id)
  return post?.delete_at === 0 ? post : undefined
}

/** Editing says 403 whatever the reason: no such post, deleted, of somebody else, in a channel that they left. */
export function editablePost(world: World, id: string, person: PersonRecord): PostRecord {
  const post = standing(world, id)
  if (!post || post.user_id !== person.id) throw forbidden()
  writableChannel(world, post.channel_id, person)
  return post
}

export const isArchived = ({ state }: World, post: PostRecord): boolean =>
  (state.channels.get(post.channel_id)?.delete_at ?? 0) > 0
