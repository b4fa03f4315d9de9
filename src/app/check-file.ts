// The job that a posted file makes. It may be cut off anywhere and run again: each step finds what the one before left.
import { z } from 'zod'
import type { Verdict } from '../checking/report.ts'
import type { Mark } from '../ports/chat.ts'
import { OutsideError } from '../ports/outside-error.ts'
import type { Answer, Asker } from '../replies/answer.ts'
import { failureReply } from '../replies/failure-reply.ts'
import { notEnrolmentReply } from '../replies/not-enrolment-reply.ts'
import { tooLargeReply } from '../replies/too-large-reply.ts'
import { workingReply } from '../replies/working-reply.ts'
import { threadOf } from './batch-for.ts'
import { checkPosted } from './check-posted.ts'
import type { InTurn } from './in-turn.ts'
import type { Outside } from './outside.ts'
import { mark, openRequest, type Request, reply, replyAside } from './request.ts'
import { saveRevision, turnOf } from './revisions.ts'
import type { Failure } from './run-job.ts'
import { showProgress } from './show-progress.ts'

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
  await inTurn(`${posting.chat} ${posting.channel} ${threadOf(posting)}`, async () => {
    const request = await openRequest(outside, posting)
    await mark(outside, request, 'working')
    if (request.isFirst) await reply(outside, request, workingReply(wordsOf(request)))
    await answer(outside, request, order.anyway)
  })
}

/** Says that it did not work, and when it is tried again. Throws OutsideError. */
export async function tellFailure(outside: Outside, payload: unknown, { reference, retryAt }: Failure): Promise<void> {
  const posting = await outside.store.postings.get(orderOf.parse(payload).posting)
  if (!posting) return
  const request = await openRequest(outside, posting)
  const { timezone } = request.site
  const next = retryAt && { at: retryAt, now: outside.clock.now(), timezone }
  await replyAside(outside, request, failureReply({ ...wordsOf(request), reference }, next))
  await mark(outside, request, 'failed')
}

async function answer(outside: Outside, request: Request, anyway: boolean): Promise<void> {
  const { language, isFirst } = request
  const turn = await turnOf(outside, request)
  const answered = await checked(outside, request, { ...turn, language, full: false })
  if (answered === null) {
    await refuse(outside, request)
  } else if (answered.isForeign && isFirst && !anyway) {
    await reply(outside, request, notEnrolmentReply(wordsOf(request)))
    await mark(outside, request, 'blocked')
  } else {
    await saveRevision(outside, request, turn, answered)
    await tell(outside, request, answered)
  }
}

/** Null when the file is too large, or proves to be on the way. */
async function checked(outside: Outside, request: Request, asker: Asker): Promise<Answer | null> {
  if (request.posting.file.size > outside.maxFileBytes) return null
  const progress = showProgress(outside, request)
  try {
    return await checkPosted(outside, request, asker, progress.hear)
  } catch (error) {
    if (error instanceof OutsideError && error.code === 'file-too-large') return null
    throw error
  } finally {
    await progress.end()
  }
}

async function refuse(outside: Outside, request: Request): Promise<void> {
  const { size } = request.posting.file
  await replyAside(outside, request, tooLargeReply({ ...wordsOf(request), size, limit: outside.maxFileBytes }))
  await mark(outside, request, 'blocked')
}

async function tell(outside: Outside, request: Request, answered: Answer): Promise<void> {
  const { verdict, counts, change } = answered
  await reply(outside, request, answered.reply)
  if (change && !request.isFirst) await replyAside(outside, request, change)
  await mark(outside, request, marks[verdict])
  outside.log.info({ posting: request.posting.id, batch: request.batch.id, verdict, counts }, 'a file was answered')
}

const wordsOf = ({ language, posting }: Request) => ({ language, name: posting.file.name })

const marks: Readonly<Record<Verdict, Mark>> = {
  ready: 'ready',
  corrected: 'ready',
  partial: 'partial',
  blocked: 'blocked',
  unreadable: 'blocked',
}
