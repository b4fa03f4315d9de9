import { expect, it } from 'vitest'
import type { Store } from '../../../src/ports/store.ts'
import { at, batchOf, entryOf, receive, revision, revisionOf } from './samples.ts'

export function chronicleContract(opened: () => Store): void {
  it('tells what happened to a batch, in its order, with its author', async () => {
    const { batches, chronicle } = opened()
    await revision(opened(), 'needs-changes')
    const handed = entryOf({
      at: at('08:05'),
      author: 'U9',
      event: 'handed',
      from: 'needs-changes',
      to: 'needs-changes',
      rows: 2,
    })
    await batches.change('B1', {}, handed)
    expect(await chronicle.of('B1')).toEqual([entryOf({ to: 'needs-changes' }), handed])
    expect(await chronicle.of('B2')).toEqual([])
  })

  it('notes a check that took the place of another only when it was of the last file', async () => {
    const { batches, chronicle } = opened()
    const { postingId } = await revision(opened(), 'ready')
    const second = await receive(opened(), { post: 'P2' })
    const later = entryOf({ at: at('08:10'), from: 'ready' })
    await batches.revise(revisionOf(second, { number: 2 }), { state: 'ready' }, later)
    await batches.revise(revisionOf(postingId), { state: 'waiting' }, { ...later, at: at('08:20'), to: 'waiting' })
    expect((await chronicle.of('B1')).map(({ to }) => to)).toEqual(['ready', 'ready'])
  })

  it('notes once what a job that was cut off does again', async () => {
    const { batches, chronicle } = opened()
    const { postingId } = await revision(opened(), 'ready')
    await batches.revise(revisionOf(postingId), { state: 'ready' }, entryOf({ from: 'ready' }))
    expect(await chronicle.of('B1')).toEqual([entryOf()])
    await batches.change('B1', {}, entryOf({ event: 'handed', from: 'ready' }))
    expect(await chronicle.of('B1')).toHaveLength(2)
  })

  it('tells what happened to all from an instant on', async () => {
    const { batches, chronicle } = opened()
    for (const [id, time] of [
      ['B1', '08:00'],
      ['B2', '09:00'],
      ['B3', '10:00'],
    ] as const) {
      await batches.open(batchOf({ id }))
      await batches.change(id, { state: 'ready' }, entryOf({ at: at(time) }))
    }
    const found = await chronicle.since(at('09:00'))
    expect(found.map(({ batch, entry }) => [batch.id, batch.state, entry.at])).toEqual([
      ['B2', 'ready', at('09:00')],
      ['B3', 'ready', at('10:00')],
    ])
    expect(await chronicle.since(at('10:00:00.001'))).toEqual([])
  })

  it('tells which files were checked from an instant on', async () => {
    const { chronicle } = opened()
    const { postingId } = await revision(opened())
    const [found, ...others] = await chronicle.revisionsSince(at('08:05'))
    expect(others).toEqual([])
    expect(found).toMatchObject({ batch: { id: 'B1', revision: 1 }, revision: revisionOf(postingId) })
    expect(await chronicle.revisionsSince(at('08:05:00.001'))).toEqual([])
  })

  it('knows every channel that had a batch, and no direct messages', async () => {
    const { batches, chronicle } = opened()
    expect(await chronicle.channels()).toEqual([])
    await batches.open(batchOf({ id: 'B1', state: 'done' }))
    await batches.open(batchOf({ id: 'B2' }))
    await batches.open(batchOf({ id: 'B3', channel: 'C0' }))
    await batches.open(batchOf({ id: 'B4', channel: 'D1', direct: true }))
    await batches.open(batchOf({ id: 'B5', chat: 'mattermost' }))
    expect(await chronicle.channels()).toEqual([
      { chat: 'mattermost', channel: 'C1' },
      { chat: 'slack', channel: 'C0' },
      { chat: 'slack', channel: 'C1' },
    ])
  })
}
