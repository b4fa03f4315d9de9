// Coming and going: each leaves a system message in the channel and an event for those concerned.
import { forbidden } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import type { ChannelRecord, PersonRecord, TeamRecord } from '../records.ts'
import type { World } from '../world.ts'
import { tellOfPost } from './post-events.ts'
import { addPost } from './posting.ts'
import { belongs, isAdmin } from './rights.ts'
import { showChannel } from './show-channel.ts'

/** Throws ApiError 403 for whoever may not: oneself into public channels of one's teams, members otherwise. */
export function join(world: World, by: PersonRecord, channel: ChannelRecord, person: PersonRecord): void {
  const team = world.state.teams.get(channel.team_id)
  const self = by.id === person.id
  const may = self ? channel.type === 'O' && belongs(team, by) : channel.members.has(by.id) || isAdmin(by)
  if (!may || !belongs(team, person)) throw forbidden()
  if (channel.members.has(person.id)) return
  channel.members.add(person.id)
  const data = { team_id: channel.team_id, user_id: person.id }
  world.publish({ event: 'user_added', data, broadcast: { channel_id: channel.id, user_id: person.id } })
  const others = { channel_id: channel.id, omit_users: { [person.id]: true } } as const
  world.publish({ event: 'user_added', data, broadcast: others })
  if (self) {
    say(world, channel, by, 'system_join_channel', `${by.username} joined the channel.`, { username: by.username })
    return
  }
  const props = { addedUserId: person.id, addedUsername: person.username, userId: by.id, username: by.username }
  say(world, channel, by, 'system_add_to_channel', `${person.username} added to the channel by ${by.username}.`, props)
}

export function removeFromChannel(world: World, by: PersonRecord, channel: ChannelRecord, person: PersonRecord): void {
  if (by.id !== person.id && !isAdmin(by) && !channel.members.has(by.id)) throw forbidden()
  channel.members.delete(person.id)
  const toThem = { channel_id: channel.id, remover_id: by.id }
  world.publish({ event: 'user_removed', data: toThem, broadcast: { user_id: person.id } })
  const toOthers = { user_id: person.id, remover_id: by.id }
  world.publish({ event: 'user_removed', data: toOthers, broadcast: { channel_id: channel.id } })
  const props = { removedUserId: person.id, removedUsername: person.username }
  say(world, channel, by, 'system_remove_from_channel', `${person.username} removed from the channel.`, props)
}

/** Only an administrator of the team may. */
export function joinTeam(by: PersonRecord, team: TeamRecord, person: PersonRecord): void {
  if (!isAdmin(by) && team.members.get(by.id) !== true) throw forbidden()
  if (!team.members.has(person.id)) team.members.set(person.id, false)
}

export function renameChannel(world: World, by: PersonRecord, channel: ChannelRecord, name: string): void {
  if (!isAdmin(by) && !channel.members.has(by.id)) throw forbidden()
  const before = channel.display_name
  channel.display_name = name
  channel.update_at = world.clock.stamp()
  const data = { channel: JSON.stringify(showChannel(channel)) }
  world.publish({ event: 'channel_updated', data, broadcast: { channel_id: channel.id } })
  const text = `${by.username} updated the channel display name from: ${before} to: ${name}`
  const props = { new_displayname: name, old_displayname: before, username: by.username }
  say(world, channel, by, 'system_displayname_change', text, props)
}

export function archive(world: World, by: PersonRecord, channel: ChannelRecord): void {
  if (!isAdmin(by)) throw forbidden()
  const text = `${by.username} archived the channel.`
  say(world, channel, by, 'system_channel_deleted', text, { username: by.username })
  channel.delete_at = world.clock.stamp()
  channel.update_at = channel.delete_at
  const data = { channel_id: channel.id, delete_at: channel.delete_at }
  world.publish({ event: 'channel_deleted', data, broadcast: { team_id: channel.team_id } })
}

function say(
  world: World,
  channel: ChannelRecord,
  by: PersonRecord,
  type: string,
  message: string,
  props: JsonObject,
): void {
  tellOfPost(world, addPost(world, channel, by, { channel: channel.id, message, type, props }))
}
