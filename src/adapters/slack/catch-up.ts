// What was said while nobody listened: read again from the mark of each channel, and in the threads that are open.
import type { Log } from '../../ports/log.ts'
import type { Channels } from './channels.ts'
import type { Delivery } from './delivery.ts'
import { isFailure } from './failure.ts'
import type { Identity } from './identity.ts'
import type { SlackOptions } from './options.ts'
import { compareStamps, readChannel, readNewest, readThread, shifted } from './reading.ts'
import type { SlackPost } from './shapes.ts'
import { everywhere, type Watermarks } from './watermarks.ts'
import type { Web } from './web.ts'

export type CatchUpParts = {
  readonly web: Web
  readonly channels: Channels
  readonly watermarks: Watermarks
  readonly delivery: Delivery
  readonly identity: () => Promise<Identity>
  readonly threads: SlackOptions['threads']
  readonly log: Log
  /** Ends it before the next channel. */
  readonly stopping: AbortSignal
}

/** Seconds before the mark that are read again: Slack tries an event again for six minutes. */
const overlap = 900

/** Stamp of a channel in which nothing was ever said. */
const never = '0000000000.000000'

/**
 * Delivers all that was posted, edited or deleted meanwhile, oldest first; the application forgets doubles. What fails
 * in one channel is logged, is found again the next time, and does not keep the others waiting. False when anything
 * failed.
 */
export async function catchUp(parts: CatchUpParts): Promise<boolean> {
  const release = parts.watermarks.hold(everywhere)
  const isDone = await attempt(parts, everywhere, async () => {
    const floor = await parts.watermarks.of(everywhere)
    const channels = await parts.channels.list('channels')
    const done = [await each(parts, channels, floor), await eachThread(parts)]
    done.push(await each(parts, await parts.channels.list('direct'), floor))
    if (done.includes(false)) throw new Error('A channel is missing')
  })
  return isDone && (await attempt(parts, everywhere, release))
}

async function each(parts: CatchUpParts, channels: readonly string[], floor: string | null): Promise<boolean> {
  let isDone = true
  for (const channel of channels) {
    const release = parts.watermarks.hold(channel)
    const isRead = await attempt(parts, channel, async () => {
      await unlessUnknown(parts, channel, readOn(parts, channel, floor))
      await release()
    })
    isDone &&= isRead
  }
  return isDone
}

/** The settings may name a channel that the bot is not in: nothing is missed there, and trying again does not help. */
async function unlessUnknown({ log }: CatchUpParts, channel: string, work: Promise<void>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (!isFailure(error, 'channel-unknown')) throw error
    log.warn({ channel, error }, 'slack: the bot is not in a channel that it is to serve')
  }
}

async function readOn(parts: CatchUpParts, channel: string, floor: string | null): Promise<void> {
  const mark = await parts.watermarks.of(channel)
  const from = mark ?? floor
  if (from === null) await begin(parts, channel)
  else await readSince(parts, channel, shifted(from, -overlap), mark === null)
}

async function readSince(parts: CatchUpParts, channel: string, since: string, isNew: boolean): Promise<void> {
  const { web, delivery, identity } = parts
  const posts = await readChannel(web.patiently, channel, since)
  for (const post of isNew ? sinceJoined(posts, (await identity()).person) : posts) {
    await delivery.posted(channel, post)
    if (hasNewReplies(post, since)) await readReplies(parts, channel, post.ts)
  }
}

/** On the very first start: what was said before stays on the far side of the overlap. */
async function begin({ web, watermarks }: CatchUpParts, channel: string): Promise<void> {
  const newest = (await readNewest(web.patiently, channel)) ?? never
  await watermarks.passed(channel, shifted(newest, overlap))
}

/** What was said before the bot was invited is none of its business. */
function sinceJoined(posts: readonly SlackPost[], bot: string): readonly SlackPost[] {
  return posts.slice(posts.findLastIndex(({ subtype, user }) => /_join$/.test(subtype ?? '') && user === bot) + 1)
}

const hasNewReplies = ({ latest_reply: latest }: SlackPost, since: string) =>
  Boolean(latest) && compareStamps(latest!, since) > 0

async function eachThread(parts: CatchUpParts): Promise<boolean> {
  let isDone = true
  for (const { channel, thread } of await parts.threads())
    if (parts.channels.serves(channel))
      isDone = (await attempt(parts, channel, () => readReplies(parts, channel, thread))) && isDone
  return isDone
}

/** The first post is among them, as it stands after edits; a thread without it was deleted. */
async function readReplies({ web, delivery }: CatchUpParts, channel: string, thread: string): Promise<void> {
  try {
    for (const post of await readThread(web.patiently, channel, thread))
      if (post.subtype === 'tombstone') await delivery.deleted(channel, post.ts)
      else await delivery.posted(channel, post)
  } catch (error) {
    if (!isFailure(error, 'post-gone')) throw error
    await delivery.deleted(channel, thread)
  }
}

async function attempt({ log, stopping }: CatchUpParts, channel: string, work: () => Promise<void>): Promise<boolean> {
  if (stopping.aborted) return false
  try {
    await work()
    return true
  } catch (error) {
    log.warn({ channel, error }, 'slack: not all could be caught up with')
    return false
  }
}
