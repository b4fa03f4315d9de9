// A press is answered by a job: the chat waits three seconds at most, and what was asked must survive a kill.
import type { PostRef, Press } from '../ports/chat.ts'
import type { Batch } from '../ports/store.ts'
import type { ButtonId } from '../replies/buttons.ts'
import type { Message } from '../replies/message.ts'
import type { Outside } from './outside.ts'
import { batchOfKey } from './request.ts'

type Pressed = (outside: Pick<Outside, 'store' | 'clock'>, batch: Batch, press: Press) => Promise<void>

/** Stores what the button asks for; a button of a post that is not (any more) ours asks for nothing. */
export async function pressButton(outside: Pick<Outside, 'store' | 'clock'>, press: Press): Promise<Message | null> {
  const { chat, channel, post, button } = press
  const batch = await batchAt(outside, chat, { channel, post })
  const pressed = button in buttons ? buttons[button as ButtonId] : undefined
  if (batch && pressed) await pressed(outside, batch, press)
  return null
}

const buttons: Readonly<Record<ButtonId, Pressed>> = {
  all: async ({ store, clock }, batch, { person }) => {
    const last = (await store.batches.revisions(batch.id)).at(-1)
    if (!last) return
    const payload = { posting: last.posting, person }
    await store.jobs.add({ kind: 'show-all', payload, runAt: clock.now(), key: `full ${last.posting} ${person}` })
  },
  anyway: async ({ store, clock }, { id }) => {
    const payload = { posting: id, anyway: true }
    await store.jobs.add({ kind: 'check-file', payload, runAt: clock.now(), key: `anyway ${id}` })
  },
}

async function batchAt({ store }: Pick<Outside, 'store'>, chat: Press['chat'], post: PostRef): Promise<Batch | null> {
  const id = batchOfKey(await store.outgoing.keyOf(chat, post))
  return id === null ? null : store.batches.get(id)
}
