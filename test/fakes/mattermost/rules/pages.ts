// Reading a channel: by page, after or before a post, or since a moment; each has its own rules.
import type { Json, JsonObject } from '../json.ts'
import type { ChannelRecord, PostRecord } from '../records.ts'
import type { World } from '../world.ts'
import { showPost } from './show-post.ts'

const mostPerPage = 200
/** Of `since=`, which knows no pages. */
const mostSince = 1000

export type Asked = {
  readonly page: number
  readonly perPage: number
  readonly after: string
  readonly before: string
  readonly since: number
}

export function readChannel(world: World, channel: ChannelRecord, asked: Asked): JsonObject {
  if (asked.since > 0) return readSince(world, channel, asked.since)
  const all = standingPosts(world, channel)
  const perPage = Math.min(asked.perPage, mostPerPage)
  const cursor = world.state.posts.get(asked.after || asked.before)
  const from = asked.page * perPage
  const around = asked.after !== '' || asked.before !== ''
  const chosen = around
    ? aroundCursor(all, cursor, asked).slice(from, from + perPage)
    : newestFirst(all).slice(from, from + perPage)
  const order = newestFirst(chosen)
  return {
    ...list(world, order, [...order, ...threadsOf(all, order, around)], around),
    ...ends(all, order, asked),
    first_inaccessible_post_time: 0,
  }
}

/** Edited, deleted and new ones together with the versions before; any 1,000 of them, whatever per_page says. */
function readSince(world: World, channel: ChannelRecord, since: number): JsonObject {
  const changed = postsOf(world, channel).filter(({ update_at }) => update_at > since)
  const some = changed.toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(0, mostSince)
  const order = newestFirst(some)
  const roots = order.flatMap(({ root_id }) => world.state.posts.get(root_id) ?? [])
  return {
    ...list(world, order, [...order, ...roots], false),
    next_post_id: '',
    prev_post_id: '',
    first_inaccessible_post_time: 0,
  }
}

/** From the cursor outwards; nothing when there never was such a post. */
function aroundCursor(
  all: readonly PostRecord[],
  cursor: PostRecord | undefined,
  { after }: Asked,
): readonly PostRecord[] {
  if (!cursor) return []
  if (after !== '') return all.filter(({ create_at }) => create_at > cursor.create_at)
  return newestFirst(all.filter(({ create_at }) => create_at < cursor.create_at))
}

/** Posts that come along without being in the order: whole threads of the replies, and of the roots around a cursor. */
function threadsOf(
  all: readonly PostRecord[],
  order: readonly PostRecord[],
  withRoots: boolean,
): readonly PostRecord[] {
  const roots = new Set(order.flatMap(({ id, root_id }) => (root_id !== '' ? [root_id] : withRoots ? [id] : [])))
  return all.filter(({ id, root_id }) => roots.has(id) || roots.has(root_id))
}

function ends(all: readonly PostRecord[], order: readonly PostRecord[], asked: Asked): JsonObject {
  const [newest, oldest] = [order[0], order.at(-1)]
  const next = all.find((post) => newest !== undefined && post.create_at > newest.create_at)?.id ?? ''
  const previous = all.findLast((post) => oldest !== undefined && post.create_at < oldest.create_at)?.id ?? ''
  const first = asked.page === 0
  return {
    next_post_id: first && asked.before !== '' ? asked.before : next,
    prev_post_id: first && asked.after !== '' ? asked.after : previous,
  }
}

function list(world: World, order: readonly PostRecord[], posts: readonly PostRecord[], counts: boolean): JsonObject {
  const shown: [string, Json][] = posts.map((post) => [post.id, showPost(world, post, { counts })])
  return { order: order.map(({ id }) => id), posts: Object.fromEntries(shown) }
}

const postsOf = ({ state }: World, channel: ChannelRecord): readonly PostRecord[] =>
  [...state.posts.values()].filter(({ channel_id }) => channel_id === channel.id)

/** Oldest first. */
const standingPosts = (world: World, channel: ChannelRecord): readonly PostRecord[] =>
  newestFirst(postsOf(world, channel).filter(({ delete_at }) => delete_at === 0)).toReversed()

const newestFirst = (posts: readonly PostRecord[]): readonly PostRecord[] =>
  posts.toSorted((a, b) => b.create_at - a.create_at || (a.id < b.id ? -1 : 1))
