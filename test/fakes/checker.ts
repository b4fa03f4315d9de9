// The real core, in this thread.
import { check, defaultLimits } from '../../src/checking/check.ts'
import { open } from '../../src/checking/open.ts'
import type { Checker } from '../../src/ports/checker.ts'
import { answerTo } from '../../src/replies/answer.ts'
import { rules } from '../../src/rules/index.ts'

export const inlineChecker: Checker = {
  check(bytes, { name, site, known, today, asker }, progress) {
    const report = check(bytes, { name, site, reference: known.reference, today, rules, progress })
    return Promise.resolve(answerTo(report, () => open(bytes, defaultLimits), site, asker))
  },
  stop: () => Promise.resolve(),
}
