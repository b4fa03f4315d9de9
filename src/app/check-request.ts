// One check of the last file of a request, whatever caused it, up to the last word that is said of it.
import { isOpen } from '../batches/batch.ts'
import { morningOf } from '../batches/calendar.ts'
import type { Rows } from '../batches/digest.ts'
import { stateAfter } from '../batches/standing.ts'
import type { Verdict } from '../checking/report.ts'
import type { Mark } from '../ports/chat.ts'
import { OutsideError } from '../ports/outside-error.ts'
import type { Batch } from '../ports/store.ts'
import type { Answer } from '../replies/answer.ts'
import type { Message } from '../replies/message.ts'
import { morningNews } from '../replies/morning-news.ts'
import { notEnrolmentReply } from '../replies/not-enrolment-reply.ts'
import { fileGoneReply, tooLargeReply } from '../replies/refused-file-replies.ts'
import type { Cause } from './cause.ts'
import { checkPosted } from './check-posted.ts'
import type { Outside } from './outside.ts'
import { calledOf, mark, type Request, reply, replyAside, replyNews, wordsOf } from './request.ts'
import { saveRevision, type Turn, turnOf } from './revisions.ts'
import { showProgress } from './show-progress.ts'

/** Checks, stores what was found and says it; nothing when the request is closed meanwhile. Throws OutsideError. */
export async function checkRequest(outside: Outside, asked: Request, cause: Cause): Promise<void> {
  if (!isOpen(asked.batch.state)) return
  const turn = await turnOf(outside, asked)
  const request = turn.revision > asked.batch.revision ? unanswered(asked) : asked
  const answered = await checked(outside, request, turn)
  if (typeof answered === 'string') {
    await replyAside(outside, request, refusals[answered](request, outside.maxFileBytes))
    await mark(outside, request, 'blocked')
  } else if (answered.isForeign && request.isFirst && !cause.anyway) {
    await reply(outside, request, notEnrolmentReply(wordsOf(request)))
    await mark(outside, request, 'blocked')
  } else {
    const batch = await saveRevision(outside, request, turn, answered, cause)
    await tell(outside, { ...request, batch }, answered, cause)
  }
}

/** What was answered on the accounts of the file before says nothing of a new one. */
const unanswered = (request: Request): Request => ({ ...request, batch: { ...request.batch, accounts: null } })

type Refusal = 'file-too-large' | 'file-gone'

/** Why there is nothing to check, when that is so and time mends nothing. */
async function checked(outside: Outside, request: Request, turn: Turn): Promise<Answer | Refusal> {
  if (request.posting.file.size > outside.maxFileBytes) return 'file-too-large'
  const progress = showProgress(outside, request)
  try {
    return await checkPosted(outside, request, turn, progress.hear)
  } catch (error) {
    const code = error instanceof OutsideError ? error.code : ''
    if (code === 'file-too-large' || code === 'file-gone') return code
    throw error
  } finally {
    await progress.end()
  }
}

const refusals: Readonly<Record<Refusal, (request: Request, limit: number) => Message>> = {
  'file-gone': (request) => fileGoneReply(wordsOf(request)),
  'file-too-large': (request, limit) => tooLargeReply({ ...wordsOf(request), size: request.posting.file.size, limit }),
}

async function tell(outside: Outside, request: Request, answered: Answer, cause: Cause): Promise<void> {
  const { verdict, counts, change } = answered
  const { posting, batch } = request
  await reply(outside, request, answered.reply)
  if (cause.why === 'posted' && change) await replyAside(outside, request, change)
  if (cause.morning) await tellMorning(outside, request, answered, cause.morning.before)
  await mark(outside, request, markOf(batch, verdict))
  outside.log.info(
    { posting: posting.id, batch: batch.id, why: cause.why, verdict, counts, state: batch.state },
    'a file was answered',
  )
}

/** What the night changed, to the requester; after some mornings of nothing also to the team. */
async function tellMorning(outside: Outside, request: Request, answered: Answer, before: Rows): Promise<void> {
  const { batch, site, language } = request
  const now = outside.clock.now()
  const today = now.toZonedDateTimeISO(site.timezone).toPlainDate().toString()
  const news = morningNews({
    language,
    requester: calledOf(request, null),
    state: stateAfter(answered.standing, site, batch.accounts),
    rows: answered.standing,
    before,
    mornings: batch.mornings,
    retryAt: batch.retryOn && morningOf(batch.retryOn, site),
    createdAt: batch.createdAt,
    now,
    timezone: site.timezone,
    files: answered.reply.files,
  })
  await replyNews(outside, request, `morning ${batch.id} ${today}`, news)
}

function markOf({ state }: Batch, verdict: Verdict): Mark {
  if (state === 'waiting' || state === 'ready') return state
  return verdict === 'partial' ? 'partial' : 'blocked'
}
