// 1,000 damaged vectors on every run; 20,000 are tried in test/outside/mutants.test.ts.
import { expect, it } from 'vitest'
import { tryMutants } from './mutants.ts'

it.each([0, 500])('from seed %i', (from) => {
  const { faults, verdicts } = tryMutants(from, from + 500)
  expect(faults).toEqual([])
  expect(Object.keys(verdicts).toSorted()).toEqual(['blocked', 'corrected', 'partial', 'ready', 'unreadable'])
})
