// Direct channels are made on the first asking and found again after; their name is made of the two ids.
import { ApiError, forbidden } from '../errors.ts'
import type { ChannelRecord, PersonRecord } from '../records.ts'
import type { World } from '../world.ts'
import { isAdmin } from './rights.ts'

/** Throws ApiError 400 for somebody unknown, 403 for a channel between two others. */
export function directChannel(world: World, by: PersonRecord, ids: readonly string[]): ChannelRecord {
  const { state } = world
  if (!ids.includes(by.id) && !isAdmin(by)) throw forbidden()
  const text = 'Invalid user ID for direct channel creation.'
  if (ids.some((id) => !state.people.has(id)))
    throw new ApiError(400, 'api.channel.create_direct_channel.invalid_user.app_error', text)
  const name = ids.toSorted().join('__')
  const known = [...state.channels.values()].find((channel) => channel.type === 'D' && channel.name === name)
  return known ?? makeDirect(world, name, ids)
}

export function groupChannel(world: World, by: PersonRecord, ids: readonly string[]): ChannelRecord {
  const members = [...new Set([by.id, ...ids])].sort()
  if (members.length < 3 || members.length > 8) {
    const text = 'Group message channels must contain at least 3 and no more than 8 users.'
    throw new ApiError(400, 'api.channel.create_group.bad_size.app_error', text)
  }
  const name = members.join('')
  const known = [...world.state.channels.values()].find((channel) => channel.type === 'G' && channel.name === name)
  if (known) return known
  const channel = addDirect(world, 'G', name, members, by.id)
  world.publish({ event: 'group_added', data: {}, broadcast: { channel_id: channel.id } })
  return channel
}

function makeDirect(world: World, name: string, ids: readonly string[]): ChannelRecord {
  const channel = addDirect(world, 'D', name, ids, ids[0]!)
  const data = { creator_id: ids[0]!, teammate_id: ids[1]! }
  world.publish({ event: 'direct_added', data, broadcast: { channel_id: channel.id } })
  return channel
}

function addDirect(
  world: World,
  type: 'D' | 'G',
  name: string,
  ids: readonly string[],
  creator: string,
): ChannelRecord {
  const at = world.clock.stamp()
  const channel: ChannelRecord = {
    id: world.newId(),
    create_at: at,
    update_at: at,
    delete_at: 0,
    team_id: '',
    type,
    display_name: '',
    name,
    last_post_at: 0,
    total_msg_count: 0,
    total_msg_count_root: 0,
    creator_id: creator,
    members: new Set(ids),
  }
  world.state.channels.set(channel.id, channel)
  return channel
}
