// The button "Tout afficher": the full report as a file in the thread, once per file and person's language.
import { z } from 'zod'
import { failureReply } from '../replies/failure-reply.ts'
import type { Message } from '../replies/message.ts'
import { checkPosted } from './check-posted.ts'
import { languageOf } from './language-of.ts'
import type { Outside } from './outside.ts'
import { openRequest, placeOf } from './request.ts'
import { turnOf } from './revisions.ts'
import type { Failure } from './run-job.ts'
import { say } from './say.ts'

const orderOf = z.object({ posting: z.string(), person: z.string() })

/** Posts the full report on a file, checked again as things are today. Throws OutsideError. */
export async function showAll(outside: Outside, payload: unknown): Promise<void> {
  const { request, language, sayFull } = await openOrder(outside, payload)
  const turn = await turnOf(outside, request)
  const { full } = await checkPosted(outside, { ...request, language }, turn, () => undefined, true)
  if (full) await sayFull(full)
}

/** Says that it did not work: the file may be gone by now. Throws OutsideError. */
export async function tellNotShown(outside: Outside, payload: unknown, { reference, retryAt }: Failure): Promise<void> {
  const { request, language, sayFull } = await openOrder(outside, payload)
  const next = retryAt && { at: retryAt, now: outside.clock.now(), timezone: request.site.timezone }
  await sayFull(failureReply({ language, name: request.posting.file.name, reference }, next))
}

async function openOrder(outside: Outside, payload: unknown) {
  const { posting: id, person } = orderOf.parse(payload)
  const posting = await outside.store.postings.get(id)
  if (!posting) throw new Error(`Posting ${id} is not stored`)
  const { chat } = posting
  const request = await openRequest(outside, posting)
  const language = await languageOf(outside, { chat, author: person })
  const sayFull = (message: Message) => say(outside, chat, placeOf(request), `full ${id} ${language}`, message)
  return { request, language, sayFull }
}
