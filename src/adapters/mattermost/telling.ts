// From an event of the server to the application: ours or not, then the post as it stands, then how far we have seen.
import type { ChatEvents } from '../../ports/chat.ts'
import type { Postings } from '../../ports/store.ts'
import { type Api, read } from './api.ts'
import type { Channels } from './channels.ts'
import type { Tell, Told } from './feed.ts'
import { isOfPerson, toPosting } from './postings.ts'
import { type MattermostPost, postSchema } from './shapes.ts'

export type TellingOptions = {
  readonly api: Api
  readonly channels: Channels
  readonly me: () => Promise<string>
  readonly events: ChatEvents
  readonly seen: Seen
}

/** Hands one event over; settles once the application has it. Throws what the application and the server throw. */
export function createTelling({ api, channels, me, events, seen }: TellingOptions): Tell {
  return async ({ what, post }) => {
    const kind = await channels.kindOf(post.channel_id)
    if (kind === null) return
    if (isOfPerson(post, await me())) {
      const { channel_id: channel, id } = post
      if (what === 'deleted') await events.deleted({ chat: 'mattermost', channel, post: id })
      else await events.posted(await toPosting(api, post, kind === 'direct'))
    }
    if (what === 'posted') await seen.reach(post)
  }
}

/** How far each channel was told. */
export type Seen = {
  /** Id of the last post that was told, or null. */
  last(channel: string): Promise<string | null>
  /** Milliseconds since 1970 of the newest post told by this process; 0 for none. */
  at(channel: string): number
  /** Never goes back: old posts are told again now and then. */
  reach(post: Pick<MattermostPost, 'id' | 'channel_id' | 'create_at'>): Promise<void>
}

export function createSeen(postings: Pick<Postings, 'watermark' | 'setWatermark'>): Seen {
  const newest = new Map<string, number>()
  return {
    last: (channel) => postings.watermark('mattermost', channel),
    at: (channel) => newest.get(channel) ?? 0,
    async reach({ id, channel_id, create_at }) {
      if (create_at <= (newest.get(channel_id) ?? 0)) return
      await postings.setWatermark('mattermost', channel_id, id)
      newest.set(channel_id, create_at)
    },
  }
}

const whats: Readonly<Record<string, Told['what']>> = {
  posted: 'posted',
  post_edited: 'edited',
  post_deleted: 'deleted',
}

/** The post of an event, which is JSON within JSON; null for the other kinds of event. */
export function toldBy(event: { readonly event?: string; readonly data?: { readonly post?: unknown } }): Told | null {
  const what = whats[event.event ?? '']
  if (what === undefined || typeof event.data?.post !== 'string') return null
  return { what, post: read(postSchema, JSON.parse(event.data.post)) }
}
