import { expect, it } from 'vitest'
import { forgottenName, type Store } from '../../../src/ports/store.ts'
import { at, batchOf, entryOf, job, receive, revision, revisionOf } from './samples.ts'

const HOUR = Temporal.Duration.from({ hours: 1 })
const FILE = { kind: 'posted', name: 'Anne Dupont.csv', bytes: Uint8Array.of(1) } as const

export function forgetContract(opened: () => Store): void {
  it('forgets the bytes and the names of expired files', async () => {
    const { files } = opened()
    const posting = await receive(opened())
    await files.put({ posting, ...FILE }, at('08:30'))
    await files.put({ posting, ...FILE, kind: 'corrected' }, at('08:30:00.001'))
    expect(await opened().files.forget(at('08:29:59.999'), HOUR)).toBe(0)
    expect(await opened().files.forget(at('08:30'), HOUR)).toBe(1)
    expect(await opened().files.forget(at('08:30'), HOUR)).toBe(0)
    expect(await files.get(posting, 'posted')).toEqual({ posting, kind: 'posted', name: forgottenName, bytes: null })
    expect(await files.get(posting, 'corrected')).toMatchObject({ name: FILE.name, bytes: FILE.bytes })
  })

  it('keeps a file put again for as long as the last one asks', async () => {
    const posting = await receive(opened())
    await opened().files.put({ posting, ...FILE }, at('08:30'))
    await opened().files.put({ posting, ...FILE }, at('08:50'))
    expect(await opened().files.forget(at('08:40'), HOUR)).toBe(0)
  })

  it('keeps rows that were handed over until their batch is closed', async () => {
    const { batches, files } = opened()
    const posting = await receive(opened())
    await batches.open(batchOf({ id: posting }))
    await files.put({ posting, ...FILE, kind: 'handed' }, at('08:30'))
    expect(await files.forget(at('08:40'), HOUR)).toBe(0)
    expect(await files.get(posting, 'handed')).toMatchObject({ bytes: FILE.bytes })
    await batches.change(
      posting,
      { state: 'withdrawn' },
      entryOf({ event: 'withdrawn', from: 'received', to: 'withdrawn' }),
    )
    expect(await files.forget(at('08:40'), HOUR)).toBe(1)
    expect(await files.get(posting, 'handed')).toMatchObject({ bytes: null })
  })

  it('forgets old reports and keeps their outcome', async () => {
    const { postingId } = await revision(opened())
    await opened().files.forget(at('09:05'), HOUR)
    expect(await opened().batches.revisions('B1')).toEqual([revisionOf(postingId)])
    await opened().files.forget(at('09:05:00.001'), HOUR)
    const forgotten = revisionOf(postingId, { name: forgottenName, report: null })
    expect(await opened().batches.revisions('B1')).toEqual([forgotten])
    expect(forgotten.outcome).toMatchObject({ verdict: 'partial' })
    expect(await opened().files.forget(at('10:00'), HOUR)).toBe(0)
  })

  it('forgets the file names of old postings and batches, and nothing else of them', async () => {
    const { postings, batches } = opened()
    const id = await receive(opened())
    await batches.open(batchOf())
    const before = await postings.get(id)
    expect(await opened().files.forget(at('09:00'), HOUR)).toBe(0)
    expect(await opened().files.forget(at('09:00:00.001'), HOUR)).toBe(2)
    expect(await postings.get(id)).toEqual({ ...before, file: { ...before!.file, name: forgottenName } })
    expect(await batches.get('B1')).toEqual(batchOf({ name: forgottenName }))
  })

  it('keeps the name of an old batch that something happened to since', async () => {
    await opened().batches.open(batchOf())
    await opened().batches.change('B1', {}, entryOf({ at: at('08:30'), to: 'received' }))
    await opened().files.forget(at('09:15'), HOUR)
    expect(await opened().batches.get('B1')).toMatchObject({ name: batchOf().name })
  })

  it('forgets what old dead jobs were about, and leaves jobs that wait alone', async () => {
    const { jobs } = opened()
    await jobs.add(job())
    const [dead] = await jobs.claim(1, at('08:00'), HOUR)
    await jobs.fail(dead!, null, 'cannot read Anne Dupont.csv')
    await jobs.add(job())
    expect(await opened().files.forget(at('09:00'), HOUR)).toBe(0)
    expect(await opened().files.forget(at('09:00:00.001'), HOUR)).toBe(1)
    expect(await opened().files.forget(at('09:00:00.001'), HOUR)).toBe(0)
    expect(await jobs.counts()).toEqual({ queued: 1, leased: 0, dead: 1 })
    expect(await jobs.claim(1, at('09:00'), HOUR)).toMatchObject([{ payload: job().payload }])
  })
}
