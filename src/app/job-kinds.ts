// What can be waiting to be done, by the names that the store keeps.
import { callTeamTo } from './call-team.ts'
import { checkAgain } from './check-again.ts'
import { checkFile, tellFailure } from './check-file.ts'
import { closeRequest } from './close-request.ts'
import { explainFiles } from './explain-files.ts'
import { createTurns } from './in-turn.ts'
import type { Outside } from './outside.ts'
import { postDigest } from './post-digest.ts'
import { remind } from './remind.ts'
import type { JobKind } from './run-job.ts'
import { showAll, tellNotShown } from './show-all.ts'
import { takeBack } from './take-back.ts'

/** Nobody waits for these: the log says it, and what is due is found again. */
const silently = () => Promise.resolve()

export function jobKinds(outside: Outside): Readonly<Record<string, JobKind>> {
  const inTurn = createTurns()
  return {
    'check-file': {
      run: (payload) => checkFile(outside, payload, inTurn),
      failed: (payload, failure) => tellFailure(outside, payload, failure),
    },
    'check-again': {
      run: (payload) => checkAgain(outside, payload, inTurn),
      failed: (payload, failure) => callTeamTo(outside, payload, failure),
    },
    close: {
      run: (payload) => closeRequest(outside, payload, inTurn),
      failed: (payload, failure) => callTeamTo(outside, payload, failure),
    },
    'take-back': { run: (payload) => takeBack(outside, payload, inTurn), failed: silently },
    remind: { run: (payload) => remind(outside, payload, inTurn), failed: silently },
    digest: { run: (payload) => postDigest(outside, payload), failed: silently },
    'show-all': {
      run: (payload) => showAll(outside, payload),
      failed: (payload, failure) => tellNotShown(outside, payload, failure),
    },
    'explain-files': { run: (payload) => explainFiles(outside, payload), failed: silently },
  }
}
