// What the clock asks for is computed from the store at each tick, so that a bot that slept does it on waking; the key of
// each job lets it happen once, whatever restarts and however many processes look.
import { morningOf } from '../batches/calendar.ts'
import { dayOf, digestDue, digestKey } from '../batches/digest-days.ts'
import { needsRequester, reminderDue } from '../batches/reminders.ts'
import type { Batch } from '../ports/store.ts'
import { checkAgainLater } from './check-again.ts'
import { closeLater } from './close-request.ts'
import { standingNow } from './outcome.ts'
import type { Outside } from './outside.ts'
import { lastWord, remindLater } from './remind.ts'
import { siteFor, siteOf } from './sites.ts'

type Due = Pick<Outside, 'store' | 'clock' | 'sites' | 'retention' | 'chats'>

/** Stores a job for all that is due now. Throws OutsideError. */
export async function findDue(outside: Due): Promise<void> {
  const now = outside.clock.now()
  const chats = new Set(outside.chats.map(({ name }) => name))
  for (const batch of await outside.store.batches.pending()) {
    if (chats.has(batch.chat)) await batchDue(outside, batch, now)
  }
  for (const place of await outside.store.chronicle.channels()) {
    if (!chats.has(place.chat)) continue
    const date = digestDue(now, await siteFor(outside, { ...place, form: null }))
    if (date === null) continue
    const key = `${place.chat} ${digestKey(place.channel, date)}`
    await outside.store.jobs.add({ kind: 'digest', payload: { ...place, date: date.toString() }, runAt: now, key })
  }
}

async function batchDue(outside: Due, batch: Batch, now: Temporal.Instant): Promise<void> {
  const site = siteOf(outside, batch.site)
  const { retryOn, mornings } = batch
  const today = dayOf(now, site)
  if (isBefore(await lastUse(outside, batch), now.subtract(outside.retention))) {
    await closeLater(outside, { batch, event: 'expired', person: null })
  } else if (retryOn && Temporal.PlainDate.compare(retryOn, today) <= 0 && !isBefore(now, morningOf(today, site))) {
    const before = (await standingNow(outside, batch)) ?? nothing
    const again = { why: 'morning', author: null, morning: { count: mornings + 1, before } } as const
    await checkAgainLater(outside, batch, again, `morning ${batch.id} ${today.toString()}`)
  } else if (needsRequester(batch)) {
    const since = await lastWord(outside, batch)
    const reminder = reminderDue(batch, since, now, site, null)
    if (reminder) await remindLater(outside, batch, { ...reminder, since })
  }
}

const nothing = { good: 0, faulty: 0, waiting: 0 }

/** When a person did last something to it. What the bot does by itself every morning would keep it open for ever. */
async function lastUse({ store }: Due, { id, createdAt }: Batch): Promise<Temporal.Instant> {
  const history = await store.chronicle.of(id)
  return history.findLast(({ author, event }) => author !== null && event !== 'snoozed')?.at ?? createdAt
}

const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) < 0
