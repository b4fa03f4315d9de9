// conversations.history and .replies: pages of what was said.
import type { Inside, Method } from '../inside.ts'
import { postJson } from '../json.ts'
import { findChannel, findJoined, findPost, scopeWords } from '../lookup.ts'
import { SlackError } from '../slack-error.ts'
import type { Channel, Json, Post, State } from '../state.ts'

export const history: Readonly<Record<string, Method>> = {
  'conversations.history': {
    scopes: historyScopes,
    run({ state }, args) {
      const channel = findJoined(state, args.channel)
      const found = channel.posts.filter(
        ({ thread, broadcast, ts }) => (thread === null || broadcast) && isWithin(ts, args),
      )
      const { page, rest } = cut(found.reverse(), args)
      return { messages: page.map((post) => seenAs(state, post, args)), ...rest }
    },
  },
  'conversations.replies': {
    scopes: historyScopes,
    run({ state }, args) {
      const channel = findJoined(state, args.channel)
      const named = findPost(channel, args.ts, 'thread_not_found')
      const first = findFirst(channel, named)
      const replies = channel.posts.filter(({ thread, ts }) => thread === first.ts && isWithin(ts, args))
      const { page, rest } = cut(replies, args)
      return { messages: [first, ...page].map((post) => seenAs(state, post, args)), ...rest }
    },
  },
}

function historyScopes({ state }: Inside, args: Json): readonly string[] {
  return [`${scopeWords[findChannel(state, args.channel).kind]}:history`]
}

function findFirst({ posts }: Channel, named: Post): Post {
  const first = posts.find(({ ts }) => ts === (named.thread ?? named.ts))
  if (!first) throw new SlackError('thread_not_found')
  return first
}

/** As Slack keeps it, a post with files is a `file_share` in events only. */
function seenAs(state: State, post: Post, args: Json): Json {
  return postJson(state, post, isTrue(args.include_all_metadata))
}

function isWithin(ts: string, { oldest, latest, inclusive }: Json): boolean {
  const stamp = micros(ts)
  if (isTrue(inclusive) && (stamp === micros(oldest) || stamp === micros(latest))) return true
  return stamp > (micros(oldest) ?? 0n) && (micros(latest) === null || stamp < micros(latest)!)
}

const isTrue = (flag: unknown) => flag === true || flag === 'true' || flag === '1'

/** Stamps as numbers: `1700000000`, `1700000000.000100`; null for none. */
function micros(ts: string): bigint
function micros(ts: unknown): bigint | null
function micros(ts: unknown): bigint | null {
  if (typeof ts !== 'string' && typeof ts !== 'number') return null
  const [seconds = '0', fraction = ''] = String(ts).split('.')
  return BigInt(seconds) * 1_000_000n + BigInt(fraction.padEnd(6, '0').slice(0, 6))
}

/** A page of at most `limit` (100, never more than 999), and the cursor of the next one. */
function cut(posts: readonly Post[], { cursor, limit }: Json): { readonly page: readonly Post[]; readonly rest: Json } {
  const start = cursor === undefined || cursor === '' ? 0 : startOf(cursor)
  const end = start + Math.min(Number(limit ?? 100), 999)
  const more = end < posts.length
  const rest = more ? { response_metadata: { next_cursor: Buffer.from(`next:${end}`).toString('base64') } } : {}
  return { page: posts.slice(start, end), rest: { has_more: more, ...rest } }
}

function startOf(cursor: unknown): number {
  const found = /^next:(\d+)$/.exec(Buffer.from(typeof cursor === 'string' ? cursor : '', 'base64').toString())
  if (!found) throw new SlackError('invalid_cursor')
  return Number(found[1])
}
