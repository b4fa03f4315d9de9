// The one loop of the process: woken by whoever adds a job, by the hour of the next one and by the tick of the minute.
import type { Job } from '../ports/store.ts'
import type { Outside } from './outside.ts'
import { type JobKind, runJob } from './run-job.ts'

export type JobRunner = {
  /** Looks for due jobs now. */
  wake(): void
  /** Takes no more jobs; settles once those under way have ended. */
  stop(): Promise<void>
}

/** Jobs under way at once: a large file must not hold up a small one, and there are two cores. */
const most = 2

/** Short, so that another process answers soon after this one was killed. */
const lease = Temporal.Duration.from({ seconds: 10 })
const renewal = 3_000

/** The longest that a timer may sleep; the tick of the minute wakes it anyway. */
const longestSleep = 60_000

export function startJobs(
  outside: Pick<Outside, 'store' | 'clock' | 'log'>,
  kinds: Readonly<Record<string, JobKind>>,
): JobRunner {
  const { store, clock, log } = outside
  const running = new Set<Promise<void>>()
  let looking: Promise<void> | null = null
  let again = false
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  function wake(): void {
    if (stopped) return
    again = true
    looking ??= look().finally(() => {
      looking = null
      if (again) wake()
    })
  }

  async function look(): Promise<void> {
    again = false
    try {
      const room = stopped ? 0 : most - running.size
      const jobs = room > 0 ? await store.jobs.claim(room, clock.now(), lease) : []
      for (const job of jobs) start(job)
      if (running.size < most) sleepUntil(await store.jobs.nextDue())
    } catch (error) {
      log.error({ error }, 'the jobs could not be read')
    }
  }

  function start(job: Job): void {
    const run = runHeld(job)
      .catch((error: unknown) => log.error({ job: job.id, error }, 'the end of a job could not be stored'))
      .finally(() => {
        running.delete(run)
        wake()
      })
    running.add(run)
  }

  async function runHeld(job: Job): Promise<void> {
    const holding = setInterval(() => {
      store.jobs.renew(job, clock.now().add(lease)).catch((error: unknown) => {
        log.warn({ job: job.id, error }, 'a lease could not be renewed')
      })
    }, renewal)
    try {
      await runJob(outside, kinds, job)
    } finally {
      clearInterval(holding)
    }
  }

  function sleepUntil(due: Temporal.Instant | null): void {
    clearTimeout(timer)
    if (due === null || stopped) return
    const wait = due.epochMilliseconds - clock.now().epochMilliseconds
    timer = setTimeout(wake, Math.min(Math.max(wait, 0), longestSleep))
  }

  return {
    wake,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await looking
      await Promise.all(running)
    },
  }
}
