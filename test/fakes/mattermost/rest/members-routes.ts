// Who is in a channel.
import { ApiError } from '../errors.ts'
import { channelBy, personBy } from '../rules/finding.ts'
import { join, removeFromChannel } from '../rules/joining.ts'
import { readableChannel } from '../rules/rights.ts'
import { showChannelMember } from '../rules/show-channel.ts'
import { type Call, done, type Reply, type Route } from './call.ts'
import { text, z } from './fields.ts'

export const memberRoutes: readonly Route[] = [
  { method: 'POST', path: '/channels/:channel_id/members', answer: add },
  {
    method: 'GET',
    path: '/channels/:channel_id/members',
    answer({ world, person, params, query }) {
      const channel = readableChannel(world, params.channel_id!, person)
      const perPage = Number(query.get('per_page') ?? 60)
      const from = Number(query.get('page') ?? 0) * perPage
      const members = [...channel.members].sort().slice(from, from + perPage)
      return { body: members.map((id) => showChannelMember(channel, id, channel.create_at)) }
    },
  },
  {
    method: 'GET',
    path: '/channels/:channel_id/members/:user_id',
    answer({ world, person, params }) {
      const channel = readableChannel(world, params.channel_id!, person)
      const id = params.user_id === 'me' ? person.id : params.user_id!
      const text = 'Channel member not found.'
      if (!channel.members.has(id)) throw new ApiError(404, 'app.channel.get_member.missing.app_error', text)
      return { body: showChannelMember(channel, id, channel.create_at) }
    },
  },
  {
    method: 'DELETE',
    path: '/channels/:channel_id/members/:user_id',
    answer({ world, person, params }) {
      removeFromChannel(world, person, channelBy(world, params.channel_id!), personBy(world, params.user_id!))
      return done
    },
  },
]

async function add({ world, person, params, body }: Call): Promise<Reply> {
  const { user_id: id } = await body(z.object({ user_id: text }), 'user_id')
  const channel = channelBy(world, params.channel_id!)
  join(world, person, channel, personBy(world, id))
  return { status: 201, body: showChannelMember(channel, id, world.clock.stamp()) }
}
