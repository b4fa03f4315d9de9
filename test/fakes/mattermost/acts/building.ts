// Making a town: teams, channels, people, bots and tokens, with the ids of a recording where a test wants them.
import type { ChannelRecord, PersonRecord, TeamRecord } from '../records.ts'
import type { World } from '../world.ts'

export type NewPerson = {
  readonly username: string
  readonly id?: string
  readonly firstName?: string
  readonly lastName?: string
  readonly locale?: string
  readonly timezone?: string
  readonly admin?: boolean
  /** Ids of teams and channels that they are in, without a message saying so. */
  readonly teams?: readonly string[]
  readonly channels?: readonly string[]
}

export type NewBot = {
  readonly username: string
  readonly id?: string
  readonly displayName?: string
  readonly description?: string
  readonly owner?: string
  readonly teams?: readonly string[]
  readonly channels?: readonly string[]
}

export type NewChannel = {
  readonly team: string
  readonly name: string
  readonly id?: string
  readonly displayName?: string
  readonly type?: 'O' | 'P'
  /** Its maker, who is its first member. */
  readonly by?: string
}

export function addTeam(
  world: World,
  { name, displayName = name, id = world.newId() }: { name: string; displayName?: string; id?: string },
): TeamRecord {
  const at = world.clock.stamp()
  const team = {
    id,
    create_at: at,
    name,
    display_name: displayName,
    invite_id: world.newId(),
    members: new Map<string, boolean>(),
  }
  world.state.teams.set(team.id, team)
  return team
}

export function addChannel(world: World, asked: NewChannel): ChannelRecord {
  const { team, name, displayName = name, type = 'O', by = '', id = world.newId() } = asked
  const at = world.clock.stamp()
  const channel: ChannelRecord = {
    id,
    create_at: at,
    update_at: at,
    delete_at: 0,
    team_id: team,
    type,
    display_name: displayName,
    name,
    last_post_at: 0,
    total_msg_count: 0,
    total_msg_count_root: 0,
    creator_id: by,
    members: new Set(by === '' ? [] : [by]),
  }
  world.state.channels.set(channel.id, channel)
  return channel
}

export function addPerson(world: World, asked: NewPerson): PersonRecord {
  const { username, firstName = username, lastName = '', admin = false } = asked
  const person = blank(world, username, asked.id)
  Object.assign(person, { first_name: firstName, last_name: lastName, email: `${username}@example.test` })
  person.locale = asked.locale ?? 'en'
  if (asked.timezone !== undefined) person.timezone.automaticTimezone = asked.timezone
  if (admin) person.roles = 'system_admin system_user'
  return settle(world, person, asked)
}

export function addBot(world: World, asked: NewBot): PersonRecord {
  const { username, displayName = username, description = '', owner = '' } = asked
  const bot = { ...blank(world, username, asked.id), bot: { description, owner } }
  bot.email = `${username}@localhost`
  bot.first_name = displayName
  return settle(world, bot, asked)
}

/** A bearer token for somebody. */
export function addToken(
  world: World,
  person: string,
  description = '',
  token = world.newId(),
): { id: string; token: string } {
  const id = world.newId()
  world.state.tokens.set(token, { id, person, description, active: true })
  return { id, token }
}

function settle(world: World, person: PersonRecord, { teams = [], channels = [] }: NewPerson | NewBot): PersonRecord {
  world.state.people.set(person.id, person)
  for (const team of teams) world.state.teams.get(team)!.members.set(person.id, false)
  for (const channel of channels) world.state.channels.get(channel)!.members.add(person.id)
  return person
}

function blank(world: World, username: string, id = world.newId()): PersonRecord {
  const at = world.clock.stamp()
  return {
    id,
    create_at: at,
    update_at: at,
    delete_at: 0,
    username,
    email: '',
    first_name: '',
    last_name: '',
    locale: 'en',
    timezone: { automaticTimezone: '', manualTimezone: '', useAutomaticTimezone: 'true' },
    roles: 'system_user',
    bot: null,
  }
}
