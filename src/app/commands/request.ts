// What a person asks of one request by a word instead of a button.
import { isOpen } from '../../batches/batch.ts'
import { isWorkingDay, nextOpening, nextWorkingTime } from '../../batches/calendar.ts'
import type { Site } from '../../moodle/sites.ts'
import type { Batch } from '../../ports/store.ts'
import type { Message } from '../../replies/message.ts'
import {
  alreadyClosedReply,
  closingReply,
  noRequestReply,
  refusedReply,
  tomorrowReply,
  whichDayReply,
} from '../../replies/press-replies.ts'
import { statusReply } from '../../replies/status-reply.ts'
import { closeLater } from '../close-request.ts'
import { namesIn } from '../people.ts'
import { isStaff, mayManage, personOf } from '../permissions.ts'
import { pendingRequests } from '../post-digest.ts'
import { siteOf } from '../sites.ts'
import { snooze } from '../snooze.ts'
import { type Asked, batchAsked } from './asked.ts'

/** Where a request stands, since when and by whom. Throws OutsideError. */
export async function status(asked: Asked): Promise<Message> {
  const { outside, command, language } = asked
  const batch = await batchAsked(asked)
  if (!batch) return noRequestReply(language)
  const history = await outside.store.chronicle.of(batch.id)
  const names = await namesIn(outside, command.chat, history)
  const [request] = await pendingRequests(outside, command.chat, [batch])
  return statusReply(
    { ...request!, history, names },
    { language, site: siteOf(outside, batch.site), now: outside.clock.now() },
  )
}

/** Staff say that it was uploaded. Throws OutsideError. */
export const done = (asked: Asked): Promise<Message> =>
  onOpen(asked, async (batch) => {
    const { outside, command, language } = asked
    if (!(await isStaff(outside, command))) return refusedReply(language, 'staff')
    await closeLater(outside, { batch, event: 'done', person: command.person })
    return closingReply(language, 'done')
  })

/** Its author, or staff, take it back. Throws OutsideError. */
export const withdraw = (asked: Asked): Promise<Message> =>
  onOpen(asked, async (batch) => {
    const { outside, command, language } = asked
    if (!(await mayManage(outside, batch, command.person))) return refusedReply(language, 'requester')
    await closeLater(outside, { batch, event: 'withdrawn', person: command.person })
    return closingReply(language, 'withdrawn')
  })

/** Its author is reminded tomorrow, or on the day that is named. Throws OutsideError. */
export const remind = (asked: Asked): Promise<Message> =>
  onOpen(asked, async (batch) => {
    const { outside, command, language, rest } = asked
    if (batch.requester !== command.person) return refusedReply(language, 'requester-only')
    const site = siteOf(outside, batch.site)
    const timezone = (await personOf(outside, command.chat, command.person))?.timezone ?? null
    const now = outside.clock.now()
    const at = momentNamed(rest, now, site, timezone)
    if (!at) return whichDayReply(language)
    await snooze(outside, batch, command.person, at)
    return tomorrowReply(language, { at, now, timezone: timezone ?? site.timezone })
  })

async function onOpen(asked: Asked, act: (batch: Batch) => Promise<Message>): Promise<Message> {
  const batch = await batchAsked(asked)
  if (!batch) return noRequestReply(asked.language)
  return isOpen(batch.state) ? await act(batch) : alreadyClosedReply(asked.language)
}

/** The opening hour of the next working day, or of that day when it is one to come; null for any other word. */
function momentNamed(
  word: string,
  now: Temporal.Instant,
  site: Site,
  timezone: string | null,
): Temporal.Instant | null {
  if (/^(tomorrow|demain)?$/i.test(word)) return nextOpening(now, site, timezone)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(word)) return null
  const day = dayOf(word)
  if (!day || !isWorkingDay(day, site)) return null
  const midnight = day.toZonedDateTime(timezone ?? site.timezone).toInstant()
  return Temporal.Instant.compare(midnight, now) > 0 ? nextWorkingTime(midnight, site, timezone) : null
}

function dayOf(text: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    return null
  }
}
