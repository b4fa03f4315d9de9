// Where the bot answers: the channels of the settings, or all that it is a member of; and whoever writes to it alone.
import { z } from 'zod'
import { isFailure } from './failure.ts'
import type { Web } from './web.ts'

export type Channels = {
  /** Whether what is said there is for the bot, which is a member. */
  serves(channel: string): boolean
  /** Ids of the channels it serves; with `direct`, of people's conversations with it. */
  list(kind: 'channels' | 'direct'): Promise<readonly string[]>
  /** Whether that person may see what is said there, and the bot serves it. */
  isOpenTo(channel: string, person: string): Promise<boolean>
  /** Id of a person's conversation with the bot. Throws OutsideError `direct-refused`. */
  direct(person: string): Promise<string>
}

const types = { channels: 'public_channel,private_channel', direct: 'im' }

const cursor = z.object({ next_cursor: z.string().nullish() }).nullish()
const listShape = z.object({ channels: z.array(z.object({ id: z.string() })), response_metadata: cursor })
const membersShape = z.object({ members: z.array(z.string()), response_metadata: cursor })
const openShape = z.object({ channel: z.object({ id: z.string() }) })

export function servedChannels(web: Web, configured: readonly string[]): Channels {
  const opened = new Map<string, string>()

  async function direct(person: string): Promise<string> {
    const known = opened.get(person)
    if (known !== undefined) return known
    const { channel } = await web.call('conversations.open', { users: person }, openShape)
    opened.set(person, channel.id)
    return channel.id
  }

  return {
    serves: (channel) => isDirect(channel) || configured.length === 0 || configured.includes(channel),
    async list(kind) {
      if (kind === 'channels' && configured.length > 0) return configured
      const given = { types: types[kind], exclude_archived: true, limit: 200 }
      const pages = await allPages((next) => web.patiently('users.conversations', { ...given, ...next }, listShape))
      return pages.flatMap(({ channels }) => channels.map(({ id }) => id))
    },
    async isOpenTo(channel, person) {
      if (!this.serves(channel)) return false
      try {
        const given = { channel, limit: 1000 }
        const pages = await allPages((next) => web.call('conversations.members', { ...given, ...next }, membersShape))
        return pages.some(({ members }) => members.includes(person))
      } catch (error) {
        if (isFailure(error, 'channel-unknown', 'scope-missing')) return false
        throw error
      }
    },
    direct,
  }
}

/** Slack's ids begin with their kind. */
export const isDirect = (channel: string): boolean => channel.startsWith('D')

type Paged = { readonly response_metadata?: { readonly next_cursor?: string | null | undefined } | null | undefined }

/** Asks for page after page. */
export async function allPages<Page extends Paged>(
  ask: (next: { readonly cursor?: string }) => Promise<Page>,
): Promise<readonly Page[]> {
  const pages: Page[] = []
  for (let next: { cursor?: string } | null = {}; next; ) {
    const page: Page = await ask(next)
    pages.push(page)
    const more = page.response_metadata?.next_cursor
    next = more ? { cursor: more } : null
  }
  return pages
}
