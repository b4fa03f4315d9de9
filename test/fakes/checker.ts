// The real core, in this thread.
import { check } from '../../src/checking/check.ts'
import type { Checker } from '../../src/ports/checker.ts'
import { rules } from '../../src/rules/index.ts'

export const inlineChecker: Checker = {
  check: (bytes, { name, site, known, today }, progress) =>
    Promise.resolve(check(bytes, { name, site, reference: known.reference, today, rules, progress })),
  stop: () => Promise.resolve(),
}
