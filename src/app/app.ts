// What people and the clock can cause, joined: one event in, one file of this folder.
import type { ChatEvents } from '../ports/chat.ts'
import { answerCommand } from './answer-command.ts'
import { checkFile, tellFailure } from './check-file.ts'
import { explainFiles } from './explain-files.ts'
import { forgetOldFiles } from './forget-old-files.ts'
import { createTurns } from './in-turn.ts'
import type { Outside } from './outside.ts'
import { pressButton } from './press-button.ts'
import { receiveFile } from './receive-file.ts'
import type { JobKind } from './run-job.ts'
import { startJobs } from './run-jobs.ts'
import { showAll, tellNotShown } from './show-all.ts'

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
      posted: async (posting) => {
        await waking(receiveFile(outside, posting))
      },
      pressed: (press) => waking(pressButton(outside, press)),
      commanded: (command) => waking(answerCommand(outside, command)),
    },
    tick: async () => {
      jobs.wake()
      await forgetOldFiles(outside)
    },
    stop: () => jobs.stop(),
  }
}

function jobKinds(outside: Outside): Readonly<Record<string, JobKind>> {
  const inTurn = createTurns()
  return {
    'check-file': {
      run: (payload) => checkFile(outside, payload, inTurn),
      failed: (payload, failure) => tellFailure(outside, payload, failure),
    },
    'show-all': {
      run: (payload) => showAll(outside, payload),
      failed: (payload, failure) => tellNotShown(outside, payload, failure),
    },
    'explain-files': { run: (payload) => explainFiles(outside, payload), failed: () => Promise.resolve() },
  }
}
