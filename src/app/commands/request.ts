// What a person asks of one request by a word instead of a button.

import { morningOf } from '../../batches/calendar.ts'
import { inStateSince } from '../../batches/digest.ts'
import type { Batch } from '../../ports/store.ts'
import { unknownDayReply } from '../../replies/command-replies.ts'
import { dayCalled } from '../../replies/day-words.ts'
import type { Message } from '../../replies/message.ts'
import { noRequestReply, statusReply } from '../../replies/status-reply.ts'
import { type Acting, closedNote, markDone, remindOn, withdraw as takeBack } from '../acts.ts'
import { standingNow } from '../outcome.ts'
import { personOf } from '../permissions.ts'
import { nameOf, requestOf } from '../request.ts'
import { type Asked, batchAsked } from './asked.ts'

/** Where a request stands, since when and by whom. Throws OutsideError. */
export async function status(asked: Asked): Promise<Message> {
  const { outside, language } = asked
  const batch = await batchAsked(asked)
  if (!batch) return noRequestReply(language)
  const request = await requestOf(outside, batch)
  const { site } = request
  const rows = await standingNow(outside, batch)
  const retryAt = batch.retryOn && morningOf(batch.retryOn, site)
  const when = { ...(await broughtBy(asked, batch)), retryAt, now: outside.clock.now(), timezone: site.timezone }
  return statusReply({ language, state: batch.state, name: nameOf(request), site: site.name, rows, ...when })
}

async function broughtBy({ outside }: Asked, batch: Batch) {
  const history = await outside.store.chronicle.of(batch.id)
  const author = history.findLast(({ from, to }) => from !== to)?.author ?? null
  const by = author === null ? null : ((await personOf(outside, batch.chat, author))?.name ?? null)
  return { since: inStateSince(batch, history), by }
}

/** Staff say that it was uploaded. Throws OutsideError. */
export const done = (asked: Asked): Promise<Message> => onOpen(asked, markDone)

/** Its author, or staff, take it back. Throws OutsideError. */
export const withdraw = (asked: Asked): Promise<Message> => onOpen(asked, takeBack)

/** Its author is reminded tomorrow, or on the day that is named. Throws OutsideError. */
export const remind = (asked: Asked): Promise<Message> =>
  onOpen(asked, async (acting) => {
    const { outside, language, rest } = asked
    if (rest === '') return await remindOn(acting, null)
    const { timezone } = (await requestOf(outside, acting.batch)).site
    const day = dayCalled(rest, outside.clock.now().toZonedDateTimeISO(timezone).toPlainDate())
    return day ? await remindOn(acting, day) : unknownDayReply(rest, language)
  })

async function onOpen(asked: Asked, act: (acting: Acting) => Promise<Message>): Promise<Message> {
  const { outside, command, language } = asked
  const batch = await batchAsked(asked)
  if (!batch) return noRequestReply(language)
  const acting = { outside, batch, person: command.person, language }
  return closedNote(acting) ?? (await act(acting))
}
