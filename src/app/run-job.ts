// One job from its claim to its end; whatever happens in it, the job is finished, put back or buried, and said so.
import { createHash } from 'node:crypto'
import { OutsideError } from '../ports/outside-error.ts'
import type { Job } from '../ports/store.ts'
import type { Outside } from './outside.ts'

/** What went wrong, for those who wait for the answer. */
export type Failure = {
  /** To be found again in the log. */
  readonly reference: string
  /** When it is tried again; null: it is not. */
  readonly retryAt: Temporal.Instant | null
}

/** What jobs of a kind do; both may run again after a crash, and must then change nothing more. */
export type JobKind = {
  run(payload: unknown): Promise<void>
  /** Tells the person. */
  failed(payload: unknown, failure: Failure): Promise<void>
}

/** Minutes before each new try; then the job is buried. */
const waits = [0.25, 1, 5, 15, 60]

/** Runs a claimed job. Throws OutsideError when the store cannot even be told: its lease will run out. */
export async function runJob(
  { store, clock, log }: Pick<Outside, 'store' | 'clock' | 'log'>,
  kinds: Readonly<Record<string, JobKind>>,
  job: Job,
): Promise<void> {
  const reference = referenceOf(job)
  const kind = kinds[job.kind]
  try {
    if (!kind) throw new Error(`No job is called ${job.kind}`)
    if (job.attempts > waits.length + 1) throw new Error('The job never came to its end')
    await kind.run(job.payload)
    await store.jobs.finish(job)
  } catch (error) {
    await settleFailure(error)
  }

  async function settleFailure(error: unknown): Promise<void> {
    if (isCode(error, 'post-gone')) {
      await store.jobs.finish(job)
      return
    }
    const retryAt = nextTry(error, job.attempts, clock.now())
    log.error({ reference, job: job.id, kind: job.kind, attempts: job.attempts, retryAt, error }, 'a job failed')
    const kept = await store.jobs.fail(job, retryAt, reasonOf(error))
    if (kept && !isCode(error, 'store-conflict')) await tell({ reference, retryAt })
  }

  async function tell(failure: Failure): Promise<void> {
    await kind?.failed(job.payload, failure).catch((error: unknown) => {
      log.error({ reference, job: job.id, error }, 'a failure could not be told')
    })
  }
}

/** The outside gets better by itself, a bug does not. */
function nextTry(error: unknown, attempts: number, now: Temporal.Instant): Temporal.Instant | null {
  const wait = waits[attempts - 1]
  if (!(error instanceof OutsideError) || wait === undefined) return null
  return now.add({ milliseconds: Math.max(Math.ceil(error.retryAfter ?? 0), wait * 60_000) })
}

/** `post-gone`: the thread was deleted, nobody waits any more; `store-conflict`: somebody else was quicker. */
const isCode = (error: unknown, code: 'post-gone' | 'store-conflict') =>
  error instanceof OutsideError && error.code === code

/** The same for every try of a job, short enough to be read aloud. */
function referenceOf({ kind, id }: Job): string {
  return `chk-${createHash('sha256').update(`${kind} ${id}`).digest('hex').slice(0, 6)}`
}

/** Kept in the store, where file names are as well; never logged. */
const reasonOf = (error: unknown) => (error instanceof OutsideError ? error.code : String(error))
