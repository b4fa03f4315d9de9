import { expect, it } from 'vitest'
import type { Job, Store } from '../../../src/ports/store.ts'
import { at, job } from './samples.ts'

const MINUTE = Temporal.Duration.from({ minutes: 1 })

export function jobsContract(opened: () => Store): void {
  const claimOne = async (time: string): Promise<Job> => {
    const [claimed] = await opened().jobs.claim(1, at(time), MINUTE)
    if (claimed === undefined) throw new Error(`no job at ${time}`)
    return claimed
  }

  it('gives a job with its payload, and counts the attempt', async () => {
    await opened().jobs.add(job({ payload: { batch: 'B1', list: [1, null], text: 'é\0' } }))
    const claimed = await claimOne('08:00')
    expect(claimed).toMatchObject({
      kind: 'remind',
      payload: { batch: 'B1', list: [1, null], text: 'é\0' },
      attempts: 1,
    })
  })

  it('gives no job before its hour', async () => {
    const { jobs } = opened()
    await jobs.add(job({ runAt: at('08:00:00.001') }))
    expect(await jobs.claim(1, at('08:00'), MINUTE)).toEqual([])
    expect(await jobs.claim(1, at('08:00:00.001'), MINUTE)).toHaveLength(1)
  })

  it('gives the oldest first, up to the limit, and those of the same instant in the order they came', async () => {
    const { jobs } = opened()
    for (const [kind, time] of [
      ['c', '08:02'],
      ['a', '08:00'],
      ['d', '08:02'],
      ['b', '08:01'],
    ] as const) {
      await jobs.add(job({ kind, runAt: at(time) }))
    }
    const first = await jobs.claim(3, at('09:00'), MINUTE)
    const second = await jobs.claim(3, at('09:00'), MINUTE)
    expect([first, second].map((claimed) => claimed.map(({ kind }) => kind))).toEqual([['a', 'b', 'c'], ['d']])
  })

  it('gives a job that was put back before those that came after it', async () => {
    const { jobs } = opened()
    for (const kind of ['a', 'b', 'c', 'd']) await jobs.add(job({ kind, runAt: at(kind === 'a' ? '08:00' : '08:30') }))
    await jobs.fail(await claimOne('08:00'), at('08:30'), 'busy')
    expect((await jobs.claim(2, at('08:30'), MINUTE)).map(({ kind }) => kind)).toEqual(['a', 'b'])
  })

  it('never gives a job to two claimers', async () => {
    const { jobs } = opened()
    for (let n = 0; n < 30; n++) await jobs.add(job())
    const claims = await Promise.all(Array.from({ length: 6 }, () => jobs.claim(4, at('08:00'), MINUTE)))
    const ids = claims.flat().map(({ id }) => id)
    expect(ids).toHaveLength(24)
    expect(new Set(ids).size).toBe(24)
  })

  it('gives a job again once its lease ran out, not a moment before', async () => {
    const { jobs } = opened()
    await jobs.add(job())
    const { id } = await claimOne('08:00')
    expect(await jobs.claim(1, at('08:00:59.999'), MINUTE)).toEqual([])
    expect(await claimOne('08:01')).toMatchObject({ id, attempts: 2 })
  })

  it.each([
    ['finish', (store: Store, late: Job) => store.jobs.finish(late)],
    ['retry', (store: Store, late: Job) => store.jobs.fail(late, at('07:00'), 'late')],
    ['bury', (store: Store, late: Job) => store.jobs.fail(late, null, 'late')],
  ] as const)('does nothing for a %s that comes after somebody else took the job', async (_, settle) => {
    const { jobs } = opened()
    await jobs.add(job())
    const late = await claimOne('08:00')
    const current = await claimOne('08:01')
    expect(await settle(opened(), late)).toBe(false)
    expect(await jobs.counts()).toEqual({ queued: 0, leased: 1, dead: 0 })
    expect(await jobs.claim(1, at('08:01:59'), MINUTE)).toEqual([])
    expect(await jobs.finish(current)).toBe(true)
  })

  it('takes a finish after the lease when nobody else took the job', async () => {
    await opened().jobs.add(job())
    const claimed = await claimOne('08:00')
    expect(await opened().jobs.finish(claimed)).toBe(true)
    expect(await opened().jobs.claim(1, at('09:00'), MINUTE)).toEqual([])
  })

  it.each([
    ['finished', (store: Store, done: Job) => store.jobs.finish(done)],
    ['buried', (store: Store, done: Job) => store.jobs.fail(done, null, 'unreadable')],
    ['put back', (store: Store, done: Job) => store.jobs.fail(done, at('08:30'), 'busy')],
  ] as const)('settles a job that was %s only once', async (_, settle) => {
    await opened().jobs.add(job())
    const claimed = await claimOne('08:00')
    expect(await settle(opened(), claimed)).toBe(true)
    expect(await opened().jobs.finish(claimed)).toBe(false)
    expect(await opened().jobs.fail(claimed, null, 'again')).toBe(false)
  })

  it('renews a lease that was not lost', async () => {
    const { jobs } = opened()
    await jobs.add(job())
    const first = await claimOne('08:00')
    expect(await jobs.renew(first, at('08:05'))).toBe(true)
    expect(await jobs.claim(1, at('08:04:59'), MINUTE)).toEqual([])
    const second = await claimOne('08:05')
    expect(await jobs.renew(first, at('09:00'))).toBe(false)
    expect(await jobs.finish(second)).toBe(true)
    expect(await jobs.renew(second, at('09:00'))).toBe(false)
  })

  it('puts a job back for later, and goes on counting', async () => {
    const { jobs } = opened()
    await jobs.add(job())
    await jobs.fail(await claimOne('08:00'), at('08:30'), 'busy\0')
    expect(await jobs.nextDue()).toEqual(at('08:30'))
    expect(await jobs.claim(1, at('08:29'), MINUTE)).toEqual([])
    expect((await claimOne('08:30')).attempts).toBe(2)
  })

  it('keeps a buried job and never gives it again', async () => {
    const { jobs } = opened()
    await jobs.add(job())
    expect(await jobs.fail(await claimOne('08:00'), null, 'unreadable')).toBe(true)
    expect(await jobs.claim(1, at('23:00'), MINUTE)).toEqual([])
    expect(await jobs.counts()).toEqual({ queued: 0, leased: 0, dead: 1 })
    expect(await jobs.nextDue()).toBeNull()
  })

  it('takes a key once, and never again after the job is done', async () => {
    const { jobs } = opened()
    await jobs.add(job({ key: 'digest-2026-09-01' }))
    await jobs.add(job({ key: 'digest-2026-09-01', kind: 'other' }))
    await jobs.add(job({ key: 'digest-2026-09-02', runAt: at('12:00') }))
    expect((await jobs.counts()).queued).toBe(2)
    const claimed = await claimOne('08:00')
    expect(claimed.kind).toBe('remind')
    await jobs.finish(claimed)
    await jobs.add(job({ key: 'digest-2026-09-01' }))
    expect((await jobs.counts()).queued).toBe(1)
  })

  it('takes any number of jobs without a key', async () => {
    await opened().jobs.add(job())
    await opened().jobs.add(job())
    expect((await opened().jobs.counts()).queued).toBe(2)
  })

  it('counts queued, leased and dead, and forgets the finished', async () => {
    const { jobs } = opened()
    for (let n = 0; n < 4; n++) await jobs.add(job())
    await jobs.finish(await claimOne('08:00'))
    await jobs.fail(await claimOne('08:00'), null, 'unreadable')
    await claimOne('08:00')
    expect(await jobs.counts()).toEqual({ queued: 1, leased: 1, dead: 1 })
  })

  it('says when the next job can be claimed: its hour, or the end of a lease', async () => {
    const { jobs } = opened()
    expect(await jobs.nextDue()).toBeNull()
    await jobs.add(job())
    await claimOne('08:00')
    await jobs.add(job({ runAt: at('09:00') }))
    expect(await jobs.nextDue()).toEqual(at('08:01'))
    await jobs.add(job({ runAt: at('08:00:30') }))
    expect(await jobs.nextDue()).toEqual(at('08:00:30'))
  })
}
