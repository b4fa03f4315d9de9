// What the bot says: one post per key, edited in place, always with all of its content, as the server replaces props and
// files whole and lets nobody read the buttons back.
import { createHash } from 'node:crypto'
import type { Chat, Place, Posted } from '../../ports/chat.ts'
import { OutsideError } from '../../ports/outside-error.ts'
import type { Message } from '../../replies/message.ts'
import { createLocks } from '../locks/locks.ts'
import { read } from './api.ts'
import type { OwnPost, OwnPosts, Where } from './own-posts.ts'
import { type ContentOptions, contentOf, lacks } from './post-content.ts'
import { asCode, isRefusal } from './refusal.ts'
import { postSchema } from './shapes.ts'

export type BotPostsOptions = ContentOptions & {
  readonly me: () => Promise<string>
  readonly ownPosts: OwnPosts
  /** The conversation with that person. */
  readonly directChannel: (person: string) => Promise<string>
  readonly linkTo: (post: string) => Promise<string>
}

/**
 * Milliseconds in which a post may be sent again: the server forgets its pending id after 30 s, and the last time may have
 * to wait before. Later it is looked for by its key.
 */
const memory = 18_000

/** The members of the port that write posts. */
export function createBotPosts(options: BotPostsOptions): Pick<Chat, 'post' | 'update'> {
  const { api, ownPosts, linkTo } = options
  const locks = createLocks()

  async function whereOf(place: Place): Promise<Where> {
    if (!('direct' in place)) return { ...place, person: null }
    return { channel: await options.directChannel(place.direct), thread: null, person: place.direct }
  }

  async function create(where: Where, key: string, message: Message): Promise<OwnPost> {
    const { channel, thread } = where
    const content = await contentOf(options, { channel, key, person: where.person }, message)
    const pending_post_id = `${await options.me()}:${createHash('sha256').update(key).digest('hex').slice(0, 32)}`
    const draft = { channel_id: channel, root_id: thread ?? '', pending_post_id, ...content }
    const made = read(postSchema, await api.post('/posts', draft, { within: memory }))
    const post = { id: made.id, channel, key, person: where.person }
    ownPosts.keep(post)
    // The same pending id within 30 s answers with the post of before, whatever it said.
    if (made.message !== content.message || lacks(made, content)) await replace(post, message)
    return post
  }

  async function replace(post: OwnPost, message: Message): Promise<void> {
    for (let tries = 1; ; tries++) {
      const content = await contentOf(options, post, message)
      const answer = await api.client.patchPost({ id: post.id, ...content }).catch(async (error: unknown) => {
        throw await whyNot(error, post)
      })
      if (!lacks(read(postSchema, answer), content)) return
      if (tries === 2) throw new OutsideError('files-refused', 'Mattermost does not attach the files')
    }
  }

  /** False when somebody took it away meanwhile. */
  async function isReplaced(post: OwnPost, message: Message): Promise<boolean> {
    try {
      await replace(post, message)
      return true
    } catch (error) {
      if (error instanceof OutsideError && error.code === 'post-gone') return false
      throw error
    }
  }

  /** A refusal to edit does not say whether the post is gone. */
  async function whyNot(error: unknown, { id }: OwnPost): Promise<unknown> {
    if (!isRefusal(error, [403, 404])) return error
    ownPosts.forget(id)
    await ownPosts.get(id)
    return asCode(error, [403, 404], 'channel-unknown', 'The bot may not edit its post: is it in the channel?')
  }

  const posted = async ({ id, channel }: OwnPost): Promise<Posted> => ({ channel, post: id, link: await linkTo(id) })

  return {
    async post(place, key, message) {
      const find = async () => {
        const where = await whereOf(place)
        const mine = await ownPosts.find(where, key)
        const adopted = mine !== null && (await locks.run(mine.id, () => isReplaced(mine, message)))
        return await posted(adopted ? mine : await create(where, key, message))
      }
      return await locks.run(`key ${key}`, find).catch(explain)
    },
    async update(ref, message) {
      const edit = async () => await replace(await ownPosts.get(ref.post), message)
      await locks.run(ref.post, edit).catch(explain)
    },
  }
}

/** Why a post could not be made, for those who only know where it was to be. */
function explain(error: unknown): never {
  if (isRefusal(error, [400], 'api.post.create_post.root_id.app_error'))
    throw asCode(error, [400], 'post-gone', 'The thread is gone')
  if (isRefusal(error, [400], 'api.post.create_post.can_not_post_to_deleted.error'))
    throw asCode(error, [400], 'channel-unknown', 'The channel is archived')
  throw asCode(error, [403, 404], 'channel-unknown', 'The bot is not in that channel')
}
