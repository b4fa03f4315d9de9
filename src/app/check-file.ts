// The job that a posted file makes. It may be cut off anywhere and run again: each step finds what the one before left.
import { z } from 'zod'
import type { Report, Verdict } from '../checking/report.ts'
import type { Mark } from '../ports/chat.ts'
import { OutsideError } from '../ports/outside-error.ts'
import { changesReply } from '../replies/changes-reply.ts'
import { failureReply } from '../replies/failure-reply.ts'
import { notEnrolmentReply } from '../replies/not-enrolment-reply.ts'
import { reportReply } from '../replies/report-reply.ts'
import { tooLargeReply } from '../replies/too-large-reply.ts'
import { workingReply } from '../replies/working-reply.ts'
import { threadOf } from './batch-for.ts'
import { reportOn } from './check-report.ts'
import type { InTurn } from './in-turn.ts'
import type { Outside } from './outside.ts'
import { mark, openRequest, type Request, reply, replyAside } from './request.ts'
import { saveRevision } from './revisions.ts'
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
  const limit = outside.maxFileBytes
  const { size } = request.posting.file
  const progress = showProgress(outside, request)
  const report = size > limit ? null : await reportUnlessTooLarge(outside, request, progress.hear)
  await progress.end()
  if (report === null) {
    await replyAside(outside, request, tooLargeReply({ ...wordsOf(request), size, limit }))
    await mark(outside, request, 'blocked')
  } else if (isForeign(report) && request.isFirst && !anyway) {
    await reply(outside, request, notEnrolmentReply(wordsOf(request)))
    await mark(outside, request, 'blocked')
  } else {
    await answerWith(outside, request, report)
  }
}

/** Null when the file proves too large on the way. */
async function reportUnlessTooLarge(
  outside: Outside,
  request: Request,
  progress: (part: number) => void,
): Promise<Report | null> {
  try {
    return await reportOn(outside, request, progress)
  } catch (error) {
    if (error instanceof OutsideError && error.code === 'file-too-large') return null
    throw error
  }
}

async function answerWith(outside: Outside, request: Request, report: Report): Promise<void> {
  const { language, site } = request
  const { number, before } = await saveRevision(outside, request, report)
  await reply(outside, request, reportReply(report, { language, site, revision: number }))
  if (before && !request.isFirst) await replyAside(outside, request, changesReply(before, report, language))
  await mark(outside, request, marks[report.verdict])
  const { verdict, counts } = report
  outside.log.info(
    { posting: request.posting.id, batch: request.batch.id, number, verdict, counts },
    'a file was answered',
  )
}

/** A table of something else: no line of it has a word that heads a column of ours. */
const isForeign = ({ verdict, file }: Report) => verdict === 'blocked' && file.delimiter === null

const wordsOf = ({ language, posting }: Request) => ({ language, name: posting.file.name })

const marks: Readonly<Record<Verdict, Mark>> = {
  ready: 'ready',
  corrected: 'ready',
  partial: 'partial',
  blocked: 'blocked',
  unreadable: 'blocked',
}
