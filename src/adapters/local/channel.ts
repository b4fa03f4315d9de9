// What is shared by all that works on the channel: the calls of the API and the bot's side of it.
import type { Person } from '../../ports/chat.ts'
import type { Clock } from '../../ports/clock.ts'
import type { LocalPosts } from '../../ports/local-posts.ts'
import type { Locks } from '../locks/locks.ts'
import type { Broadcast } from './broadcast.ts'
import type { Delivery } from './delivery.ts'
import type { PostIds } from './post-ids.ts'
import type { PrivateReplies } from './private-replies.ts'

export type Channel = {
  readonly posts: LocalPosts
  readonly clock: Clock
  readonly people: readonly Person[]
  readonly ids: PostIds
  readonly broadcast: Broadcast
  readonly delivery: Delivery
  /** One at a time for each post (by its id). */
  readonly locks: Locks
  readonly privateReplies: PrivateReplies
  /** Bytes of all files of one post together. */
  readonly uploadLimit: number
}
