// The bot's own posts, found again by the key in their metadata: after a crash, or when an answer of Slack was lost.
import type { PostRef } from '../../ports/chat.ts'
import type { Clock } from '../../ports/clock.ts'
import { OutsideError } from '../../ports/outside-error.ts'
import type { Identity } from './identity.ts'
import { type Own, ownOf } from './own-metadata.ts'
import { readChannel, readPost, readThread } from './reading.ts'
import type { SlackPost } from './shapes.ts'
import type { FilePlace } from './uploads.ts'
import type { Web } from './web.ts'

export type Mine = PostRef & { readonly thread: string | null; readonly own: Own }

export type OwnPosts = {
  /** Null when nothing with that key was posted there. Throws OutsideError `post-gone` when the thread is. */
  withKey(place: FilePlace, key: string): Promise<Mine | null>
  /** Throws OutsideError `post-gone`, also for what somebody else said. */
  at(post: PostRef): Promise<Mine>
}

/** How far back a post without a thread is looked for: an answer is tried again for some hours. */
const lookBack = Temporal.Duration.from({ hours: 48 })

export function findOwnPosts(web: Web, identity: () => Promise<Identity>, clock: Clock): OwnPosts {
  const said = ({ channel, thread }: FilePlace): Promise<readonly SlackPost[]> => {
    if (thread !== null) return readThread(web.call, channel, thread)
    const since = Math.floor(clock.now().subtract(lookBack).epochMilliseconds / 1000)
    return readChannel(web.call, channel, `${since}.000000`)
  }

  return {
    async withKey(place, key) {
      const { person } = await identity()
      const posts = await said(place)
      if (posts[0]?.subtype === 'tombstone') throw new OutsideError('post-gone', 'The thread was deleted')
      const found = posts.find((post) => ownOf(post, person)?.key === key)
      return found ? toMine(place.channel, found, ownOf(found, person)!) : null
    },
    async at(ref) {
      const { person } = await identity()
      const post = await readPost(web, ref)
      if (post.user !== person) throw new OutsideError('post-gone', 'That post is not the bot’s')
      return toMine(ref.channel, post, ownOf(post, person) ?? { key: '', files: [], stale: [] })
    },
  }
}

function toMine(channel: string, { ts, thread_ts: thread }: SlackPost, own: Own): Mine {
  return { channel, post: ts, thread: thread && thread !== ts ? thread : null, own }
}
