// Which table is plainly none of ours: that one gets a short line instead of a report.
import { expect, test } from 'vitest'
import { defaultLimits } from '../../src/checking/check.ts'
import { open } from '../../src/checking/open.ts'
import { answerTo } from '../../src/replies/answer.ts'
import { file } from '../../src/rules/examples.ts'
import { checkSample, ecampus } from '../checking/sample.ts'

test.each([
  ['an enrolment file', file({}), false],
  ['people without a header', file({}).split('\n').slice(1).join('\n'), false],
  ['a table of something else', 'Produit,Prix\nStylo,2\n', true],
])('%s', (_, text, isForeign) => {
  const asker = { language: 'fr', revision: 1, before: null, full: false, request: null } as const
  const opened = () => open(new TextEncoder().encode(text), defaultLimits)
  expect(answerTo(checkSample(text), opened, ecampus, asker).isForeign).toBe(isForeign)
})
