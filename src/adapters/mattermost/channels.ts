// Which channels the bot listens in: those of the settings, or all it is in; direct messages always.

import { z } from 'zod'
import { type Api, read } from './api.ts'
import { Refusal } from './refusal.ts'
import { channelSchema, idSchema, type MattermostChannel } from './shapes.ts'
import type { StateKeeper } from './state.ts'

export type Channels = {
  /** Reads again what the bot is in; the first time it joins configured public channels, later somebody took it out. */
  refresh(): Promise<void>
  /** Those to listen in, direct ones too, as the last refresh found them. */
  all(): readonly MattermostChannel[]
  /** `direct` for a conversation with one person; null for a channel that is none of ours. */
  kindOf(channel: string): Promise<'direct' | 'channel' | null>
}

export type ChannelsOptions = {
  readonly api: Api
  readonly state: StateKeeper
  readonly me: () => Promise<string>
  /** `team/channel`; empty for all that the bot is in. */
  readonly names: readonly string[]
}

export type Named = { readonly name: string; readonly channel: MattermostChannel }

export function createChannels({ api, state, me, names }: ChannelsOptions): Channels {
  /** By id; a channel that is renamed stays ours. */
  const configured = new Map<string, string>()
  const known = new Map<string, MattermostChannel>()
  let mine: readonly MattermostChannel[] = []
  let mayJoin = true

  const isHeard = ({ id, type }: MattermostChannel): boolean => type === 'D' || names.length === 0 || configured.has(id)

  async function refresh(): Promise<void> {
    const found = await readMine(api)
    mine = found.map(({ channel }) => channel)
    for (const channel of mine) known.set(channel.id, channel)
    const missing: string[] = []
    for (const name of names) {
      const same = found.find((one) => one.name === name && one.channel.type !== 'D')
      if (same) configured.set(same.channel.id, name)
      else if (!isKept(name) && !(mayJoin && (await join(name)))) missing.push(name)
    }
    mayJoin = false
    state.miss(missing)
  }

  /** Under another name by now. */
  const isKept = (name: string): boolean => mine.some(({ id }) => configured.get(id) === name)

  async function join(name: string): Promise<boolean> {
    const [team = '', channel = ''] = name.split('/')
    try {
      const found = read(channelSchema, await api.client.getChannelByNameAndTeamName(team, channel))
      if (found.type !== 'O' || found.delete_at > 0) return false
      await api.client.addToChannel(await me(), found.id)
      configured.set(found.id, name)
      mine = [...mine, found]
      return true
    } catch (error) {
      if (error instanceof Refusal && error.status < 429 && error.status !== 401) return false
      throw error
    }
  }

  return {
    refresh,
    all: () => mine.filter(isHeard),
    async kindOf(id) {
      const channel = known.get(id) ?? (await readChannel(api, id))
      if (channel === null) return null
      known.set(id, channel)
      if (!isHeard(channel)) return null
      return channel.type === 'D' ? 'direct' : 'channel'
    },
  }
}

/** Direct ones come with every team. */
export async function readMine(api: Api): Promise<readonly Named[]> {
  const teams = read(z.array(idSchema.extend({ name: z.string() })), await api.client.getMyTeams())
  const found = new Map<string, Named>()
  for (const team of teams)
    for (const channel of read(z.array(channelSchema), await api.client.getMyChannels(team.id)))
      if (channel.delete_at === 0) found.set(channel.id, { name: `${team.name}/${channel.name}`, channel })
  return [...found.values()]
}

async function readChannel(api: Api, id: string): Promise<MattermostChannel | null> {
  try {
    return read(channelSchema, await api.client.getChannel(id))
  } catch (error) {
    if (error instanceof Refusal && error.status < 429 && error.status !== 401) return null
    throw error
  }
}
