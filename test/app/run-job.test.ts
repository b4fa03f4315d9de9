import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Failure, type JobKind, runJob } from '../../src/app/run-job.ts'
import { OutsideError } from '../../src/ports/outside-error.ts'
import { good, makeWorld, type World } from '../fakes/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())

const failing = (error: Error, told: Failure[] = []): Record<string, JobKind> => ({
  work: {
    run: () => Promise.reject(error),
    failed(_, failure) {
      told.push(failure)
      return Promise.resolve()
    },
  },
})
const down = new OutsideError('chat-down', 'no answer')
const counts = () => world.outside.store.jobs.counts()

async function runNext(kinds: Record<string, JobKind>): Promise<void> {
  const { store, clock } = world.outside
  const [job] = await store.jobs.claim(1, clock.now(), Temporal.Duration.from({ seconds: 15 }))
  await runJob(world.outside, kinds, job!)
}

async function addJob(kind = 'work'): Promise<void> {
  await world.outside.store.jobs.add({ kind, payload: {}, runAt: world.clock.now(), key: null })
}

describe('a job that fails', () => {
  it('is tried again later and later, each time said, and buried in the end', async () => {
    await addJob()
    const told: Failure[] = []
    const waits: number[] = []
    for (let n = 0; n < 6; n++) {
      await runNext(failing(down, told))
      const next = told[n]!.retryAt
      if (next) waits.push(world.clock.now().until(next).total('seconds'))
      world.clock.pass({ hours: 1 })
    }
    expect(waits).toEqual([15, 60, 300, 900, 3600])
    expect(told.at(-1)!.retryAt).toBeNull()
    expect(new Set(told.map(({ reference }) => reference))).toEqual(
      new Set([expect.stringMatching(/^chk-[0-9a-f]{6}$/)]),
    )
    expect(await counts()).toEqual({ queued: 0, leased: 0, dead: 1 })
  })

  it('waits as long as the other side asks', async () => {
    await addJob()
    const told: Failure[] = []
    await runNext(failing(new OutsideError('rate-limited', 'slow down', { retryAfter: 90_000 }), told))
    expect(told[0]!.retryAt).toEqual(world.clock.now().add({ seconds: 90 }))
  })

  it('is buried at once when it is a bug, said and logged with the same reference', async () => {
    await addJob()
    const told: Failure[] = []
    await runNext(failing(new TypeError('x is undefined'), told))
    expect(await counts()).toEqual({ queued: 0, leased: 0, dead: 1 })
    expect(told).toEqual([{ reference: expect.any(String) as string, retryAt: null }])
    expect(world.log.lines).toMatchObject([{ level: 'error', fields: { reference: told[0]!.reference } }])
  })

  it('is over when its thread was deleted', async () => {
    await addJob()
    const told: Failure[] = []
    await runNext(failing(new OutsideError('post-gone', 'no such thread'), told))
    expect(told).toEqual([])
    expect(await counts()).toEqual({ queued: 0, leased: 0, dead: 0 })
  })

  it('is put back without a word when another process was quicker', async () => {
    await addJob()
    const told: Failure[] = []
    await runNext(failing(new OutsideError('store-conflict', 'late'), told))
    expect(told).toEqual([])
    expect((await counts()).queued).toBe(1)
  })

  it('is put back even when nobody can be told', async () => {
    await addJob()
    await runNext({ work: { run: () => Promise.reject(down), failed: () => Promise.reject(down) } })
    expect((await counts()).queued).toBe(1)
  })

  it('is buried when nobody knows its kind', async () => {
    await addJob('unheard-of')
    await runNext({})
    expect((await counts()).dead).toBe(1)
  })
})

it('buries a job that takes the process with it every time', async () => {
  await addJob()
  const told: Failure[] = []
  const { store } = world.outside
  const { clock } = world
  for (let n = 0; n < 6; n++) {
    await store.jobs.claim(1, clock.now(), Temporal.Duration.from({ seconds: 15 }))
    clock.pass({ minutes: 1 })
  }
  await runNext(failing(new Error('never run'), told))
  expect(told).toEqual([{ reference: expect.any(String) as string, retryAt: null }])
  expect((await counts()).dead).toBe(1)
})

it('says in the thread that it did not work and when it tries again, then answers in that same post', async () => {
  const download = world.chat.download.bind(world.chat)
  world.chat.download = () => Promise.reject(down)
  const post = await world.chat.say({ files: [good()] })
  await world.run()
  const [reply] = world.chat.said()
  expect(reply!.text).toMatch(/liste\.csv.*référence chk-[0-9a-f]{6}.*9\sh/)
  expect(post.mark).toBe('failed')
  world.chat.download = download
  world.clock.pass({ seconds: 15 })
  await world.run()
  expect(world.chat.said()).toHaveLength(1)
  expect(reply!.text).toMatch(/^✅/)
  expect(post.mark).toBe('ready')
})

it('calls the team into the thread when it is not tried again', async () => {
  world.chat.download = () => Promise.reject(new TypeError('a bug'))
  await world.chat.say({ files: [good()] })
  await world.run()
  const [reply, call] = world.chat.said()
  expect(reply!.text).toContain('L’équipe est prévenue')
  expect(call).toMatchObject({ thread: 'p1' })
  expect(call!.text).toMatch(/^@team .*référence chk-[0-9a-f]{6}/)
})
