// What was posted, edited and deleted while nobody told us: page by page after the last post we saw, with an overlap,
// as posts of several servers are not numbered.
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import { type Api, read } from './api.ts'
import { page, perPage, postBefore, postsAfter } from './channel-pages.ts'
import type { Channels } from './channels.ts'
import type { Tell } from './feed.ts'
import { isJoining, saidWithout } from './membership.ts'
import { readPost } from './own-posts.ts'
import { isRefusal } from './refusal.ts'
import { type MattermostChannel, type MattermostPost, postListSchema } from './shapes.ts'
import type { Seen } from './telling.ts'

export type CatchUpOptions = {
  readonly api: Api
  readonly clock: Clock
  readonly channels: Channels
  readonly seen: Seen
  readonly log: Log
  readonly me: () => Promise<string>
  /** Threads in which something is still expected. */
  readonly threads: () => Promise<readonly { readonly channel: string; readonly thread: string }[]>
}

export type CatchUp = {
  /** Everything: channels, direct messages, edits since, open threads. Throws what `tell` and the server throw. */
  all(tell: Tell): Promise<void>
  /** Ids of channels in which the server has newer posts than we were told of. */
  behindIn(): Promise<readonly string[]>
}

/** Of the edits since a moment; beyond that some are missing. */
const mostSince = 1_000
const overlap = 60_000
/** Conversations in which nothing was said for longer are not looked into again. */
const quietAfter = Temporal.Duration.from({ hours: 24 * 30 })

export function createCatchUp({ api, clock, log, channels, seen, me, threads }: CatchUpOptions): CatchUp {
  const isWorthALook = ({ id, last_post_at }: MattermostChannel): boolean =>
    last_post_at > seen.at(id) && last_post_at > clock.now().subtract(quietAfter).epochMilliseconds

  async function channel(id: string, isDirect: boolean, tell: Tell): Promise<void> {
    const last = await seen.last(id)
    if (last === null) {
      await firstLook(id, isDirect, tell)
      return
    }
    const after = await postsAfter(api, id, last)
    const known = await readPost(api, last)
    const moment = known?.create_at ?? (await postBefore(api, id, last))?.create_at
    if (moment === undefined && after.length === 0) {
      // It never was in this channel: the database there is another one than when it was seen.
      await tellAll(await page(api, id, { page: 0 }), tell)
      return
    }
    const since = moment === undefined ? [] : await page(api, id, { since: moment - overlap })
    if (since.length >= mostSince) log.warn({ channel: id }, 'mattermost: too many edits to see all of them')
    const posts = [...since, ...after].sort(byAge)
    const without = saidWithout(
      posts.filter(({ create_at }) => create_at >= (moment ?? 0) - overlap),
      await me(),
    )
    await tellAll(
      posts.filter(({ id: one }) => !without.has(one)),
      tell,
      moment,
    )
  }

  /** In a channel, what was posted since the bot was added; what came before was for people. */
  async function firstLook(id: string, isDirect: boolean, tell: Tell): Promise<void> {
    const newest = await page(api, id, { page: 0 })
    const mine = await me()
    const joined = newest.findLast((post) => !isDirect && isJoining(post, mine))
    const start = joined ?? (newest.length === perPage && !isDirect ? newest.at(-1) : undefined)
    await tellAll(
      newest.filter(({ create_at }) => create_at >= (start?.create_at ?? 0)),
      tell,
    )
  }

  return {
    async all(tell) {
      await channels.refresh()
      for (const one of channels.all()) {
        const isDirect = one.type === 'D'
        if (!isDirect || isWorthALook(one)) await skipWhereGone(channel(one.id, isDirect, tell))
      }
      for (const { channel: place, thread } of await threads())
        await skipWhereGone(openThread(api, place, thread, tell))
    },
    async behindIn() {
      await channels.refresh()
      return channels.all().flatMap((one) => (isWorthALook(one) ? [one.id] : []))
    },
  }
}

/** Somebody took the bot out of it meanwhile: there is nothing to see for us. */
async function skipWhereGone(look: Promise<void>): Promise<void> {
  await look.catch((error: unknown) => {
    if (!isRefusal(error, [403, 404])) throw error
  })
}

const byAge = (one: MattermostPost, other: MattermostPost): number => one.create_at - other.create_at

/** Oldest first, each once, in the state it has now; without a moment, none counts as edited. */
async function tellAll(posts: readonly MattermostPost[], tell: Tell, moment = 0): Promise<void> {
  const each = new Map(posts.filter(({ original_id }) => original_id === '').map((post) => [post.id, post]))
  for (const post of [...each.values()].sort(byAge)) {
    if (post.delete_at > 0) await tell({ what: 'deleted', post })
    else await tell({ what: post.create_at >= moment - overlap ? 'posted' : 'edited', post })
  }
}

async function openThread(api: Api, channel: string, thread: string, tell: Tell): Promise<void> {
  try {
    const { posts } = read(postListSchema, await api.client.getPostThread(thread))
    for (const post of Object.values(posts).sort(byAge)) await tell({ what: 'edited', post })
  } catch (error) {
    if (!isRefusal(error, [404])) throw error
    const nothing = { create_at: 0, edit_at: 0, delete_at: 1, user_id: '', root_id: '', original_id: '', message: '' }
    await tell({ what: 'deleted', post: { ...nothing, type: '', id: thread, channel_id: channel } })
  }
}
