import { afterEach, describe, expect, it, vi } from 'vitest'
import { createDelivery } from '../../../src/adapters/local/delivery.ts'
import type { Posting } from '../../../src/ports/chat.ts'
import { fakeLocalPosts } from '../../fakes/local-posts.ts'
import { eventsWith, formOf, type LocalServer, silentLog, startLocal } from './local-server.ts'

describe('delivery to the application', () => {
  const servers: LocalServer[] = []
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close()
  })

  const local: typeof startLocal = async (options) => {
    const server = await startLocal(options)
    servers.push(server)
    return server
  }
  const send = (server: LocalServer, text: string, files: readonly (readonly [string, string])[] = []) =>
    fetch(`${server.url}/api/posts`, { method: 'POST', body: formOf({ author: 'requester', text }, files) })

  it('answers 201 and tells again when the application could not take it', async () => {
    const server = await local({ retryAfter: 1 })
    const told: Posting[] = []
    await server.chat.start(
      eventsWith({
        posted(posting) {
          told.push(posting)
          return told.length < 3 ? Promise.reject(new Error('store busy')) : Promise.resolve()
        },
      }),
    )
    expect((await send(server, 'x')).status).toBe(201)
    await vi.waitFor(() => expect(told).toHaveLength(3))
    expect(new Set(told.map(({ post }) => post)).size).toBe(1)
  })

  it('tells at start of people’s posts of the last days only', async () => {
    const posts = fakeLocalPosts()
    const first = await local({ posts })
    await first.chat.start(eventsWith())
    await send(first, 'old', [['old.csv', 'x']])
    first.wait({ hours: 8 * 24 })
    await send(first, 'no file')
    await send(first, 'new', [['new.csv', 'x']])

    const second = await local({ posts })
    second.wait({ hours: 8 * 24 })
    const told: string[] = []
    await second.chat.start(
      eventsWith({
        posted({ text }) {
          told.push(text)
          return Promise.resolve()
        },
      }),
    )
    expect(told).toEqual(['no file', 'new'])
  })

  it('tells what comes while it catches up after what it catches up with', async () => {
    const posts = fakeLocalPosts()
    const first = await local({ posts })
    await first.chat.start(eventsWith())
    await send(first, 'before', [['a.csv', 'x']])

    const second = await local({ posts })
    const told: string[] = []
    const begun = Promise.withResolvers<undefined>()
    const go = Promise.withResolvers<undefined>()
    const started = second.chat.start(
      eventsWith({
        async posted({ text }) {
          begun.resolve(undefined)
          await go.promise
          told.push(text)
        },
      }),
    )
    await begun.promise
    const sent = send(second, 'meanwhile')
    await vi.waitFor(async () => expect(await posts.list({})).toHaveLength(2))
    go.resolve(undefined)
    await Promise.all([started, sent])
    expect(told).toEqual(['before', 'meanwhile'])
  })

  it('stops telling when it is stopped', async () => {
    vi.useFakeTimers()
    const posts = fakeLocalPosts()
    const clock = { now: () => Temporal.Instant.from('2026-11-16T08:15:00Z') }
    const catchUp = Temporal.Duration.from({ hours: 1 })
    const delivery = createDelivery({ posts, clock, log: silentLog, catchUp, retryAfter: 1_000 })
    let told = 0
    await delivery.start(
      eventsWith({
        posted() {
          told += 1
          return Promise.reject(new Error('no'))
        },
      }),
    )
    const now = clock.now()
    const blank = {
      thread: null,
      direct: null,
      bot: false,
      key: null,
      body: null,
      buttons: [],
      choices: [],
      reactions: [],
    }
    await delivery.deliver({ ...blank, id: 'p', author: 'staff', text: 'x', files: [], created: now, updated: now })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(told).toBe(2)
    const waiting = vi.getTimerCount()
    delivery.stop()
    expect(vi.getTimerCount()).toBe(waiting - 1)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(told).toBe(2)
    vi.useRealTimers()
  })
})
