import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { everyMinute } from '../../../src/adapters/cron/ticks.ts'
import { fakeLog } from '../../fakes/log.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T08:00:30Z') })
})
afterEach(() => vi.useRealTimers())

it('works at each minute until it is stopped', async () => {
  const log = fakeLog()
  const work = vi.fn(() => Promise.resolve())
  const stop = everyMinute(log, work)
  await vi.advanceTimersByTimeAsync(29_000)
  expect(work).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(122_000)
  expect(work).toHaveBeenCalledTimes(3)
  await stop()
  await vi.advanceTimersByTimeAsync(120_000)
  expect(work).toHaveBeenCalledTimes(3)
  expect(log.lines).toEqual([])
})

it('logs a failure and works on at the next minute', async () => {
  const log = fakeLog()
  const work = vi.fn(() => Promise.reject(new Error('no')))
  const stop = everyMinute(log, work)
  await vi.advanceTimersByTimeAsync(91_000)
  expect(work).toHaveBeenCalledTimes(2)
  expect(log.lines).toMatchObject([{ level: 'error' }, { level: 'error' }])
  await stop()
})
