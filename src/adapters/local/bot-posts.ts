// What the bot says in the channel: one post per key, edited in place.
import { randomUUID } from 'node:crypto'
import type { Chat, Person, Place } from '../../ports/chat.ts'
import type { Clock } from '../../ports/clock.ts'
import type { LocalPost, LocalPosts, NewLocalFile } from '../../ports/local-posts.ts'
import { OutsideError } from '../../ports/outside-error.ts'
import type { Message, OutgoingFile } from '../../replies/message.ts'
import type { Locks } from '../locks/locks.ts'
import type { Broadcast } from './broadcast.ts'
import { marks } from './marks.ts'
import { withNames } from './mentions.ts'
import { botAuthor, supportChannel } from './people.ts'
import type { PostIds } from './post-ids.ts'
import { toBody } from './post-json.ts'
import { renderText } from './render-text.ts'

export type BotPostsOptions = {
  readonly posts: LocalPosts
  readonly clock: Clock
  readonly ids: PostIds
  readonly broadcast: Broadcast
  readonly locks: Locks
  readonly people: readonly Person[]
}

/** The members of the port that write. */
export function createBotPosts(options: BotPostsOptions): Pick<Chat, 'post' | 'update' | 'mark'> {
  const { posts, clock, ids, broadcast, locks, people } = options

  async function create(place: Place, key: string, message: Message): Promise<LocalPost> {
    const created = clock.now()
    const blank = { id: ids.next(), author: botAuthor, bot: true, key, reactions: [], created }
    const { thread, direct } = await find(place)
    const post = await posts.save(
      { ...blank, thread, direct, ...contentOf(message, people, created) },
      filesOf(message),
    )
    broadcast.announce('post-created', post)
    return post
  }

  async function replace(post: LocalPost, message: Message): Promise<LocalPost> {
    const saved = await posts.save({ ...post, ...contentOf(message, people, clock.now()) }, filesOf(message))
    broadcast.announce('post-updated', saved)
    return saved
  }

  async function find(place: Place): Promise<Pick<LocalPost, 'thread' | 'direct'>> {
    if ('direct' in place) {
      if (!people.some(({ id }) => id === place.direct)) throw new OutsideError('person-unknown', 'No such person here')
      return { thread: null, direct: place.direct }
    }
    if (place.channel !== supportChannel) throw new OutsideError('channel-unknown', 'There is one channel only')
    if (place.thread !== null && !(await posts.get(place.thread)))
      throw new OutsideError('post-gone', 'The thread is gone')
    return { thread: place.thread, direct: null }
  }

  return {
    async post(place, key, message) {
      return await locks.run(`key ${key}`, async () => {
        const mine = await posts.byKey(key)
        const post = mine ? await locks.run(mine.id, () => replace(mine, message)) : await create(place, key, message)
        return { channel: channelOf(post), post: post.id, link: linkOf(post) }
      })
    },
    async update(ref, message) {
      await locks.run(ref.post, async () => {
        const post = await posts.get(ref.post)
        if (!post?.bot) throw new OutsideError('post-gone', 'No such post of the bot')
        await replace(post, message)
      })
    },
    async mark(ref, mark) {
      await locks.run(ref.post, async () => {
        const post = await posts.react(ref.post, [marks[mark]], clock.now())
        if (!post) throw new OutsideError('post-gone', 'No such post')
        broadcast.announce('post-updated', post)
      })
    },
  }
}

/** Id of the channel a post is in, as the port's references name it. */
export function channelOf(post: Pick<LocalPost, 'direct'>): string {
  return post.direct === null ? supportChannel : `direct-${post.direct}`
}

/** Address on the page of the thread that a post is in; direct messages have none. */
const linkOf = ({ id, thread, direct }: LocalPost): string | null =>
  direct === null ? `/#thread=${thread ?? id}` : null

/** Files of a message as the store takes them. */
export function filesOf({ files }: { readonly files: readonly OutgoingFile[] }): readonly NewLocalFile[] {
  return files.map(({ name, type, bytes }) => ({ id: randomUUID(), name, type, size: bytes.length, bytes }))
}

function contentOf(
  said: Message,
  people: readonly Person[],
  updated: Temporal.Instant,
): Pick<LocalPost, 'text' | 'body' | 'buttons' | 'choices' | 'updated'> {
  const message = withNames(said, people)
  const { buttons, choices } = message
  return { text: renderText(message), body: toBody(message), buttons, choices, updated }
}
