// Buttons and menus of the bot's posts: acknowledged once stored, answered to the one who pressed.
import { z } from 'zod'
import type { ChatEvents, Press } from '../../ports/chat.ts'
import type { PrivateAnswers } from './private-answers.ts'
import { pressed } from './render-controls.ts'

const actionShape = z.object({
  action_id: z.string(),
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
})

const pressShape = z.object({
  user: z.object({ id: z.string() }),
  trigger_id: z.string(),
  container: z.object({ channel_id: z.string(), message_ts: z.string(), thread_ts: z.string().nullish() }),
  message: z.object({ thread_ts: z.string().nullish() }).nullish(),
  actions: z.tuple([actionShape]),
})

/** Without an acknowledgement Slack tells the person that it did not work, and they may press again. */
export async function hearPress(
  events: ChatEvents,
  answers: PrivateAnswers,
  body: unknown,
  ack: () => Promise<void>,
): Promise<void> {
  const read = pressShape.safeParse(body).data
  const taken = read && pressed(read.actions[0])
  if (!taken) {
    await ack()
    return
  }
  const { user, container, message, trigger_id: id } = read
  const { channel_id: channel, message_ts: post } = container
  const press: Press = { chat: 'slack', channel, post, ...taken, person: user.id }
  const answer = await events.pressed(press)
  await ack()
  const thread = message?.thread_ts ?? container.thread_ts ?? null
  const show = answers.below({ channel, thread, person: user.id })
  if (answer) await answers.give({ person: user.id, id, show }, answer)
}
