// One reaction of the bot among its own on a person's post; other people's reactions are theirs.
import type { Chat, Mark, PostRef } from '../../ports/chat.ts'
import { createLocks } from '../locks/locks.ts'
import { type Api, read } from './api.ts'
import { emojis } from './emojis.ts'
import { asCode } from './refusal.ts'
import { reactionsSchema } from './shapes.ts'

const all: ReadonlySet<string> = new Set(Object.values(emojis))

/** Adds the new one before it takes the old one away, so that there is always one to see. */
export function createMarks({ api, me }: { api: Api; me: () => Promise<string> }): Pick<Chat, 'mark'> {
  const locks = createLocks()

  async function put({ post }: PostRef, mark: Mark): Promise<void> {
    const mine = await me()
    const emoji = emojis[mark]
    const there = (read(reactionsSchema, await api.client.getReactionsForPost(post)) ?? []).filter(
      ({ user_id, emoji_name }) => user_id === mine && all.has(emoji_name),
    )
    if (!there.some(({ emoji_name }) => emoji_name === emoji)) await api.client.addReaction(mine, post, emoji)
    for (const { emoji_name } of there)
      if (emoji_name !== emoji) await api.client.removeReaction(mine, post, emoji_name)
  }

  return {
    async mark(ref, mark) {
      await locks.run(ref.post, async () => {
        await put(ref, mark).catch((error: unknown) => {
          throw asCode(error, [400, 403, 404], 'post-gone', 'The post to mark is gone')
        })
      })
    },
  }
}
