// From Slack's posts to the application: what it could not store is held, so that the next catch-up finds it again.
import type { ChatEvents } from '../../ports/chat.ts'
import { attachmentsOf } from './attachments.ts'
import type { Channels } from './channels.ts'
import type { Identity } from './identity.ts'
import { isPosting, toPosting } from './posting.ts'
import type { SlackPost } from './shapes.ts'
import type { Watermarks } from './watermarks.ts'
import type { Web } from './web.ts'

export type Delivery = {
  /** Settles once the application has it; posts of bots, and of channels not served, are passed over. */
  posted(channel: string, post: SlackPost): Promise<void>
  deleted(channel: string, post: string): Promise<void>
  /** Settles once nothing is on its way to the application. */
  idle(): Promise<void>
}

export type DeliveryParts = {
  readonly web: Web
  readonly channels: Channels
  readonly watermarks: Watermarks
  readonly identity: () => Promise<Identity>
  readonly events: ChatEvents
  /** Told when something could not be stored. */
  readonly missed: () => void
}

export function createDelivery(parts: DeliveryParts): Delivery {
  const { web, channels, watermarks, identity, events, missed } = parts
  const running = new Set<Promise<void>>()

  async function orMissed(channel: string, work: () => Promise<void>): Promise<void> {
    if (!channels.serves(channel)) return
    const mine = work()
    running.add(mine)
    try {
      await mine
    } catch (error) {
      watermarks.hold(channel)
      missed()
      throw error
    } finally {
      running.delete(mine)
    }
  }

  return {
    posted: (channel, post) =>
      orMissed(channel, async () => {
        const { person: bot } = await identity()
        if (!isPosting(post, bot)) return
        await events.posted(toPosting(channel, post, await attachmentsOf(web, post.files ?? []), bot))
        await watermarks.passed(channel, post.ts)
      }),
    deleted: (channel, post) => orMissed(channel, () => events.deleted({ chat: 'slack', channel, post })),
    async idle() {
      await Promise.allSettled(running)
    },
  }
}
