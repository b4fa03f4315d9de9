// A requester is reminded in person where the chat lets the bot write to them, else in the thread.
import { z } from 'zod'
import { isOpen } from '../batches/batch.ts'
import { isWorkingHour, nextWorkingTime } from '../batches/calendar.ts'
import { needsRequester, type Reminder } from '../batches/reminders.ts'
import { OutsideError } from '../ports/outside-error.ts'
import type { Batch } from '../ports/store.ts'
import type { Message } from '../replies/message.ts'
import { reminderMessage } from '../replies/reminder-message.ts'
import type { Outside } from './outside.ts'
import { personOf } from './permissions.ts'
import { placeOf, type Request, replyKey, requestOf } from './request.ts'
import { keptOf } from './revisions.ts'
import { say } from './say.ts'

const orderOf = z.object({ batch: z.string(), key: z.string() })

/** Stores that the requester is to be reminded. Throws OutsideError. */
export async function remindLater(
  { store, clock }: Pick<Outside, 'store' | 'clock'>,
  { id }: Batch,
  { key }: Pick<Reminder, 'key'>,
  runAt = clock.now(),
): Promise<void> {
  await store.jobs.add({ kind: 'remind', payload: { batch: id, key }, runAt, key })
}

/** Reminds the requester, unless nothing is expected of them any more. Throws OutsideError. */
export async function remind(outside: Outside, payload: unknown): Promise<void> {
  const { batch: id, key } = orderOf.parse(payload)
  const batch = await outside.store.batches.get(id)
  if (!batch || !isOpen(batch.state) || !needsRequester(batch)) return
  const request = await requestOf(outside, batch)
  const now = outside.clock.now()
  const timezone = (await personOf(outside, batch.chat, batch.requester))?.timezone ?? null
  if (isWorkingHour(now, request.site, timezone))
    await sayReminder(outside, request, key, await messageOf(outside, request))
  else await remindLater(outside, batch, { key: `${key} later` }, nextWorkingTime(now, request.site, timezone))
}

async function messageOf({ store, clock }: Outside, { batch, site, language }: Request): Promise<Message> {
  const last = (await store.batches.revisions(batch.id)).at(-1)
  const link = (await store.outgoing.find(batch.chat, replyKey(batch.id)))?.link ?? null
  return reminderMessage({
    language,
    site,
    batch,
    faults: keptOf.parse(last?.report ?? null)?.faults ?? [],
    link,
    now: clock.now(),
  })
}

async function sayReminder(outside: Outside, { batch }: Request, key: string, message: Message): Promise<void> {
  try {
    await say(outside, batch.chat, { direct: batch.requester }, key, message)
  } catch (error) {
    if (!(error instanceof OutsideError) || error.code !== 'direct-refused') throw error
    await say(outside, batch.chat, placeOf({ batch }), key, message)
  }
}
