// The clock on the wall: what must happen by the minute even when nobody says anything.
import { schedule } from 'node-cron'
import type { Log } from '../../ports/log.ts'

/** Runs `work` at the start of every minute, never twice at once; a failure is logged. The function stops it. */
export function everyMinute(log: Log, work: () => Promise<unknown>): () => Promise<void> {
  const task = schedule('* * * * *', () => work(), { noOverlap: true, logger: loggerOf(log) })
  task.on('execution:failed', ({ execution }) => {
    log.error({ error: execution?.error }, 'the work of this minute failed')
  })
  return async () => {
    await task.destroy()
  }
}

/** node-cron speaks of late ticks by itself: into our log, not on the console. Failures it also tells as an event. */
function loggerOf(log: Log) {
  const silent = () => undefined
  return { info: silent, debug: silent, error: silent, warn: () => log.warn({}, 'a tick came late or was left out') }
}
