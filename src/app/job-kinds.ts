// What can be waiting to be done, by the names that the store keeps.
import { checkFile, tellFailure } from './check-file.ts'
import { explainFiles } from './explain-files.ts'
import { createTurns } from './in-turn.ts'
import type { Outside } from './outside.ts'
import type { JobKind } from './run-job.ts'
import { showAll, tellNotShown } from './show-all.ts'

export function jobKinds(outside: Outside): Readonly<Record<string, JobKind>> {
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
    'explain-files': {
      run: (payload) => explainFiles(outside, payload),
      failed: () => Promise.resolve(),
    },
  }
}
