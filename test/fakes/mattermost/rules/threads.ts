// A thread as the API gives it: the root first, then its replies, oldest first unless `direction=up`.
import type { Json, JsonObject } from '../json.ts'
import type { PostRecord } from '../records.ts'
import type { World } from '../world.ts'
import { showPost } from './show-post.ts'

export type ThreadAsked = {
  /** 0: the whole thread at once. */
  readonly perPage: number
  readonly up: boolean
  /** Where the page before ended. */
  readonly fromPost: string
}

export function readThread(world: World, post: PostRecord, { perPage, up, fromPost }: ThreadAsked): JsonObject {
  const root = world.state.posts.get(post.root_id || post.id)!
  const replies = [...world.state.posts.values()]
    .filter(({ root_id, delete_at }) => root_id === root.id && delete_at === 0)
    .sort((a, b) => (a.create_at - b.create_at) * (up ? -1 : 1))
  const left = replies.slice(replies.findIndex(({ id }) => id === fromPost) + 1)
  const page = perPage > 0 ? left.slice(0, perPage) : left
  const shown: [string, Json][] = [root, ...page].map((one) => [one.id, showPost(world, one)])
  return {
    order: shown.map(([id]) => id),
    posts: Object.fromEntries(shown),
    next_post_id: '',
    prev_post_id: '',
    has_next: page.length < left.length,
    first_inaccessible_post_time: 0,
  }
}
