// The state of a request as a reaction of the bot; the pictures are those at the head of the replies.
import type { Mark, PostRef } from '../../ports/chat.ts'
import { createLocks } from '../locks/locks.ts'
import { isFailure } from './failure.ts'
import type { Identity } from './identity.ts'
import { readPost } from './reading.ts'
import { anything } from './shapes.ts'
import type { Web } from './web.ts'

/** Slack's names of 👀 ✅ ⚠️ ⛔ ⏳ 🏁 😕 🚫. */
export const marks: Readonly<Record<Mark, string>> = {
  working: 'eyes',
  ready: 'white_check_mark',
  partial: 'warning',
  blocked: 'no_entry',
  waiting: 'hourglass_flowing_sand',
  done: 'checkered_flag',
  failed: 'confused',
  closed: 'no_entry_sign',
}

/** Puts the new one before it takes the old ones away, so that a post is never without. Throws OutsideError. */
export function markPosts(web: Web, identity: () => Promise<Identity>): (post: PostRef, mark: Mark) => Promise<void> {
  const locks = createLocks()

  async function put({ channel, post: timestamp }: PostRef, mark: Mark): Promise<void> {
    const { person } = await identity()
    const { reactions } = await readPost(web, { channel, post: timestamp })
    const mine = (reactions ?? []).filter(({ users }) => users.includes(person)).map(({ name }) => name)
    const react = (method: 'reactions.add' | 'reactions.remove', name: string) =>
      settled(web.call(method, { channel, timestamp, name }, anything))
    if (!mine.includes(marks[mark])) await react('reactions.add', marks[mark])
    const old = mine.filter((name) => name !== marks[mark] && Object.values(marks).includes(name))
    for (const name of old) await react('reactions.remove', name)
  }

  return (post, mark) => locks.run(`${post.channel} ${post.post}`, () => put(post, mark))
}

/** That it is already so is no failure. */
async function settled(call: Promise<unknown>): Promise<void> {
  try {
    await call
  } catch (error) {
    if (!isFailure(error, 'already-so')) throw error
  }
}
