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

/** node-cron speaks of delays and overlaps by itself: into our log, not on the console. */
function loggerOf(log: Log) {
  const warn = () => log.warn({}, 'a tick came late or was left out')
  return { info: () => undefined, debug: () => undefined, warn, error: warn }
}
