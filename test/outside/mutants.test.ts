// 20,000 damaged vectors, of which test/hostile/mutants.test.ts tries the first.
import { expect, it } from 'vitest'
import { tryMutants } from '../hostile/mutants.ts'

it.each(Array.from({ length: 10 }, (_, index) => 2000 * index))('from seed %i', (from) => {
  expect(tryMutants(from, from + 2000).faults).toEqual([])
})
