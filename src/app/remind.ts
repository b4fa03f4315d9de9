// A requester is reminded in person where the chat lets the bot write to them, else in the thread.
import { z } from 'zod'
import { isWorkingHour, nextWorkingTime } from '../batches/calendar.ts'
import { needsRequester, type Reminder } from '../batches/reminders.ts'
import { OutsideError } from '../ports/outside-error.ts'
import type { Batch } from '../ports/store.ts'
import { reminderMessage } from '../replies/reminder-message.ts'
import type { Outside } from './outside.ts'
import { personOf } from './permissions.ts'
import { calledOf, nameOf, placeOf, type Request, replyKey, requestOf } from './request.ts'
import { keptOf } from './revisions.ts'
import { say } from './say.ts'

const orderOf = z.object({ batch: z.string(), key: z.string(), number: z.number().nullable() })

/** Stores that the requester is to be reminded. Throws OutsideError. */
export async function remindLater(
  { store, clock }: Pick<Outside, 'store' | 'clock'>,
  { id }: Pick<Batch, 'id'>,
  { key, number }: Reminder,
  runAt = clock.now(),
): Promise<void> {
  await store.jobs.add({ kind: 'remind', payload: { batch: id, key, number }, runAt, key })
}

/** Reminds the requester, unless nothing is expected of them any more. Throws OutsideError. */
export async function remind(outside: Outside, payload: unknown): Promise<void> {
  const { batch: id, key, number } = orderOf.parse(payload)
  const batch = await outside.store.batches.get(id)
  if (!batch || !needsRequester(batch)) return
  const request = await requestOf(outside, batch)
  const now = outside.clock.now()
  const timezone = (await personOf(outside, batch.chat, batch.requester))?.timezone ?? null
  if (isWorkingHour(now, request.site, timezone)) await sayReminder(outside, request, { key, number })
  else await remindLater(outside, batch, { key: `${key} later`, number }, nextWorkingTime(now, request.site, timezone))
}

async function sayReminder(outside: Outside, request: Request, { key, number }: Reminder): Promise<void> {
  const { batch } = request
  const reminded = await remindedOf(outside, request, number)
  const link = (await outside.store.outgoing.find(batch.chat, replyKey(batch.id)))?.link ?? null
  try {
    await say(outside, batch.chat, { direct: batch.requester }, key, reminderMessage({ ...reminded, link }))
  } catch (error) {
    if (!(error instanceof OutsideError) || error.code !== 'direct-refused') throw error
    const called = { ...reminded, requester: calledOf(request, null), link: null }
    await say(outside, batch.chat, placeOf(request), key, reminderMessage(called))
  }
}

async function remindedOf({ store }: Outside, request: Request, number: number | null) {
  const { batch, site, language } = request
  const last = (await store.batches.revisions(batch.id)).at(-1)
  const faults = keptOf.parse(last?.report ?? null)?.faults ?? []
  return {
    language,
    number,
    requester: null,
    name: nameOf(request),
    site: site.name,
    timezone: site.timezone,
    createdAt: batch.createdAt,
    waitsFor: batch.state === 'waiting' ? ('accounts' as const) : faults,
  }
}
