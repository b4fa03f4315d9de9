// A post that somebody points at, by its link or by the shortcut: delivered first, if both they and the bot may see it.
import type { PostRef } from '../../ports/chat.ts'
import type { Channels } from './channels.ts'
import type { Delivery } from './delivery.ts'
import { isFailure } from './failure.ts'
import { readPost } from './reading.ts'
import type { Web } from './web.ts'

/** A post and the thread it is in. */
export type Pointed = PostRef & { readonly thread: string }

export type PointedPosts = {
  /** Null when that person, or the bot, must not see it, or when it is gone. */
  deliver(post: PostRef, person: string): Promise<Pointed | null>
}

export function pointedPosts(web: Web, channels: Channels, delivery: Delivery): PointedPosts {
  return {
    async deliver(ref, person) {
      if (!(await channels.isOpenTo(ref.channel, person))) return null
      try {
        const post = await readPost(web, ref)
        await delivery.posted(ref.channel, post)
        return { ...ref, thread: post.thread_ts ?? ref.post }
      } catch (error) {
        if (isFailure(error, 'post-gone', 'channel-unknown')) return null
        throw error
      }
    },
  }
}
