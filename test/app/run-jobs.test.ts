import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { JobKind } from '../../src/app/run-job.ts'
import { type JobRunner, startJobs } from '../../src/app/run-jobs.ts'
import { OutsideError } from '../../src/ports/outside-error.ts'
import { makeWorld, type World } from '../fakes/world.ts'

let world: World
let runner: JobRunner
/** Jobs under way, each with what ends it. */
let underWay: { readonly name: unknown; readonly end: (error?: Error) => void }[]
const kinds: Record<string, JobKind> = {
  work: {
    run: (name) =>
      new Promise((resolve, reject) => {
        underWay.push({ name, end: (error) => (error ? reject(error) : resolve()) })
      }),
    failed: () => Promise.resolve(),
  },
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] })
  world = await makeWorld()
  underWay = []
  runner = startJobs(world.outside, kinds)
})
afterEach(async () => {
  for (const { end } of underWay) end()
  await runner.stop()
  await world.close()
  vi.useRealTimers()
})

const add = (payload: string, runAt = world.clock.now()) =>
  world.outside.store.jobs.add({ kind: 'work', payload, runAt, key: null })
const names = () => underWay.map(({ name }) => name)
const counts = () => world.outside.store.jobs.counts()

it('runs two jobs at once, the next when one ends', async () => {
  for (const name of ['a', 'b', 'c']) await add(name)
  runner.wake()
  await eventually(() => expect(names()).toEqual(['a', 'b']))
  expect(await counts()).toEqual({ queued: 1, leased: 2, dead: 0 })
  underWay[0]!.end()
  await eventually(() => expect(names()).toEqual(['a', 'b', 'c']))
})

it('finds a job that was added while it was looking', async () => {
  runner.wake()
  await add('a')
  runner.wake()
  await eventually(() => expect(names()).toEqual(['a']))
})

it('sleeps until the next job is due', async () => {
  await add('later', world.clock.now().add({ seconds: 30 }))
  runner.wake()
  await eventually(() => expect(vi.getTimerCount()).toBe(1))
  world.clock.pass({ seconds: 30 })
  await vi.advanceTimersByTimeAsync(29_999)
  expect(names()).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  await eventually(() => expect(names()).toEqual(['later']))
})

it('keeps the lease of a long job, so that no other process takes it', async () => {
  await add('long')
  runner.wake()
  await eventually(() => expect(names()).toEqual(['long']))
  for (let n = 0; n < 6; n++) {
    world.clock.pass({ seconds: 3 })
    await vi.advanceTimersByTimeAsync(3_000)
    await eventually(async () =>
      expect(await world.outside.store.jobs.nextDue()).toEqual(world.clock.now().add({ seconds: 10 })),
    )
  }
  underWay[0]!.end()
  await eventually(async () => expect(await counts()).toEqual({ queued: 0, leased: 0, dead: 0 }))
})

it('goes on after a job that failed, and after a store that did', async () => {
  const claim = vi
    .spyOn(world.outside.store.jobs, 'claim')
    .mockRejectedValueOnce(new OutsideError('store-unavailable', '…'))
  await add('a')
  runner.wake()
  await eventually(() => expect(world.log.lines).toMatchObject([{ level: 'error' }]))
  expect(claim).toHaveBeenCalledTimes(1)
  runner.wake()
  await eventually(() => expect(names()).toEqual(['a']))
  underWay[0]!.end(new Error('a bug'))
  await add('b')
  await eventually(async () => expect((await counts()).dead).toBe(1))
  runner.wake()
  await eventually(() => expect(names()).toEqual(['a', 'b']))
})

it('ends the jobs under way when it stops, and takes no other', async () => {
  await add('a')
  runner.wake()
  await eventually(() => expect(names()).toEqual(['a']))
  await add('b')
  const stopped = runner.stop()
  runner.wake()
  underWay[0]!.end()
  await stopped
  expect(names()).toEqual(['a'])
  expect(await counts()).toEqual({ queued: 1, leased: 0, dead: 0 })
})

/** Time stands still meanwhile: only what waits for the store goes on. */
async function eventually(check: () => unknown): Promise<void> {
  for (let turns = 0; ; turns++) {
    try {
      await check()
      return
    } catch (error) {
      if (turns > 500) throw error
      await new Promise(setImmediate)
    }
  }
}
