// The real core, in this thread.
import { checkAfter } from '../../src/checking/completed.ts'
import type { Checker } from '../../src/ports/checker.ts'
import { answerTo } from '../../src/replies/answer.ts'
import { rules } from '../../src/rules/index.ts'

export const inlineChecker: Checker = {
  check(bytes, { name, site, known, today, asker, before }, progress) {
    const options = { name, site, reference: known.reference, today, rules, progress }
    return Promise.resolve(answerTo(checkAfter(bytes, options, before), site, asker))
  },
  stop: () => Promise.resolve(),
}
