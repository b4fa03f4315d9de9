import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Snapshotted, startThread, type Thread } from '../../../src/adapters/worker/thread.ts'
import { siteNamed } from '../../../src/moodle/sites.ts'

let thread: Thread
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  thread = startThread({ script: new URL('./scripts/odd.ts', import.meta.url), timeout: 1_000, memoryMb: 32 })
})
afterEach(async () => {
  vi.useRealTimers()
  await thread.stop()
})

const known: Snapshotted = { version: '1', snapshot: '{}' }
const run = (name: string, about = known, id = 'ecampus') => {
  const site = siteNamed(id)!
  const asker = { language: 'fr', revision: 1, before: null, full: false, request: null } as const
  const limits = { rows: 1, bytes: 1 }
  const before = { good: null, handed: null }
  const order = { bytes: new Uint8Array(1), name, site, today: '2026-11-23', asker, before, limits }
  return thread.run(order, about, () => undefined)
}

it('is given the snapshot once per version', async () => {
  expect(await run('echo')).toEqual({ name: 'echo', snapshot: '{}' })
  expect(await run('echo')).toEqual({ name: 'echo', snapshot: undefined })
  expect(await run('echo', { version: '2', snapshot: null })).toEqual({ name: 'echo', snapshot: null })
})

it('is given that of each site once', async () => {
  const other = { version: '2', snapshot: '[]' }
  expect(await run('echo')).toEqual({ name: 'echo', snapshot: '{}' })
  expect(await run('echo', other, 'prelude')).toEqual({ name: 'echo', snapshot: '[]' })
  expect(await run('echo')).toEqual({ name: 'echo', snapshot: undefined })
  expect(await run('echo', other, 'prelude')).toEqual({ name: 'echo', snapshot: undefined })
})

it.each([
  ['die', 'check-died'],
  ['hoard', 'check-died'],
])('is replaced when it comes to %s, and given the snapshot again', async (name, code) => {
  await run('echo')
  await expect(run(name)).rejects.toMatchObject({ name: 'OutsideError', code })
  expect(await run('echo')).toEqual({ name: 'echo', snapshot: '{}' })
})

it('is replaced when it is stuck', async () => {
  await run('echo')
  const stuck = run('stuck')
  const after = run('echo')
  const refused = expect(stuck).rejects.toMatchObject({ name: 'OutsideError', code: 'check-timeout' })
  await vi.advanceTimersByTimeAsync(1_000)
  await refused
  expect(await after).toEqual({ name: 'echo', snapshot: '{}' })
})

it('tells a bug with the place where it was met', async () => {
  await expect(run('bug')).rejects.toMatchObject({
    name: 'Error',
    stack: expect.stringContaining('somewhere') as string,
  })
  expect(await run('echo')).toMatchObject({ name: 'echo' })
})
