// A press is answered by a job: the chat waits three seconds at most, and what was asked must survive a kill. Who may
// not is told so, to them alone.

import { type AccountsAnswer, isOpen } from '../batches/batch.ts'
import { nextOpening } from '../batches/calendar.ts'
import type { Language } from '../moodle/language.ts'
import type { Press } from '../ports/chat.ts'
import type { Batch } from '../ports/store.ts'
import type { ButtonId } from '../replies/buttons.ts'
import type { Message } from '../replies/message.ts'
import { alreadyClosedReply, nothingGoodReply, noticedReply, refusedReply, tomorrowReply } from '../replies/press-replies.ts'
import { checkAgainLater } from './check-again.ts'
import { closeLater } from './close-request.ts'
import { languageOf } from './language-of.ts'
import type { Outside } from './outside.ts'
import { isStaff, mayManage, personOf } from './permissions.ts'
import { batchOfKey } from './request.ts'
import { siteOf } from './sites.ts'
import { standingNow } from './outcome.ts'
import { snooze } from './snooze.ts'

type Pressed = {
  readonly outside: Outside
  readonly batch: Batch
  readonly press: Press
  readonly language: Language
}

/** Stores what the button asks for; a button of a post that is not (any more) ours asks for nothing. Throws OutsideError. */
export async function pressButton(outside: Outside, press: Press): Promise<Message | null> {
  const { chat, person, channel, post, button } = press
  const id = batchOfKey(await outside.store.outgoing.keyOf(chat, { channel, post }))
  const batch = id === null ? null : await outside.store.batches.get(id)
  const pressed = Object.hasOwn(buttons, button) ? buttons[button as ButtonId] : undefined
  if (!batch || !pressed) return null
  const language = await languageOf(outside, { chat, author: person })
  if (!isOpen(batch.state) && button !== 'all') return alreadyClosedReply(language)
  return await pressed({ outside, batch, press, language })
}

const buttons: Readonly<Record<ButtonId, (pressed: Pressed) => Promise<Message | null>>> = {
  all: showAll,
  anyway: checkAnyway,
  done,
  withdraw,
  tomorrow,
  site: chooseSite,
  accountsOld: (pressed) => answerAccounts(pressed, 'old'),
  accountsNew: (pressed) => answerAccounts(pressed, 'new'),
  accountsUnsure: (pressed) => answerAccounts(pressed, 'unsure'),
}

async function showAll({ outside, batch, press }: Pressed): Promise<null> {
  const { store, clock } = outside
  const last = (await store.batches.revisions(batch.id)).at(-1)
  if (!last) return null
  const payload = { posting: last.posting, person: press.person }
  const key = `full ${last.posting} ${press.person} ${batch.updatedAt.epochMilliseconds}`
  await store.jobs.add({ kind: 'show-all', payload, runAt: clock.now(), key })
  return null
}

async function checkAnyway({ outside, batch }: Pressed): Promise<null> {
  const payload = { posting: batch.id, anyway: true }
  const key = `anyway ${batch.id}`
  await outside.store.jobs.add({ kind: 'check-file', payload, runAt: outside.clock.now(), key })
  return null
}

async function done({ outside, batch, press, language }: Pressed): Promise<Message | null> {
  if (!(await isStaff(outside, press))) return refusedReply(language, 'staff')
  if (((await standingNow(outside, batch))?.good ?? 0) === 0) return nothingGoodReply(language)
  await closeLater(outside, { batch, event: 'done', person: press.person })
  return null
}

async function withdraw({ outside, batch, press, language }: Pressed): Promise<Message | null> {
  if (!(await mayManage(outside, batch, press.person))) return refusedReply(language, 'requester')
  await closeLater(outside, { batch, event: 'withdrawn', person: press.person })
  return null
}

async function tomorrow({ outside, batch, press, language }: Pressed): Promise<Message> {
  if (batch.requester !== press.person) return refusedReply(language, 'requester-only')
  const site = siteOf(outside, batch.site)
  const timezone = (await personOf(outside, press.chat, press.person))?.timezone ?? null
  const at = nextOpening(outside.clock.now(), site, timezone)
  await snooze(outside, batch, press.person, at)
  return tomorrowReply(language, { at, now: outside.clock.now(), timezone: timezone ?? site.timezone })
}

async function chooseSite({ outside, batch, press, language }: Pressed): Promise<Message | null> {
  const site = outside.sites.find(({ id }) => id === press.option)
  if (!site || site.id === batch.site) return null
  if (!(await mayManage(outside, batch, press.person))) return refusedReply(language, 'requester')
  await outside.store.preferences.set(press.chat, batch.channel, 'site', site.id)
  await checkAgainLater(outside, batch, { why: 'moved', author: press.person, site: site.id })
  return null
}

async function answerAccounts(
  { outside, batch, press, language }: Pressed,
  accounts: AccountsAnswer,
): Promise<Message | null> {
  if (!(await mayManage(outside, batch, press.person))) return refusedReply(language, 'requester')
  await checkAgainLater(outside, batch, { why: 'answered', author: press.person, accounts })
  return noticedReply(language, accounts)
}
