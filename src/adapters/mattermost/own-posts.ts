// The bot's own posts, found again by the key that each carries: in memory, and on the server after a crash.
import type { Clock } from '../../ports/clock.ts'
import { OutsideError } from '../../ports/outside-error.ts'
import { type Api, read } from './api.ts'
import { isRefusal } from './refusal.ts'
import { type MattermostPost, postListSchema, postSchema } from './shapes.ts'

export type OwnPost = {
  readonly id: string
  readonly channel: string
  readonly key: string
  /** Whose direct messages it is in, or null. */
  readonly person: string | null
}

export type Where = { readonly channel: string; readonly thread: string | null; readonly person: string | null }

export type OwnPosts = {
  /** The post with that key in that place. Throws OutsideError `post-gone` when the thread is. */
  find(where: Where, key: string): Promise<OwnPost | null>
  /** Throws OutsideError `post-gone` for a post that is not there, or not the bot's. */
  get(id: string): Promise<OwnPost>
  keep(post: OwnPost): void
  forget(id: string): void
}

/** What is kept in the props beside the attachments; anybody may write these, so the author counts as well. */
export const keyProp = 'enrol_check_key'
export const personProp = 'enrol_check_person'

const mostKept = 5_000
const perPage = 200
const mostPages = 5
/** A crash is over by then: an intent that is older was settled or given up. */
const lookBack = Temporal.Duration.from({ hours: 24 * 7 })

export function createOwnPosts({ api, clock, me }: { api: Api; clock: Clock; me: () => Promise<string> }): OwnPosts {
  const kept = new Map<string, OwnPost>()
  const byKey = new Map<string, string>()

  async function ownIn(posts: readonly MattermostPost[], key: string): Promise<OwnPost | null> {
    const mine = await me()
    const post = posts.find((one) => one.user_id === mine && one.delete_at === 0 && one.props?.[keyProp] === key)
    return post ? toOwn(post) : null
  }

  async function inChannel(channel: string, key: string): Promise<OwnPost | null> {
    const since = clock.now().subtract(lookBack).epochMilliseconds
    for (let page = 0; page < mostPages; page++) {
      const posts = listed(await api.client.getPosts(channel, page, perPage, false))
      const found = await ownIn(posts, key)
      if (found) return found
      if (posts.length < perPage || posts.some(({ create_at }) => create_at < since)) return null
    }
    return null
  }

  const posts: OwnPosts = {
    async find({ channel, thread }, key) {
      const known = kept.get(byKey.get(key) ?? '')
      if (known?.channel === channel) return known
      const found = thread === null ? await inChannel(channel, key) : await ownIn(await threadOf(api, thread), key)
      if (found) posts.keep(found)
      return found
    },
    async get(id) {
      const known = kept.get(id)
      if (known) return known
      const post = await readPost(api, id)
      const own = post && post.user_id === (await me()) ? toOwn(post) : null
      if (own === null) throw new OutsideError('post-gone', 'No such post of the bot')
      posts.keep(own)
      return own
    },
    keep(post) {
      if (kept.size >= mostKept) posts.forget(kept.keys().next().value ?? '')
      kept.set(post.id, post)
      byKey.set(post.key, post.id)
    },
    forget(id) {
      byKey.delete(kept.get(id)?.key ?? '')
      kept.delete(id)
    },
  }
  return posts
}

/** Null for a post without a key: not made by this adapter. */
function toOwn({ id, channel_id, props }: MattermostPost): OwnPost | null {
  const [key, person] = [props?.[keyProp], props?.[personProp]]
  if (typeof key !== 'string') return null
  return { id, channel: channel_id, key, person: typeof person === 'string' ? person : null }
}

/** Null when it is not there, or not for the bot. */
export async function readPost(api: Api, id: string): Promise<MattermostPost | null> {
  try {
    return read(postSchema, await api.client.getPost(encodeURIComponent(id)))
  } catch (error) {
    if (isRefusal(error, [400, 403, 404])) return null
    throw error
  }
}

async function threadOf(api: Api, thread: string): Promise<readonly MattermostPost[]> {
  try {
    return Object.values(read(postListSchema, await api.client.getPostThread(encodeURIComponent(thread))).posts)
  } catch (error) {
    if (isRefusal(error, [400, 404])) throw new OutsideError('post-gone', 'The thread is gone', { cause: error })
    if (isRefusal(error, [403])) throw new OutsideError('channel-unknown', 'Not a channel of the bot', { cause: error })
    throw error
  }
}

function listed(answer: unknown): readonly MattermostPost[] {
  const { order, posts } = read(postListSchema, answer)
  return order.flatMap((id) => posts[id] ?? [])
}
