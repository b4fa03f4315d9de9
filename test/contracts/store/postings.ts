import { expect, it } from 'vitest'
import type { Store } from '../../../src/ports/store.ts'
import { at, posting, receive } from './samples.ts'

export function postingsContract(opened: () => Store): void {
  it('gives back what was received', async () => {
    const store = opened()
    const id = await receive(store)
    expect(await store.postings.get(id)).toEqual({ id, ...posting() })
  })

  it('keeps a null thread, direct messages and sizes beyond 32 bits', async () => {
    const store = opened()
    const file = { id: 'F1', name: '', size: 5_000_000_000, type: '' }
    const id = await receive(store, { thread: null, direct: true, file })
    expect(await store.postings.get(id)).toEqual({ id, ...posting({ thread: null, direct: true, file }) })
  })

  it('keeps a file name with a NUL, without it', async () => {
    const store = opened()
    const id = await receive(store, { file: { ...posting().file, name: 'a\0b.csv' } })
    expect((await store.postings.get(id))?.file.name).toBe('ab.csv')
  })

  it('keeps what was chosen in a form', async () => {
    const store = opened()
    const form = { site: 'prelude', language: 'en' } as const
    const id = await receive(store, { form })
    expect(await store.postings.get(id)).toEqual({ id, ...posting({ form }) })
  })

  it('lists the files of one post in their order', async () => {
    const store = opened()
    const file = (id: string) => ({ ...posting().file, id })
    const second = await receive(store, { file: file('F0'), position: 1 })
    const first = await receive(store, { file: file('F9') })
    await receive(store, { post: 'P2' })
    await receive(store, { channel: 'C2' })
    const found = await store.postings.ofPost('slack', 'C1', 'P1')
    expect(found.map(({ id }) => id)).toEqual([first, second])
    expect(await store.postings.ofPost('slack', 'C1', 'P9')).toEqual([])
  })

  it('knows no posting by another id', async () => {
    expect(await opened().postings.get('nothing')).toBeNull()
  })

  it('finds the last one of a thread, its first post included, and of a channel', async () => {
    const store = opened()
    expect(await store.postings.latest('slack', 'C1', null)).toBeNull()
    const first = await receive(store, { post: 'T1', thread: null })
    expect((await store.postings.latest('slack', 'C1', 'T1'))?.id).toBe(first)
    const second = await receive(store, { post: 'P2', receivedAt: at('07:59') })
    await receive(store, { post: 'P3', channel: 'C2' })
    expect((await store.postings.latest('slack', 'C1', 'T1'))?.id).toBe(first)
    const third = await receive(store, { post: 'P4', thread: 'T9', receivedAt: at('07:59:30') })
    expect((await store.postings.latest('slack', 'C1', 'T9'))?.id).toBe(third)
    expect((await store.postings.latest('slack', 'C1', null))?.id).toBe(first)
    expect(second).not.toBe(first)
    expect(await store.postings.latest('mattermost', 'C1', null)).toBeNull()
  })

  it('finds the last file of a post whose files came in the same instant', async () => {
    const store = opened()
    for (const position of [0, 1, 2, 3, 9, 8, 7, 6, 5, 4]) {
      await receive(store, { position, file: { ...posting().file, id: `F${position}` } })
    }
    expect(await store.postings.latest('slack', 'C1', 'T1')).toMatchObject({ position: 9, file: { id: 'F9' } })
    await store.postings.receive(posting({ post: 'P2', receivedAt: at('08:00:00.001') }))
    expect(await store.postings.latest('slack', 'C1', 'T1')).toMatchObject({ post: 'P2' })
  })

  it('makes a job to check the file, due at once', async () => {
    const { postings, jobs } = opened()
    expect(await postings.receive(posting())).toBe(true)
    expect(await jobs.nextDue()).toEqual(at('08:00'))
    const [claimed] = await jobs.claim(10, at('08:00'), Temporal.Duration.from('PT1M'))
    expect(claimed).toMatchObject({ kind: 'check-file', payload: { posting: expect.any(String) as string } })
  })

  it('changes nothing when a posting is delivered again, even later and with another name', async () => {
    const store = opened()
    const id = await receive(store)
    const again = posting({ receivedAt: at('09:00'), file: { ...posting().file, name: 'other.csv' } })
    expect(await store.postings.receive(again)).toBe(false)
    expect(await store.postings.get(id)).toEqual({ id, ...posting() })
    expect(await store.jobs.counts()).toEqual({ queued: 0, leased: 1, dead: 0 })
  })

  it('takes one of several deliveries at the same time', async () => {
    const { postings, jobs } = opened()
    const taken = await Promise.all(Array.from({ length: 5 }, () => postings.receive(posting())))
    expect(taken.filter(Boolean)).toHaveLength(1)
    expect((await jobs.counts()).queued).toBe(1)
  })

  it.each([
    ['file', { file: { ...posting().file, id: 'F2' } }],
    ['post', { post: 'P2' }],
    ['channel', { channel: 'C2' }],
    ['chat', { chat: 'mattermost' }],
  ] as const)('takes the same ids in another %s for another posting', async (_, given) => {
    const { postings, jobs } = opened()
    await postings.receive(posting())
    expect(await postings.receive(posting(given))).toBe(true)
    expect((await jobs.counts()).queued).toBe(2)
  })

  it('stores nothing of a posting it refuses', async () => {
    const { postings, jobs } = opened()
    const broken = posting({ file: { ...posting().file, size: null as unknown as number } })
    await expect(postings.receive(broken)).rejects.toMatchObject({ name: 'OutsideError', code: 'store-refused' })
    expect((await jobs.counts()).queued).toBe(0)
    expect(await postings.receive(posting())).toBe(true)
  })

  it('keeps the mark of each file, and gives those of its post', async () => {
    const store = opened()
    const [first, second] = [await receive(store), await receive(store, { file: { ...posting().file, id: 'F2' } })]
    for (const given of [{ post: 'P2' }, { channel: 'C2' }, { chat: 'mattermost' }] as const) {
      await store.postings.mark(await receive(store, given), 'failed')
    }
    expect((await store.postings.mark(first, 'working')).toSorted()).toEqual([null, 'working'])
    expect((await store.postings.mark(second, 'blocked')).toSorted()).toEqual(['blocked', 'working'])
    expect((await store.postings.mark(first, 'ready')).toSorted()).toEqual(['blocked', 'ready'])
  })

  it('remembers the last post seen in each channel', async () => {
    const { postings } = opened()
    expect(await postings.watermark('slack', 'C1')).toBeNull()
    await postings.setWatermark('slack', 'C1', 'P1')
    await postings.setWatermark('slack', 'C2', 'P7')
    await postings.setWatermark('slack', 'C1', 'P2')
    expect(await postings.watermark('slack', 'C1')).toBe('P2')
    expect(await postings.watermark('slack', 'C2')).toBe('P7')
    expect(await postings.watermark('mattermost', 'C1')).toBeNull()
  })
}
