// Followers of a thread hear of it once more when somebody answers, as collapsed threads are always on.
import type { JsonObject } from '../json.ts'
import type { PostRecord } from '../records.ts'
import type { World } from '../world.ts'
import { showPerson } from './show-person.ts'
import { showPost } from './show-post.ts'

export function tellOfThread(world: World, post: PostRecord): void {
  const { state } = world
  const root = state.posts.get(post.root_id)
  const channel = state.channels.get(post.channel_id)
  if (!root || channel?.team_id === '') return
  const replies = [...state.posts.values()].filter(({ root_id, delete_at }) => root_id === root.id && delete_at === 0)
  const answering = new Set(replies.map(({ user_id }) => user_id))
  for (const follower of new Set([root.user_id, ...answering])) {
    const unread = unreadBy(follower, replies)
    const data = {
      previous_unread_mentions: 0,
      previous_unread_replies: Math.max(unread - 1, 0),
      thread: JSON.stringify(showThread(world, root, replies, unread)),
    }
    world.publish({ event: 'thread_updated', data, broadcast: { user_id: follower, team_id: channel!.team_id } })
  }
}

/** Answers of others since their own last one. */
function unreadBy(person: string, replies: readonly PostRecord[]): number {
  return replies.length - 1 - replies.findLastIndex(({ user_id }) => user_id === person)
}

function showThread(world: World, root: PostRecord, replies: readonly PostRecord[], unread: number): JsonObject {
  const answering = new Set(replies.map(({ user_id }) => user_id))
  return {
    id: root.id,
    reply_count: replies.length,
    last_reply_at: replies.at(-1)?.create_at ?? 0,
    last_viewed_at: 0,
    participants: [...answering].map((id) => showPerson(world.state.people.get(id)!)),
    post: showPost(world, root, { counts: false, metadata: false }),
    unread_replies: unread,
    unread_mentions: 0,
    is_urgent: false,
    delete_at: 0,
  }
}
