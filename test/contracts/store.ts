// What the application may count on, whatever keeps the rows. Instants are given, so nothing here waits.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LocalPosts } from '../../src/ports/local-posts.ts'
import type { Store } from '../../src/ports/store.ts'
import { batchesContract } from './store/batches.ts'
import { chronicleContract } from './store/chronicle.ts'
import { filesContract } from './store/files.ts'
import { forgetContract } from './store/forget.ts'
import { jobsContract } from './store/jobs.ts'
import { localPostsContract } from './store/local-posts.ts'
import { outgoingContract } from './store/outgoing.ts'
import { postingsContract } from './store/postings.ts'
import { preferencesContract } from './store/preferences.ts'
import { at, posting, receive, revision } from './store/samples.ts'

type Opened = Store & { readonly localPosts: LocalPosts; close(): Promise<void> }

/** Runs the contract; `newPlace` makes an empty place for each test and returns what opens it, again and again. */
export function storeContract(name: string, newPlace: () => Promise<() => Promise<Opened>>): void {
  describe(name, () => {
    let open: () => Promise<Opened>
    let store: Opened
    beforeEach(async () => {
      open = await newPlace()
      store = await open()
    })
    afterEach(() => store.close())

    describe('postings', () => postingsContract(() => store))
    describe('jobs', () => jobsContract(() => store))
    describe('batches', () => batchesContract(() => store))
    describe('what happened', () => chronicleContract(() => store))
    describe('files', () => filesContract(() => store))
    describe('what is forgotten', () => forgetContract(() => store))
    describe('outgoing', () => outgoingContract(() => store))
    describe('preferences', () => preferencesContract(() => store))
    describe('local posts', () => localPostsContract(() => store))

    it('finds everything again when opened again', async () => {
      const { batch, postingId } = await revision(store)
      await store.files.put({ posting: postingId, kind: 'posted', name: 'a.csv', bytes: bytesOf('a') }, at('09:00'))
      await store.outgoing.settle('slack', 'report', { channel: 'C1', post: 'P9', link: null })
      await store.postings.setWatermark('slack', 'C1', 'P1')
      await store.close()
      store = await open()
      expect(await store.postings.receive(posting())).toBe(false)
      expect(await store.batches.get(batch.id)).toMatchObject({ id: batch.id, revision: 1, state: 'ready' })
      expect((await store.files.get(postingId, 'posted'))?.bytes).toEqual(bytesOf('a'))
      expect(await store.outgoing.intend('slack', 'report', at('10:00'))).toEqual({
        channel: 'C1',
        post: 'P9',
        link: null,
      })
      expect(await store.postings.watermark('slack', 'C1')).toBe('P1')
      expect((await store.jobs.counts()).leased).toBe(1)
    })

    it('throws OutsideError when it was closed', async () => {
      await store.close()
      await expect(store.postings.get('p')).rejects.toMatchObject({ name: 'OutsideError', code: 'store-unavailable' })
    })

    it('may be closed twice', async () => {
      await store.close()
      await expect(store.close()).resolves.toBeUndefined()
    })

    it('lets transactions run at the same time as other calls', async () => {
      const received = Array.from({ length: 20 }, (_, n) => store.postings.receive(posting({ post: `P${n}` })))
      const others = Array.from({ length: 20 }, () => store.jobs.counts())
      await Promise.all([...received, ...others])
      expect((await store.jobs.counts()).queued).toBe(20)
      expect(await receive(store, { post: 'P99' })).toMatch(/^\w{8,}$/)
    })
  })
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
