// Channels: found, read, made, renamed, archived.
import { addChannel } from '../acts/building.ts'
import { ApiError, forbidden, teamMissing } from '../errors.ts'
import type { ChannelRecord, PersonRecord, TeamRecord } from '../records.ts'
import { directChannel, groupChannel } from '../rules/direct.ts'
import { channelBy } from '../rules/finding.ts'
import { archive, renameChannel } from '../rules/joining.ts'
import { readChannel } from '../rules/pages.ts'
import { belongs, isAdmin, mayRead, readableChannel } from '../rules/rights.ts'
import { showChannel } from '../rules/show-channel.ts'
import type { World } from '../world.ts'
import { type Call, done, type Reply, type Route } from './call.ts'
import { maybe, text, z } from './fields.ts'

const draft = z.object({ team_id: text, name: text, display_name: text, type: z.enum(['O', 'P']) })

export const channelRoutes: readonly Route[] = [
  { method: 'POST', path: '/channels', answer: make },
  {
    method: 'POST',
    path: '/channels/direct',
    async answer({ world, person, body }) {
      return {
        status: 201,
        body: showChannel(directChannel(world, person, await body(z.array(z.string()).length(2), 'user_ids'))),
      }
    },
  },
  {
    method: 'POST',
    path: '/channels/group',
    async answer({ world, person, body }) {
      return {
        status: 201,
        body: showChannel(groupChannel(world, person, await body(z.array(z.string()), 'user_ids'))),
      }
    },
  },
  {
    method: 'GET',
    path: '/channels/:channel_id',
    answer: ({ world, person, params }) => ({ body: showChannel(readableChannel(world, params.channel_id!, person)) }),
  },
  { method: 'GET', path: '/channels/:channel_id/posts', answer: read },
  {
    method: 'PUT',
    path: '/channels/:channel_id/patch',
    async answer({ world, person, params, body }) {
      const { display_name: name } = await body(z.object({ display_name: maybe(z.string()) }), 'channel')
      const channel = channelBy(world, params.channel_id!)
      if (name !== undefined) renameChannel(world, person, channel, name)
      return { body: showChannel(channel) }
    },
  },
  {
    method: 'DELETE',
    path: '/channels/:channel_id',
    answer({ world, person, params }) {
      archive(world, person, channelBy(world, params.channel_id!))
      return done
    },
  },
  {
    method: 'GET',
    path: '/teams/name/:teamName/channels/name/:channelName',
    answer({ world, person, params }) {
      const team = [...world.state.teams.values()].find(({ name }) => name === params.teamName)
      return { body: showChannel(byName(world, person, team, params.channelName!)) }
    },
  },
  {
    method: 'GET',
    path: '/teams/:team_id/channels/name/:channelName',
    answer({ world, person, params }) {
      return { body: showChannel(byName(world, person, world.state.teams.get(params.team_id!), params.channelName!)) }
    },
  },
  { method: 'GET', path: '/users/:user_id/teams/:team_id/channels', answer: mine },
]

/** Deleted posts are for administrators. */
function read({ world, person, params, query }: Call): Reply {
  const channel = readableChannel(world, params.channel_id!, person)
  if (query.get('include_deleted') === 'true' && !isAdmin(person)) throw forbidden()
  const asked = {
    page: Number(query.get('page') ?? 0),
    perPage: Number(query.get('per_page') ?? 60),
    after: query.get('after') ?? '',
    before: query.get('before') ?? '',
    since: Number(query.get('since') ?? 0),
  }
  return { body: readChannel(world, channel, asked) }
}

/** Members of a team may make channels in it. */
async function make({ world, person, body }: Call): Promise<Reply> {
  const { team_id, name, display_name, type } = await body(draft, 'channel')
  const team = world.state.teams.get(team_id)
  if (!team || !belongs(team, person)) throw forbidden()
  const channel = addChannel(world, { team: team.id, name, displayName: display_name, type, by: person.id })
  return { status: 201, body: showChannel(channel) }
}

/** 403 outside the team, whether the channel exists or not. */
function byName(world: World, person: PersonRecord, team: TeamRecord | undefined, name: string): ChannelRecord {
  if (!team) throw teamMissing()
  if (!belongs(team, person)) throw forbidden()
  const channel = [...world.state.channels.values()].find((one) => one.team_id === team.id && one.name === name)
  if (channel && mayRead(world, channel, person)) return channel
  throw new ApiError(404, 'app.channel.get_by_name.missing.app_error', 'Channel does not exist.')
}

/** By display name; direct ones are in every team. */
function mine({ world, person, params }: Call): Reply {
  const own = [...world.state.channels.values()].filter(({ members }) => members.has(person.id))
  const here = own.filter(({ team_id, delete_at }) => (team_id === '' || team_id === params.team_id) && delete_at === 0)
  const sorted = here.sort((a, b) => (a.display_name < b.display_name ? -1 : 1))
  return { body: sorted.map(showChannel) }
}
