import { expect, it } from 'vitest'
import type { Store } from '../../../src/ports/store.ts'
import { at, batchOf, receive, revision, revisionOf } from './samples.ts'

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
    await batches.move('B1', 'waiting', at('09:00'))
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
      expect(await batches.revise(revisionOf(postingId, { number }), 'ready')).toBe(true)
    }
    expect((await batches.revisions('B1')).map(({ number }) => number)).toEqual([1, ...numbers])
    expect(await batches.revisions('B2')).toEqual([])
  })

  it('replaces what was found of a posting that has its revision already, under its number', async () => {
    const { batches } = opened()
    const { postingId } = await revision(opened(), 'needs-changes')
    const found = { outcome: { verdict: 'ready' }, report: null, name: 'b.csv', sha256: 'cd', createdAt: at('10:00') }
    expect(await batches.revise(revisionOf(postingId, { ...found, number: 2 }), 'ready')).toBe(false)
    expect(await batches.revisions('B1')).toEqual([revisionOf(postingId, found)])
    expect(await batches.get('B1')).toMatchObject({ state: 'ready', revision: 1, updatedAt: at('10:00') })
  })

  it('leaves a batch where its last revision brought it, when an older one is replaced', async () => {
    const { batches } = opened()
    const { postingId } = await revision(opened(), 'needs-changes')
    const second = await receive(opened(), { post: 'P2' })
    await batches.revise(revisionOf(second, { number: 2 }), 'ready')
    const found = { report: null, createdAt: at('10:00') }
    expect(await batches.revise(revisionOf(postingId, found), 'needs-changes')).toBe(false)
    expect(await batches.revisions('B1')).toEqual([revisionOf(postingId, found), revisionOf(second, { number: 2 })])
    expect(await batches.get('B1')).toMatchObject({ state: 'ready', revision: 2, updatedAt: at('08:05') })
  })

  it('refuses a number already given to another posting, and changes nothing', async () => {
    const { batches } = opened()
    const { postingId } = await revision(opened(), 'needs-changes')
    const other = await receive(opened(), { post: 'P2' })
    const late = batches.revise(revisionOf(other, { number: 1 }), 'ready')
    await expect(late).rejects.toMatchObject({ name: 'OutsideError', code: 'store-conflict' })
    expect(await batches.revisions('B1')).toEqual([revisionOf(postingId)])
    expect(await batches.get('B1')).toMatchObject({ state: 'needs-changes', revision: 1 })
  })

  it('refuses a number below the last one, and changes nothing', async () => {
    const { batches } = opened()
    const first = await receive(opened())
    const second = await receive(opened(), { post: 'P2' })
    await batches.open(batchOf())
    await batches.revise(revisionOf(first, { number: 2 }), 'ready')
    const late = batches.revise(revisionOf(second, { number: 1 }), 'done')
    await expect(late).rejects.toMatchObject({ name: 'OutsideError', code: 'store-conflict' })
    expect(await batches.revisions('B1')).toHaveLength(1)
    expect(await batches.get('B1')).toMatchObject({ state: 'ready', revision: 2 })
  })

  it('lets one of two revisions with the same number pass', async () => {
    const { batches } = opened()
    const postings = [await receive(opened()), await receive(opened(), { post: 'P2' })]
    await batches.open(batchOf())
    const settled = await Promise.allSettled(postings.map((id) => batches.revise(revisionOf(id), 'ready')))
    expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await batches.revisions('B1')).toHaveLength(1)
  })

  it('refuses a revision of a batch that is not there', async () => {
    const postingId = await receive(opened())
    const orphan = opened().batches.revise(revisionOf(postingId), 'ready')
    await expect(orphan).rejects.toMatchObject({ name: 'OutsideError', code: 'store-refused' })
  })

  it('moves one batch', async () => {
    const { batches } = opened()
    await batches.open(batchOf())
    await batches.open(batchOf({ id: 'B2' }))
    await batches.move('B1', 'done', at('10:00'))
    expect(await batches.get('B1')).toEqual(batchOf({ state: 'done', updatedAt: at('10:00') }))
    expect(await batches.get('B2')).toEqual(batchOf({ id: 'B2' }))
  })
}
