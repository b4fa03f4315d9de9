// What people do to a request, by a button or by a word: who may, what is stored, and the line that answers them alone.
import type { AccountsAnswer } from '../batches/batch.ts'
import { isOpen } from '../batches/batch.ts'
import { nextMorning, nextOpening, openingFrom } from '../batches/calendar.ts'
import { needsRequester } from '../batches/reminders.ts'
import type { Language } from '../moodle/language.ts'
import type { Site } from '../moodle/sites.ts'
import type { Batch } from '../ports/store.ts'
import type { Message } from '../replies/message.ts'
import { noteReply, refusalReply } from '../replies/notes.ts'
import { checkAgainLater } from './check-again.ts'
import { closeLater } from './close-request.ts'
import { standingNow } from './outcome.ts'
import type { Outside } from './outside.ts'
import { isStaff, mayManage, personOf } from './permissions.ts'
import { siteOf } from './sites.ts'

export type Acting = {
  readonly outside: Outside
  readonly batch: Batch
  readonly person: string
  readonly language: Language
}

/** Null while the request is open: nothing happens to a closed one. */
export const closedNote = ({ batch, language }: Pick<Acting, 'batch' | 'language'>): Message | null =>
  isOpen(batch.state) ? null : noteReply({ kind: 'closed', state: batch.state }, language)

/** Staff say that what is good was uploaded. Throws OutsideError. */
export async function markDone({ outside, batch, person, language }: Acting): Promise<Message> {
  if (!(await isStaff(outside, { chat: batch.chat, person }))) return refusalReply('done', language)
  const standing = await standingNow(outside, batch)
  const isWhole = standing !== null && standing.faulty + standing.waiting === 0
  if (!standing || (standing.good === 0 && !isWhole)) return noteReply({ kind: 'nothingToHand' }, language)
  await closeLater(outside, { batch, event: 'done', person })
  return noteReply({ kind: isWhole ? 'done' : 'handed', rows: standing.good }, language)
}

/** Its author, or staff, take it back. Throws OutsideError. */
export async function withdraw({ outside, batch, person, language }: Acting): Promise<Message> {
  if (!(await mayManage(outside, batch, person))) return refusalReply('withdraw', language)
  await closeLater(outside, { batch, event: 'withdrawn', person })
  return noteReply({ kind: 'withdrawn' }, language)
}

/** Its author is reminded when people work on that day, or next; null: tomorrow. Throws OutsideError. */
export async function remindOn(acting: Acting, day: Temporal.PlainDate | null): Promise<Message> {
  const { outside, batch, person, language } = acting
  if (batch.requester !== person) return refusalReply('remind', language)
  if (!needsRequester(batch)) return noteReply({ kind: 'nothingToRemind' }, language)
  const site = siteOf(outside, batch.site)
  const known = (await personOf(outside, batch.chat, person))?.timezone ?? null
  const timezone = known ?? site.timezone
  const now = outside.clock.now()
  const at = day ? openingFrom(day, site, known) : nextOpening(now, site, known)
  const entry = { at: now, author: person, event: 'snoozed', from: batch.state, to: batch.state, rows: 0 } as const
  const isKept = await outside.store.batches.change(batch.id, { quietUntil: at }, entry)
  if (!isKept) return await remindOn({ ...acting, batch: (await outside.store.batches.get(batch.id))! }, day)
  return noteReply({ kind: 'reminder', planned: { at, now, timezone } }, language)
}

/** Its author, or staff, say how old the accounts are. Throws OutsideError. */
export async function answerAccounts(acting: Acting, accounts: AccountsAnswer): Promise<Message> {
  const { outside, batch, person, language } = acting
  if (!(await mayManage(outside, batch, person))) return refusalReply('answer', language)
  await checkAgainLater(outside, batch, { why: 'answered', author: person, accounts })
  if (accounts === 'old') return noteReply({ kind: 'accountsOld' }, language)
  const site = siteOf(outside, batch.site)
  const now = outside.clock.now()
  const planned = { at: nextMorning(now, site).at, now, timezone: site.timezone }
  return noteReply({ kind: 'accountsLater', planned }, language)
}

/** It is for another Moodle, as are the files that follow in that channel. Throws OutsideError. */
export async function moveTo({ outside, batch, person, language }: Acting, site: Site): Promise<Message> {
  if (!(await mayManage(outside, batch, person))) return refusalReply('move', language)
  await outside.store.preferences.set(batch.chat, batch.channel, 'site', site.id)
  await checkAgainLater(outside, batch, { why: 'moved', author: person, site: site.id })
  return noteReply({ kind: 'moved', site: site.name }, language)
}
