// Who closes requests: people named in the settings, and the members of a group, or of a channel where the server has
// no groups (Team Edition). Roles of a team are not asked: whoever administers one need not know enrolments.
import { z } from 'zod'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import { OutsideError } from '../../ports/outside-error.ts'
import { type Api, read } from './api.ts'
import { idSchema } from './shapes.ts'

export type StaffOptions = {
  readonly api: Api
  readonly clock: Clock
  readonly log: Log
  /** Usernames or ids. */
  readonly names: readonly string[]
  /** Name or id of a group, or `team/channel`; null for none. */
  readonly group: string | null
}

export type Staff = {
  includes(person: { readonly id: string; readonly username: string }): Promise<boolean>
  /** What calls the team in a post; '' when there is nothing to call. */
  readonly callout: string
}

const refreshEvery = Temporal.Duration.from({ minutes: 10 })
const perPage = 200

export function createStaff({ api, clock, log, names, group }: StaffOptions): Staff {
  const known = new Set(names.map(bare))
  let members: ReadonlySet<string> = new Set()
  let last: { readonly at: Temporal.Instant; readonly done: Promise<void> } | null = null

  /** Whoever asks meanwhile waits for the same reading. */
  async function refresh(named: string): Promise<void> {
    const now = clock.now()
    if (!last || Temporal.Instant.compare(last.at.add(refreshEvery), now) <= 0)
      last = { at: now, done: readMembers(named) }
    await last.done
  }

  async function readMembers(named: string): Promise<void> {
    try {
      members = new Set(await (named.includes('/') ? channelMembers(api, named) : groupMembers(api, named)))
    } catch (error) {
      last = null
      log.warn({ error }, 'mattermost: the members of the support team could not be read')
    }
  }

  return {
    async includes({ id, username }) {
      // Anybody may take the id of somebody else for a username.
      if (known.has(id) || (!isId(username) && known.has(username))) return true
      if (group === null) return false
      await refresh(group)
      return members.has(id)
    },
    callout: calloutOf(names, group),
  }
}

async function channelMembers(api: Api, named: string): Promise<readonly string[]> {
  const [team = '', channel = ''] = named.split('/')
  const { id } = read(idSchema, await api.client.getChannelByNameAndTeamName(team, channel))
  const schema = z.array(z.object({ user_id: z.string() }))
  return await pages(async (page) =>
    read(schema, await api.client.getChannelMembers(id, page, perPage)).map(({ user_id }) => user_id),
  )
}

async function groupMembers(api: Api, named: string): Promise<readonly string[]> {
  const id = isId(bare(named)) ? bare(named) : await groupNamed(api, bare(named))
  const schema = z.object({ members: z.array(idSchema).nullish() })
  return await pages(async (page) => {
    const answer = await api.get(`/groups/${id}/members?page=${page}&per_page=${perPage}`)
    return (read(schema, answer).members ?? []).map((member) => member.id)
  })
}

async function groupNamed(api: Api, named: string): Promise<string> {
  const schema = z.array(z.object({ id: z.string(), name: z.string().nullish() }))
  const groups = read(schema, await api.get(`/groups?q=${encodeURIComponent(named)}&per_page=${perPage}`))
  const found = groups.find(({ name }) => name === named)
  if (!found) throw new OutsideError('group-unknown', `There is no group ${named}`)
  return found.id
}

async function pages(readPage: (page: number) => Promise<readonly string[]>): Promise<readonly string[]> {
  const all: string[] = []
  for (let page = 0; ; page++) {
    const more = await readPage(page)
    all.push(...more)
    if (more.length < perPage) return all
  }
}

/** A group is called as a whole, otherwise everybody who is named; ids call nobody. */
function calloutOf(names: readonly string[], group: string | null): string {
  const isCalled = group !== null && !group.includes('/') && !isId(bare(group))
  const called = isCalled ? [group] : names.filter((name) => !isId(bare(name)))
  return called
    .map(bare)
    .filter((name) => /^[a-z0-9._-]+$/.test(name))
    .map((name) => `@${name}`)
    .join(' ')
}

const isId = (name: string): boolean => /^[a-z0-9]{26}$/.test(name)

const bare = (name: string): string => name.trim().replace(/^@/, '').toLowerCase()
