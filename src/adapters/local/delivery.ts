// A post that is stored is told to the application until it says it has it: at once, again after a failure, and once
// more at the next start.
import type { ChatEvents, Posting } from '../../ports/chat.ts'
import type { Clock } from '../../ports/clock.ts'
import type { LocalPost, LocalPosts } from '../../ports/local-posts.ts'
import type { Log } from '../../ports/log.ts'
import { OutsideError } from '../../ports/outside-error.ts'
import { editedAt, isDeleted } from './edits.ts'
import { supportChannel } from './people.ts'

export type Delivery = {
  /** Tells first what people posted, changed or deleted in the last days; what comes meanwhile waits. */
  start(events: ChatEvents): Promise<void>
  stop(): void
  /** Who listens. Throws OutsideError `starting` when nobody does. */
  listener(): ChatEvents
  /** Settles once the application has it, or once it is noted to be told again. */
  deliver(post: LocalPost): Promise<void>
}

export type DeliveryOptions = {
  readonly posts: LocalPosts
  readonly clock: Clock
  readonly log: Log
  /** How far back posts are told again at start. */
  readonly catchUp: Temporal.Duration
  /** Milliseconds until a failed delivery is tried again. */
  readonly retryAfter: number
}

export function createDelivery({ posts, clock, log, catchUp, retryAfter }: DeliveryOptions): Delivery {
  let events: ChatEvents | null = null
  let caughtUp = Promise.resolve()
  const timers = new Set<NodeJS.Timeout>()

  async function tell(post: LocalPost): Promise<void> {
    try {
      if (isDeleted(post)) await events?.deleted({ chat: 'local', channel: supportChannel, post: post.id })
      else await events?.posted(toPosting(post))
    } catch (error) {
      log.warn({ post: post.id, error }, 'a post could not be handed over, it will be told again')
      if (!events) return
      const timer = setTimeout(() => {
        timers.delete(timer)
        void tell(post)
      }, retryAfter)
      timers.add(timer)
    }
  }

  async function tellAgain(): Promise<void> {
    const since = clock.now().subtract(catchUp)
    for (const post of await posts.list({})) {
      const changed = editedAt(post) ?? post.created
      if (!post.bot && Temporal.Instant.compare(changed, since) >= 0) await tell(post)
    }
  }

  return {
    async start(listener) {
      events = listener
      caughtUp = tellAgain()
      await caughtUp
    },
    stop() {
      events = null
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
    },
    listener() {
      if (!events) throw new OutsideError('starting', 'The local channel has not started')
      return events
    },
    async deliver(post) {
      await caughtUp
      await tell(post)
    },
  }
}

function toPosting(post: LocalPost): Posting {
  return {
    chat: 'local',
    channel: supportChannel,
    thread: post.thread,
    post: post.id,
    author: post.author,
    text: post.text,
    files: post.files,
    direct: post.direct !== null,
    form: null,
  }
}
