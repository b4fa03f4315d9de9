// Posting to a chat and writing to the store cannot be one transaction, so the intent is saved first: whoever comes
// after a crash finds it and makes the same post, not another.
import type { ChatName, Place, PostRef } from '../ports/chat.ts'
import { OutsideError } from '../ports/outside-error.ts'
import type { Message } from '../replies/message.ts'
import { chatNamed, type Outside } from './outside.ts'

/**
 * Makes the post with that key say `message`: posts it the first time, edits it afterwards. The only way the bot says
 * anything in a thread. Throws OutsideError.
 */
export async function say(
  outside: Pick<Outside, 'chats' | 'store' | 'clock'>,
  name: ChatName,
  place: Place,
  key: string,
  message: Message,
): Promise<PostRef> {
  const chat = chatNamed(outside, name)
  const { outgoing } = outside.store
  const said = await outgoing.intend(name, key, outside.clock.now())
  if (said && (await edit(said))) return said
  const post = await chat.post(place, key, message)
  await outgoing.settle(name, key, post)
  return post

  async function edit(post: PostRef): Promise<boolean> {
    try {
      await chat.update(post, message)
      return true
    } catch (error) {
      if (error instanceof OutsideError && error.code === 'post-gone') return false
      throw error
    }
  }
}
