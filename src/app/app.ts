// What people and the clock can cause, joined: one event in, one file of this folder.
import type { ChatEvents } from '../ports/chat.ts'
import { eventsFor } from './events.ts'
import { findDue } from './find-due.ts'
import { forgetOldFiles } from './forget-old-files.ts'
import { jobKinds } from './job-kinds.ts'
import type { Outside } from './outside.ts'
import { startJobs } from './run-jobs.ts'

export type App = {
  /** For every chat. */
  readonly events: ChatEvents
  /** To be called every minute. */
  tick(): Promise<void>
  /** Ends the jobs under way and takes no more. */
  stop(): Promise<void>
}

/** Starts on the jobs that are due. */
export function startApp(outside: Outside): App {
  const jobs = startJobs(outside, jobKinds(outside))
  const events = eventsFor(outside)
  jobs.wake()

  /** Whatever an event stored is begun at once. */
  async function waking<T>(event: Promise<T>): Promise<T> {
    try {
      return await event
    } finally {
      jobs.wake()
    }
  }

  return {
    events: {
      posted: (posting) => waking(events.posted(posting)),
      deleted: (deletion) => waking(events.deleted(deletion)),
      pressed: (press) => waking(events.pressed(press)),
      commanded: (command) => waking(events.commanded(command)),
    },
    tick: async () => {
      await findDue(outside)
      jobs.wake()
      await forgetOldFiles(outside)
    },
    stop: () => jobs.stop(),
  }
}
