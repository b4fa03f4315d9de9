import { expect, it } from 'vitest'
import { breathing } from '../../../src/adapters/store/breathing.ts'

const port = breathing({
  answer: (value: number) => Promise.resolve(value * 2),
  fail: () => Promise.reject(new Error('no')),
})

it('lets others have a turn after each call, whether it failed or not', async () => {
  let turns = 0
  const count = () => {
    turns++
    next = setImmediate(count)
  }
  let next = setImmediate(count)
  expect(await port.answer(21)).toBe(42)
  expect(turns).toBeGreaterThanOrEqual(1)
  await expect(port.fail()).rejects.toThrow('no')
  expect(turns).toBeGreaterThanOrEqual(2)
  clearImmediate(next)
})
