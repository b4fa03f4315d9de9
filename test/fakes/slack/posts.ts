// Adds, changes and removes posts, for people and for the bot alike, and tells the bot of it.
import { type Told, tellChanged, tellDeleted, tellPosted } from './events.ts'
import type { Inside } from './inside.ts'
import { postJson } from './json.ts'
import type { Channel, Post } from './state.ts'

export type NewPost = Pick<Post, 'author' | 'text'> &
  Partial<Pick<Post, 'thread' | 'blocks' | 'metadata' | 'files' | 'broadcast'>>

/**
 * A reply to a post that is gone stands at the top of the channel, without a word of refusal
 * (github.com/slack-go/slack/issues/1571); one that names a reply joins that reply's thread.
 */
export function addPost(
  inside: Inside,
  channel: Channel,
  given: NewPost,
): { readonly post: Post; readonly told: Told } {
  const { state } = inside
  const post: Post = {
    blocks: [],
    metadata: null,
    files: [],
    broadcast: false,
    ...given,
    channel: channel.id,
    ts: state.newTs(),
    thread: threadOf(channel, given.thread ?? null),
    byBot: given.author === state.app.botPerson,
    share: (given.files ?? []).length > 0,
    edited: null,
    tombstone: false,
    reactions: new Map(),
  }
  channel.posts.push(post)
  return { post, told: tellPosted(inside, post) }
}

function threadOf({ posts }: Channel, thread: string | null): string | null {
  if (thread === null) return null
  const found = posts.find(({ ts }) => ts === thread)
  return found ? (found.thread ?? found.ts) : null
}

export function changePost(inside: Inside, post: Post, change: () => void): Told {
  const before = postJson(inside.state, post)
  change()
  return tellChanged(inside, post, before)
}

/** A post with replies leaves a tombstone, which Slack tells as a change; it goes with the last of them. */
export function removePost(inside: Inside, post: Post): Told {
  const { posts } = inside.state.channels.get(post.channel)!
  const bare = { text: 'This message was deleted.', blocks: [], metadata: null, files: [], tombstone: true }
  if (posts.some(({ thread }) => thread === post.ts)) return changePost(inside, post, () => Object.assign(post, bare))
  const before = postJson(inside.state, post)
  posts.splice(posts.indexOf(post), 1)
  const shell = posts.find(({ ts, tombstone }) => tombstone && ts === post.thread)
  const told = tellDeleted(inside, post, before)
  return shell && posts.every(({ thread }) => thread !== shell.ts) ? told.then(() => removePost(inside, shell)) : told
}
