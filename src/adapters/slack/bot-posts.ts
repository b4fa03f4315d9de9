// What the bot says: one post per key with text and buttons, its files in a message below it, both renewed in place.
import { z } from 'zod'
import type { Chat, Place, Posted, PostRef } from '../../ports/chat.ts'
import type { Clock } from '../../ports/clock.ts'
import { OutsideError } from '../../ports/outside-error.ts'
import type { Message } from '../../replies/message.ts'
import { createLocks } from '../locks/locks.ts'
import { type Channels, isDirect } from './channels.ts'
import { isFailure } from './failure.ts'
import type { Identity } from './identity.ts'
import { linkTo } from './links.ts'
import { metadataOf, type Own } from './own-metadata.ts'
import { findOwnPosts, type Mine } from './own-posts.ts'
import { renderMessage } from './render-message.ts'
import type { Staff } from './render-spans.ts'
import { anything } from './shapes.ts'
import { createUploads, type FilePlace, sendable, shaOf } from './uploads.ts'
import type { Web } from './web.ts'

export type BotPosts = Pick<Chat, 'update'> & {
  /** As `Chat.post`; `more` stays in the post's metadata. */
  post(place: Place, key: string, message: Message, more?: Partial<Own>): Promise<Posted>
}

export type BotPostsParts = {
  readonly web: Web
  readonly channels: Channels
  readonly identity: () => Promise<Identity>
  readonly clock: Clock
  readonly staff: Staff
}

const saidShape = z.object({
  ts: z.string(),
  message: z.object({ thread_ts: z.string().nullish() }).nullish(),
})

export function createBotPosts({ web, channels, identity, clock, staff }: BotPostsParts): BotPosts {
  const locks = createLocks()
  const uploads = createUploads(web, clock)
  const mine = findOwnPosts(web, identity, clock)

  /** When Slack's answer is lost, the post may be there: it is looked for before it is made again. */
  async function say(place: FilePlace, message: Message, own: Own): Promise<Mine> {
    const thread = place.thread === null ? {} : { thread_ts: place.thread }
    const given = { channel: place.channel, ...thread, ...renderMessage(message, staff), ...unfurl }
    const post = async (): Promise<Mine> => {
      const said = await web.call('chat.postMessage', { ...given, metadata: metadataOf(own) }, saidShape)
      if (place.thread !== null && said.message && !said.message.thread_ts) await takeBack(place, said.ts)
      return { ...place, post: said.ts, own }
    }
    try {
      return await post()
    } catch (error) {
      if (!isFailure(error, 'chat-unavailable')) throw error
      return (await mine.withKey(place, own.key)) ?? (await post())
    }
  }

  /** A reply to a thread that was just deleted stands in the open channel: what it tells is not for everybody there. */
  async function takeBack({ channel }: FilePlace, ts: string): Promise<never> {
    await web.call('chat.delete', { channel, ts }, anything)
    throw new OutsideError('post-gone', 'The thread was deleted')
  }

  async function create(place: FilePlace, key: string, message: Message, more: Partial<Own>): Promise<PostRef> {
    const files = [...(await uploads.send(message.files))]
    const made = await say(place, message, { key, files, stale: [], ...more })
    await uploads.show(made.own.files, belowOf(made))
    return made
  }

  /** The metadata names new files before they are shown and old ones until they are gone: a crash loses track of none. */
  async function renew(post: Mine, message: Message): Promise<void> {
    const { own } = post
    const below = belowOf(post)
    await uploads.remove(own.stale, below)
    if (await hasFiles(own, message)) {
      await edit(post, message, { ...own, stale: [] })
      return
    }
    const files = [...(await uploads.send(message.files))]
    await edit(post, message, { ...own, files, stale: own.files.map(({ id }) => ({ id })) })
    await uploads.show(files, below)
    await uploads.remove(own.files, below)
  }

  async function hasFiles({ files }: Own, message: Message): Promise<boolean> {
    const wanted = sendable(message.files).map((file) => `${file.name} ${shaOf(file)}`)
    if (wanted.join('\n') !== files.map(({ name, sha }) => `${name} ${sha}`).join('\n')) return false
    const shown = await Promise.all(files.map((file) => uploads.isShown(file)))
    return shown.every(Boolean)
  }

  async function edit({ channel, post: ts }: Mine, message: Message, own: Own): Promise<void> {
    await web.call(
      'chat.update',
      { channel, ts, ...renderMessage(message, staff), metadata: metadataOf(own) },
      anything,
    )
  }

  async function placeOf(place: Place): Promise<FilePlace> {
    return 'direct' in place ? { channel: await channels.direct(place.direct), thread: null } : place
  }

  return {
    post: (place, key, message, more = {}) =>
      locks.run(`key ${key}`, async () => {
        const where = await placeOf(place)
        const known = await mine.withKey(where, key)
        if (known) await locks.run(known.post, () => renew(known, message))
        const { channel, post } = known ?? (await create(where, key, message, more))
        return { channel, post, link: linkTo((await identity()).url, { channel, post }, where.thread) }
      }),
    update: (ref, message) => locks.run(ref.post, async () => await renew(await mine.at(ref), message)),
  }
}

/** Addresses in a post are no cards. */
const unfurl = { unfurl_links: false, unfurl_media: false }

/** In a thread, or under a post of the channel; a person's conversation shows them right below. */
function belowOf({ channel, thread, post }: Mine): FilePlace {
  return { channel, thread: thread ?? (isDirect(channel) ? null : post) }
}
