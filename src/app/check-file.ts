// The job that a posted file makes. It may be cut off anywhere and run again: each step finds what the one before left.
import { z } from 'zod'
import { isOpen } from '../batches/batch.ts'
import { failureReply } from '../replies/failure-reply.ts'
import { workingReply } from '../replies/working-reply.ts'
import { callTeam } from './call-team.ts'
import { checkRequest } from './check-request.ts'
import { tellEndAgain } from './ending.ts'
import type { InTurn } from './in-turn.ts'
import type { Outside } from './outside.ts'
import { inThreadOfPosting, mark, openRequest, type Request, reply, replyAside, wordsOf } from './request.ts'
import type { Failure } from './run-job.ts'

const orderOf = z.object({
  posting: z.string(),
  /** Although no column is one of an enrolment file. */
  anyway: z.boolean().default(false),
})

/** Checks a posted file and answers in its thread. Throws OutsideError: then it may be tried again. */
export async function checkFile(outside: Outside, payload: unknown, inTurn: InTurn): Promise<void> {
  const order = orderOf.parse(payload)
  const posting = await outside.store.postings.get(order.posting)
  if (!posting) throw new Error(`Posting ${order.posting} is not stored`)
  await inThreadOfPosting(posting, inTurn, async () => {
    const request = await openRequest(outside, posting)
    if (isOpen(request.batch.state)) await answer(outside, request, order.anyway)
    else await tellEndAgain(outside, request.batch)
  })
}

async function answer(outside: Outside, request: Request, anyway: boolean): Promise<void> {
  await mark(outside, request, 'working')
  if (request.isFirst) await reply(outside, request, workingReply(wordsOf(request)))
  const { author, receivedAt: at } = request.posting
  await checkRequest(outside, request, { why: 'posted', author, at, anyway, morning: null })
}

/** Says that it did not work, and when it is tried again. Throws OutsideError. */
export async function tellFailure(outside: Outside, payload: unknown, failure: Failure): Promise<void> {
  const { reference, retryAt } = failure
  const posting = await outside.store.postings.get(orderOf.parse(payload).posting)
  if (!posting) return
  const request = await openRequest(outside, posting)
  const { timezone } = request.site
  const next = retryAt && { at: retryAt, now: outside.clock.now(), timezone }
  await replyAside(outside, request, failureReply({ ...wordsOf(request), reference }, next))
  await mark(outside, request, 'failed')
  await callTeam(outside, request, failure)
}
