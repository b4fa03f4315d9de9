// A requester is reminded in person where the chat lets the bot write to them, else in the thread.
import { z } from 'zod'
import { isWorkingHour, nextWorkingTime } from '../batches/calendar.ts'
import { needsRequester, type Reminder } from '../batches/reminders.ts'
import { OutsideError } from '../ports/outside-error.ts'
import type { Batch } from '../ports/store.ts'
import { reminderMessage } from '../replies/reminder-message.ts'
import type { InTurn } from './in-turn.ts'
import type { Outside } from './outside.ts'
import { personOf } from './permissions.ts'
import { calledOf, inThreadOf, nameOf, placeOf, type Request, replyKey, requestOf } from './request.ts'
import { keptOf } from './revisions.ts'
import { say } from './say.ts'

const orderOf = z.object({
  batch: z.string(),
  key: z.string(),
  number: z.number().nullable(),
  /** When the requester did something last. */
  since: z.string(),
})

type Due = Reminder & { readonly since: Temporal.Instant }

/** Stores that the requester is to be reminded. Throws OutsideError. */
export async function remindLater(
  { store, clock }: Pick<Outside, 'store' | 'clock'>,
  { id }: Pick<Batch, 'id'>,
  { key, number, since }: Due,
  runAt = clock.now(),
): Promise<void> {
  await store.jobs.add({ kind: 'remind', payload: { batch: id, key, number, since: since.toString() }, runAt, key })
}

/** When the requester did something last. Throws OutsideError. */
export async function lastWord(
  { store }: Pick<Outside, 'store'>,
  { id, requester, createdAt }: Batch,
): Promise<Temporal.Instant> {
  const history = await store.chronicle.of(id)
  return history.findLast(({ author, event }) => author === requester && event !== 'snoozed')?.at ?? createdAt
}

/** Reminds the requester, unless nothing is expected of them any more. Throws OutsideError. */
export async function remind(outside: Outside, payload: unknown, inTurn: InTurn): Promise<void> {
  const { since, ...reminder } = orderOf.parse(payload)
  const found = await outside.store.batches.get(reminder.batch)
  if (!found) throw new Error(`Batch ${reminder.batch} is not stored`)
  await inThreadOf(found, inTurn, async () => {
    const batch = (await outside.store.batches.get(found.id))!
    const due = { ...reminder, since: Temporal.Instant.from(since) }
    if (await isStillDue(outside, batch, due)) await remindNow(outside, batch, due)
  })
}

/** False when they did something meanwhile, or want to be left alone for a while. */
async function isStillDue(outside: Outside, batch: Batch, { since }: Due): Promise<boolean> {
  const { quietUntil } = batch
  const isQuiet = quietUntil !== null && Temporal.Instant.compare(outside.clock.now(), quietUntil) < 0
  return needsRequester(batch) && !isQuiet && (await lastWord(outside, batch)).equals(since)
}

async function remindNow(outside: Outside, batch: Batch, { key, ...due }: Due): Promise<void> {
  const request = await requestOf(outside, batch)
  const now = outside.clock.now()
  const timezone = (await personOf(outside, batch.chat, batch.requester))?.timezone ?? null
  if (isWorkingHour(now, request.site, timezone)) await sayReminder(outside, request, { key, ...due })
  else await remindLater(outside, batch, { key: `${key} later`, ...due }, nextWorkingTime(now, request.site, timezone))
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
