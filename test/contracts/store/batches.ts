import { expect, it } from 'vitest'
import type { Store } from '../../../src/ports/store.ts'
import { at, batchOf, entryOf, receive, revision, revisionOf } from './samples.ts'

export function batchesContract(opened: () => Store): void {
  it('opens a batch and gives it back', async () => {
    const { batches } = opened()
    expect(await batches.open(batchOf())).toEqual(batchOf())
    expect(await batches.get('B1')).toEqual(batchOf())
    expect(await batches.get('B2')).toBeNull()
  })

  it('returns the batch already there, as it is, when opened again', async () => {
    const { batches } = opened()
    await batches.open(batchOf())
    await batches.change('B1', { state: 'waiting' }, entryOf({ at: at('09:00'), to: 'waiting' }))
    const there = batchOf({ state: 'waiting', updatedAt: at('09:00') })
    expect(await batches.open(batchOf({ name: 'other.csv', requester: 'U2' }))).toEqual(there)
    expect(await batches.get('B1')).toEqual(there)
  })

  it('lists the batches of a thread, oldest first, and of no other', async () => {
    const { batches } = opened()
    await batches.open(batchOf({ id: 'B2', createdAt: at('10:00') }))
    await batches.open(batchOf({ id: 'B3', createdAt: at('09:00') }))
    await batches.open(batchOf({ id: 'B4', thread: 'T2' }))
    await batches.open(batchOf({ id: 'B5', channel: 'C2' }))
    await batches.open(batchOf({ id: 'B6', chat: 'mattermost' }))
    expect((await batches.inThread('slack', 'C1', 'T1')).map(({ id }) => id)).toEqual(['B3', 'B2'])
  })

  it('adds a revision and moves the batch', async () => {
    const { batches } = opened()
    const { postingId } = await revision(opened(), 'needs-changes')
    expect(await batches.revisions('B1')).toEqual([revisionOf(postingId)])
    const moved = { state: 'needs-changes', revision: 1, updatedAt: at('08:05') } as const
    expect(await batches.get('B1')).toEqual(batchOf(moved))
  })

  it('lists revisions in their order', async () => {
    const { batches } = opened()
    await revision(opened())
    const numbers = [2, 3, 10]
    for (const number of numbers) {
      const postingId = await receive(opened(), { post: `P${number}` })
      expect(await batches.revise(revisionOf(postingId, { number }), { state: 'ready' }, again())).toBe(true)
    }
    expect((await batches.revisions('B1')).map(({ number }) => number)).toEqual([1, ...numbers])
    expect(await batches.revisions('B2')).toEqual([])
  })

  it('replaces what was found of a posting that has its revision already, under its number', async () => {
    const { batches } = opened()
    const { postingId } = await revision(opened(), 'needs-changes')
    const found = { outcome: { verdict: 'ready' }, report: null, name: 'b.csv', sha256: 'cd', createdAt: at('10:00') }
    const entry = entryOf({ at: at('10:00'), from: 'needs-changes' })
    expect(await batches.revise(revisionOf(postingId, { ...found, number: 2 }), { state: 'ready' }, entry)).toBe(false)
    expect(await batches.revisions('B1')).toEqual([revisionOf(postingId, { ...found, createdAt: at('08:05') })])
    expect(await batches.get('B1')).toMatchObject({ state: 'ready', revision: 1 })
    expect((await batches.get('B1'))!.updatedAt).toEqual(at('10:00'))
  })

  it('leaves a batch where its last revision brought it, when an older one is replaced', async () => {
    const { batches } = opened()
    const { postingId } = await revision(opened(), 'needs-changes')
    const second = await receive(opened(), { post: 'P2' })
    await batches.revise(revisionOf(second, { number: 2 }), { state: 'ready' }, entryOf({ from: 'needs-changes' }))
    const found = { report: null, createdAt: at('10:00') }
    const late = entryOf({ from: 'needs-changes', to: 'needs-changes' })
    expect(await batches.revise(revisionOf(postingId, found), { state: 'needs-changes' }, late)).toBe(false)
    const kept = revisionOf(postingId, { report: null })
    expect(await batches.revisions('B1')).toEqual([kept, revisionOf(second, { number: 2 })])
    expect(await batches.get('B1')).toMatchObject({ state: 'ready', revision: 2 })
    expect((await batches.get('B1'))!.updatedAt).toEqual(at('08:05'))
  })

  it('refuses a number already given to another posting, and changes nothing', async () => {
    const { batches } = opened()
    const { postingId } = await revision(opened(), 'needs-changes')
    const other = await receive(opened(), { post: 'P2' })
    const late = batches.revise(
      revisionOf(other, { number: 1 }),
      { state: 'ready' },
      entryOf({ from: 'needs-changes' }),
    )
    await expect(late).rejects.toMatchObject({ name: 'OutsideError', code: 'store-conflict' })
    expect(await batches.revisions('B1')).toEqual([revisionOf(postingId)])
    expect(await batches.get('B1')).toMatchObject({ state: 'needs-changes', revision: 1 })
  })

  it('refuses a number below the last one, and changes nothing', async () => {
    const { batches } = opened()
    const first = await receive(opened())
    const second = await receive(opened(), { post: 'P2' })
    await batches.open(batchOf())
    await batches.revise(revisionOf(first, { number: 2 }), { state: 'ready' }, entryOf())
    const late = batches.revise(revisionOf(second, { number: 1 }), { state: 'done' }, again())
    await expect(late).rejects.toMatchObject({ name: 'OutsideError', code: 'store-conflict' })
    expect(await batches.revisions('B1')).toHaveLength(1)
    expect(await batches.get('B1')).toMatchObject({ state: 'ready', revision: 2 })
  })

  it('lets one of two revisions with the same number pass', async () => {
    const { batches } = opened()
    const postings = [await receive(opened()), await receive(opened(), { post: 'P2' })]
    await batches.open(batchOf())
    const settled = await Promise.allSettled(
      postings.map((id) => batches.revise(revisionOf(id), { state: 'ready' }, entryOf())),
    )
    expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await batches.revisions('B1')).toHaveLength(1)
  })

  it('refuses a revision of a batch that is not there', async () => {
    const postingId = await receive(opened())
    const orphan = opened().batches.revise(revisionOf(postingId), { state: 'ready' }, entryOf())
    await expect(orphan).rejects.toMatchObject({ name: 'OutsideError', code: 'store-refused' })
  })

  it('refuses a revision that came from a state the batch is no longer in, and changes nothing', async () => {
    const { batches, chronicle } = opened()
    await revision(opened(), 'ready')
    await batches.change('B1', { state: 'done' }, entryOf({ event: 'done', from: 'ready', to: 'done' }))
    const second = await receive(opened(), { post: 'P2' })
    const late = batches.revise(revisionOf(second, { number: 2 }), { state: 'ready' }, again())
    await expect(late).rejects.toMatchObject({ name: 'OutsideError', code: 'store-conflict' })
    expect(await batches.revisions('B1')).toHaveLength(1)
    expect(await batches.get('B1')).toMatchObject({ state: 'done', revision: 1 })
    expect(await chronicle.of('B1')).toHaveLength(2)
  })

  it('refuses a revision of a batch that was changed after it was seen, and changes nothing', async () => {
    const { batches, chronicle } = opened()
    await revision(opened(), 'waiting')
    const seen = (await batches.get('B1'))!.updatedAt
    await batches.change('B1', {}, entryOf({ at: at('09:00'), event: 'handed', from: 'waiting', to: 'waiting' }))
    const second = await receive(opened(), { post: 'P2' })
    const entry = entryOf({ at: at('09:30'), from: 'waiting' })
    const late = batches.revise(revisionOf(second, { number: 2 }), { state: 'ready' }, entry, seen)
    await expect(late).rejects.toMatchObject({ name: 'OutsideError', code: 'store-conflict' })
    expect(await batches.get('B1')).toMatchObject({ state: 'waiting', revision: 1 })
    expect(await chronicle.of('B1')).toHaveLength(2)
    const again = batches.revise(revisionOf(second, { number: 2 }), { state: 'ready' }, entry, at('09:00'))
    await expect(again).resolves.toBe(true)
  })

  it('changes what it is told of one batch and leaves the rest', async () => {
    const { batches } = opened()
    await batches.open(batchOf())
    await batches.open(batchOf({ id: 'B2' }))
    const change = {
      state: 'waiting',
      site: 'prelude',
      accounts: 'new',
      retryOn: Temporal.PlainDate.from('2026-09-02'),
      mornings: 2,
      quietUntil: at('12:00'),
    } as const
    expect(await batches.change('B1', change, entryOf({ at: at('10:00'), to: 'waiting' }))).toBe(true)
    expect(await batches.get('B1')).toEqual(batchOf({ ...change, updatedAt: at('10:00') }))
    expect(await batches.get('B2')).toEqual(batchOf({ id: 'B2' }))
    const blank = { retryOn: null, quietUntil: null, accounts: null }
    await batches.change('B1', blank, entryOf({ at: at('11:00'), from: 'waiting', to: 'waiting' }))
    expect(await batches.get('B1')).toEqual(batchOf({ ...change, ...blank, updatedAt: at('11:00') }))
  })

  it('changes nothing of a batch that is no longer where the change came from', async () => {
    const { batches, chronicle } = opened()
    await batches.open(batchOf({ state: 'withdrawn' }))
    expect(await batches.change('B1', { state: 'done' }, entryOf({ from: 'ready', to: 'done' }))).toBe(false)
    expect(await batches.get('B1')).toEqual(batchOf({ state: 'withdrawn' }))
    expect(await chronicle.of('B1')).toEqual([])
  })

  it('lets one of two changes from the same state pass', async () => {
    const { batches, chronicle } = opened()
    await batches.open(batchOf({ state: 'ready' }))
    const to = ['done', 'withdrawn'] as const
    const changes = to.map((state) => batches.change('B1', { state }, entryOf({ from: 'ready', to: state })))
    expect((await Promise.all(changes)).toSorted()).toEqual([false, true])
    expect(await chronicle.of('B1')).toHaveLength(1)
  })

  it('lists what is pending, oldest first, of whom and where it is asked', async () => {
    const { batches } = opened()
    await batches.open(batchOf({ id: 'B2', createdAt: at('10:00'), state: 'waiting' }))
    await batches.open(batchOf({ id: 'B3', createdAt: at('09:00'), requester: 'U2', state: 'needs-changes' }))
    await batches.open(batchOf({ id: 'B4', channel: 'C2', state: 'ready' }))
    await batches.open(batchOf({ id: 'B5', chat: 'mattermost' }))
    for (const state of ['done', 'withdrawn', 'expired'] as const) await batches.open(batchOf({ id: state, state }))
    const ids = async (of?: Parameters<Store['batches']['pending']>[0]) =>
      (await batches.pending(of)).map(({ id }) => id)
    expect(await ids()).toEqual(['B4', 'B5', 'B3', 'B2'])
    expect(await ids({ chat: 'slack' })).toEqual(['B4', 'B3', 'B2'])
    expect(await ids({ channel: 'C1' })).toEqual(['B5', 'B3', 'B2'])
    expect(await ids({ chat: 'slack', requester: 'U2' })).toEqual(['B3'])
  })
}

/** A second check of a batch that is ready. */
const again = () => entryOf({ from: 'ready' })
