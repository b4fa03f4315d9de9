// A request that a job was buried for would wait for ever in silence: a new post in its thread, as an edit calls nobody.
import { z } from 'zod'
import { takeOverReply } from '../replies/failure-reply.ts'
import type { Outside } from './outside.ts'
import { type Request, replyNews, requestOf } from './request.ts'
import type { Failure } from './run-job.ts'

/** Calls the team once the request will not be tried again. Throws OutsideError. */
export async function callTeam(outside: Outside, request: Request, { reference, retryAt }: Failure): Promise<void> {
  if (retryAt !== null) return
  const { batch, language } = request
  await replyNews(outside, request, `stuck ${batch.id} ${reference}`, takeOverReply({ language, reference }))
}

const orderOf = z.object({ batch: z.string() })

/** The same for a job about a batch. */
export async function callTeamTo(outside: Outside, payload: unknown, failure: Failure): Promise<void> {
  const batch = await outside.store.batches.get(orderOf.parse(payload).batch)
  if (batch && failure.retryAt === null) await callTeam(outside, await requestOf(outside, batch), failure)
}
