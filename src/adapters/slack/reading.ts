// Slack's past: one post, a thread, a channel since a stamp. Posts come with the metadata that the bot left on its own.

import type { PostRef } from '../../ports/chat.ts'
import { OutsideError } from '../../ports/outside-error.ts'
import { allPages } from './channels.ts'
import { pageShape, type SlackPost } from './shapes.ts'
import type { Call, Web } from './web.ts'

const pageSize = 200
const withMetadata = { include_all_metadata: true }

/** That post as it stands. Throws OutsideError `post-gone`. */
export async function readPost(web: Web, { channel, post }: PostRef): Promise<SlackPost> {
  // Whether `ts` is a reply or starts a thread, the bounds let one post in, beside the first of the thread.
  const given = { channel, ts: post, oldest: post, latest: post, inclusive: true, limit: 2, ...withMetadata }
  const { messages } = await web.call('conversations.replies', given, pageShape)
  const found = messages.find(({ ts }) => ts === post)
  if (!found || found.subtype === 'tombstone') throw new OutsideError('post-gone', 'Slack has no such post any more')
  return found
}

/** The first post of a thread and all replies. Throws OutsideError `post-gone`. */
export async function readThread(ask: Call, channel: string, thread: string): Promise<readonly SlackPost[]> {
  const given = { channel, ts: thread, limit: pageSize, ...withMetadata }
  const pages = await allPages((next) => ask('conversations.replies', { ...given, ...next }, pageShape))
  const posts = pages.flatMap(({ messages }) => messages)
  // Each page begins with the first post of the thread.
  return [...new Map(posts.map((post) => [post.ts, post])).values()]
}

/** What was said at the top of a channel after that stamp, oldest first. */
export async function readChannel(ask: Call, channel: string, oldest: string): Promise<readonly SlackPost[]> {
  const given = { channel, oldest, limit: pageSize, ...withMetadata }
  const pages = await allPages((next) => ask('conversations.history', { ...given, ...next }, pageShape))
  return pages.flatMap(({ messages }) => messages).sort((a, b) => compareStamps(a.ts, b.ts))
}

/** Stamp of the last post at the top of a channel, or null. */
export async function readNewest(ask: Call, channel: string): Promise<string | null> {
  const { messages } = await ask('conversations.history', { channel, limit: 1 }, pageShape)
  return messages[0]?.ts ?? null
}

/** Stamps are seconds and six digits: `1700000000.000100`. */
export function compareStamps(a: string, b: string): number {
  return Number(a.split('.')[0]) - Number(b.split('.')[0]) || (a < b ? -1 : a > b ? 1 : 0)
}

/** The stamp that many seconds later, or earlier. */
export function shifted(stamp: string, seconds: number): string {
  const [whole = '0', fraction = '000000'] = stamp.split('.')
  return `${Math.max(0, Number(whole) + seconds)}.${fraction}`
}
