// Socket Mode when it goes wrong: Slack asks to connect again, cuts, refuses, limits, is away.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SlackOptions } from '../../../src/adapters/slack/options.ts'
import { defaultChannel, people } from '../../fakes/slack/townsfolk.ts'
import { nextCall } from './next.ts'
import { type SlackWorld, saying, slackWorld } from './slack-world.ts'

let world: SlackWorld
let bugs: unknown[]
const noteBug = (error: unknown) => bugs.push(error)
beforeEach(async () => {
  world = await slackWorld()
  bugs = []
  process.on('unhandledRejection', noteBug)
})
afterEach(async () => {
  await world.close()
  process.off('unhandledRejection', noteBug)
  expect(bugs).toEqual([])
})

const files = [{ name: 'liste.csv', text: 'username' }]
const opens = () => world.town.calls.filter(({ method }) => method === 'apps.connections.open').length

/** Settles with the next delivery of a posting. */
function nextPosting(): Promise<undefined> {
  const { posted } = world.events
  const heard = Promise.withResolvers<undefined>()
  world.events.posted = async (posting) => {
    await posted(posting)
    heard.resolve(undefined)
  }
  return heard.promise
}

describe('a connection that ends', () => {
  it.each([
    ['Slack asks for it', () => world.town.sockets.askToLeave('refresh_requested')],
    ['it is cut', () => world.town.sockets.cut()],
  ])('is made again when %s, and what was posted meanwhile is found', async (_, end) => {
    await world.start()
    end()
    await world.town.sockets.closed()
    const heard = nextPosting()
    await world.town.people.post({ author: people.french, files })
    await heard
    expect(world.heard.postings).toMatchObject([{ files: [{ name: 'liste.csv' }] }])
    expect(world.waits).toEqual([])
  })

  it('is made again after Slack refused, was limited or was away, without the process noticing', async () => {
    await world.start()
    world.town.faults.next(
      'apps.connections.open',
      { kind: 'refused', code: 'invalid_auth' },
      { kind: 'limited', retryAfter: 30 },
      { kind: 'broken', status: 503, when: 'before' },
      { kind: 'cut', when: 'before' },
    )
    world.town.sockets.cut()
    await world.town.sockets.closed()
    await world.town.sockets.opened()
    expect(world.waits).toEqual([1000, 2000, 4000, 8000])
    expect(world.town.faults.left()).toBe(0)
    expect(opens()).toBe(2)
  })

  it('is followed by a reading of its own when the one before was still under way', async () => {
    await world.start()
    await world.stop()
    const post = () => world.town.people.post({ author: people.french, files })
    await post()
    const asked = Promise.withResolvers<undefined>()
    const released = Promise.withResolvers<undefined>()
    const both = Promise.withResolvers<undefined>()
    const stamps = new Set<string>()
    world.events.posted = async (posting) => {
      stamps.add(posting.post)
      if (stamps.size > 1) both.resolve(undefined)
      asked.resolve(undefined)
      await released.promise
    }
    const starting = world.start()
    await asked.promise
    world.town.sockets.cut()
    await world.town.sockets.closed()
    await post()
    await world.town.sockets.opened()
    released.resolve(undefined)
    await starting
    await both.promise
    expect(stamps.size).toBe(2)
  })

  it('that never lasts is made again less and less often', async () => {
    await world.start()
    for (let i = 0; i < 4; i++) {
      const asked = nextCall(world, 'apps.connections.open')
      world.town.sockets.cut()
      await asked
      await world.town.sockets.opened()
    }
    expect(world.waits).toEqual([1000, 2000, 4000])
  })

  it('shows how it stands', async () => {
    const waiting = Promise.withResolvers<undefined>()
    const pause: SlackOptions['pause'] = (_, signal) => {
      waiting.resolve(undefined)
      return new Promise((resolve) => signal?.addEventListener('abort', () => resolve()))
    }
    const chat = world.process({ pause })
    expect(chat.connection()).toEqual({ connected: false, trouble: 'not-started', refused: 0 })
    const stop = await chat.start(world.events)
    expect(chat.connection()).toEqual({ connected: true, trouble: null, refused: 0 })
    world.town.faults.next('apps.connections.open', { kind: 'refused', code: 'invalid_auth' })
    world.town.sockets.cut()
    await waiting.promise
    expect(chat.connection()).toEqual({ connected: false, trouble: 'auth-failed', refused: 0 })
    await stop()
  })

  it('leaves the other calls their own patience', async () => {
    const chat = await world.start()
    world.town.faults.next('chat.postMessage', { kind: 'broken', status: 500, when: 'before' })
    world.town.faults.next('conversations.history', { kind: 'broken', status: 500, when: 'before' })
    await chat.post({ channel: defaultChannel, thread: null }, 'k', saying('un'))
    expect(world.waits).toEqual([300])
    expect(world.town.seen()).toHaveLength(1)
  })
})

describe('a start', () => {
  it('is refused with a wrong bot token', async () => {
    const message = expect.stringMatching(/SLACK_BOT_TOKEN .*invalid_auth.*xoxb-…/) as string
    await expect(world.start({ botToken: 'xoxb-wrong' })).rejects.toMatchObject({ code: 'auth-failed', message })
  })

  it('is refused with a wrong app token', async () => {
    const message = expect.stringMatching(/SLACK_APP_TOKEN .*invalid_auth.*connections:write/) as string
    await expect(world.start({ appToken: 'xapp-wrong' })).rejects.toMatchObject({ code: 'auth-failed', message })
  })

  it('goes on without Slack and connects when it is back', async () => {
    world.town.faults.next('auth.test', ...Array.from({ length: 4 }, () => ({ kind: 'cut', when: 'before' }) as const))
    world.town.faults.next('apps.connections.open', { kind: 'broken', status: 503, when: 'before' })
    await world.start()
    await world.town.sockets.opened()
    const heard = nextPosting()
    await world.town.people.post({ author: people.french, files })
    await heard
    expect(world.heard.postings).toHaveLength(1)
  })

  it('closes its connection when it is stopped, and makes no other', async () => {
    await world.start()
    await world.stop()
    await world.town.sockets.closed()
    expect(opens()).toBe(1)
  })
})

describe('two processes', () => {
  it('hear the same event over both sockets, as Slack may send it', async () => {
    await world.start()
    await world.start()
    await world.town.sockets.opened(2)
    world.town.sockets.everywhere = true
    await world.town.people.post({ author: people.french, files })
    await world.stop()
    const ids = world.heard.postings.map(({ post, files: [file] }) => `${post} ${file?.id}`)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })
})
