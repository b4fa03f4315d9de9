// The last word on a request, whoever or whatever closed it.
import type { Mark } from '../ports/chat.ts'
import type { Batch } from '../ports/store.ts'
import { closedReply } from '../replies/closed-reply.ts'
import { closingNews } from '../replies/closing-news.ts'
import type { Outside } from './outside.ts'
import { personOf } from './permissions.ts'
import { calledOf, markAll, nameOf, reply, replyNews, requestOf } from './request.ts'

export const endings = ['done', 'withdrawn', 'expired'] as const
export type Ending = (typeof endings)[number]

export type End = { readonly event: Ending; readonly author: string | null; readonly at: Temporal.Instant }

/** Says in its thread how a batch ended: in the reply, in a line of its own and by a mark. Throws OutsideError. */
export async function tellEnd(outside: Outside, id: string, { event, author, at }: End): Promise<void> {
  const { store, clock, chats, log, retention } = outside
  const history = await store.chronicle.of(id)
  const batch = (await store.batches.get(id))!
  const request = await requestOf(outside, batch)
  const { language, site } = request
  const days = Math.round(retention.total('days'))
  const uploaded = history.filter((entry) => entry.event === 'done' || entry.event === 'handed')
  const rows = uploaded.reduce((sum, entry) => sum + entry.rows, 0)
  const by = author === null ? null : await personOf({ chats, log }, batch.chat, author)
  const when = { at, now: clock.now(), timezone: site.timezone }
  const closed = { language, state: event, name: nameOf(request), site: site.name, rows, by: by?.name ?? null, days }
  await reply(outside, request, closedReply({ ...closed, ...when }))
  const done = uploaded.at(-1)?.rows ?? 0
  const news = event === 'done' ? { kind: event, rows: done, site: site.name } : { kind: event, days }
  await replyNews(outside, request, `closed ${id}`, closingNews(news, calledOf(request, author), language))
  await markAll(outside, batch, marks[event])
}

const marks: Readonly<Record<Ending, Mark>> = { done: 'done', withdrawn: 'closed', expired: 'closed' }

/** Says again how a batch ended: another process may have said since that its file is being checked. Throws OutsideError. */
export async function tellEndAgain(outside: Outside, { id }: Batch): Promise<void> {
  const last = (await outside.store.chronicle.of(id)).at(-1)
  const event = endings.find((ending) => ending === last?.event)
  if (last && event) await tellEnd(outside, id, { ...last, event })
}
