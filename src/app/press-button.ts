// A press is answered by a job: the chat waits three seconds at most, and what was asked must survive a kill.
import type { Press } from '../ports/chat.ts'
import { accountsAnswerOf, type ButtonId, siteChoiceId } from '../replies/buttons.ts'
import type { Message } from '../replies/message.ts'
import { type Acting, answerAccounts, closedNote, markDone, moveTo, remindOn, withdraw } from './acts.ts'
import { languageOf } from './language-of.ts'
import type { Outside } from './outside.ts'
import { batchOfKey } from './request.ts'

/** Stores what the button asks for; a button of a post that is not (any more) ours asks for nothing. Throws OutsideError. */
export async function pressButton(outside: Outside, press: Press): Promise<Message | null> {
  const { chat, person, channel, post, button, option } = press
  const id = batchOfKey(await outside.store.outgoing.keyOf(chat, { channel, post }))
  const batch = id === null ? null : await outside.store.batches.get(id)
  if (!batch) return null
  const language = await languageOf(outside, { chat, author: person })
  const acting = { outside, batch, person, language }
  if (button === siteChoiceId) return closedNote(acting) ?? (await chooseSite(acting, option))
  if (!Object.hasOwn(buttons, button)) return null
  return button === 'all'
    ? await showAllLater(acting)
    : (closedNote(acting) ?? (await buttons[button as ButtonId](acting)))
}

const buttons: Readonly<Record<ButtonId, (acting: Acting) => Promise<Message | null>>> = {
  all: showAllLater,
  anyway: checkAnyway,
  done: markDone,
  withdraw,
  tomorrow: (acting) => remindOn(acting, null),
  accountsOld: (acting) => answerAccounts(acting, accountsAnswerOf.accountsOld),
  accountsNew: (acting) => answerAccounts(acting, accountsAnswerOf.accountsNew),
  accountsUnsure: (acting) => answerAccounts(acting, accountsAnswerOf.accountsUnsure),
}

async function showAllLater({ outside, batch, person }: Acting): Promise<null> {
  const { store, clock } = outside
  const last = (await store.batches.revisions(batch.id)).at(-1)
  if (!last) return null
  const payload = { posting: last.posting, person }
  const key = `full ${last.posting} ${person} ${batch.updatedAt.epochMilliseconds}`
  await store.jobs.add({ kind: 'show-all', payload, runAt: clock.now(), key })
  return null
}

async function checkAnyway({ outside, batch }: Acting): Promise<null> {
  const { store, clock } = outside
  const payload = { posting: batch.id, anyway: true }
  await store.jobs.add({ kind: 'check-file', payload, runAt: clock.now(), key: `anyway ${batch.id}` })
  return null
}

async function chooseSite(acting: Acting, option: string | null): Promise<Message | null> {
  const site = acting.outside.sites.find(({ id }) => id === option)
  return site && site.id !== acting.batch.site ? await moveTo(acting, site) : null
}
