// What goes wrong between the bot and the server: recovered, or told in the log and in the state, never silent.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { MattermostOptions } from '../../../src/adapters/mattermost/options.ts'
import { eventually, type MattermostWorld, makeWorld, testTimings } from './mattermost-world.ts'

let world: MattermostWorld

beforeEach(async () => {
  world = await makeWorld()
})
afterEach(async () => {
  vi.restoreAllMocks()
  await world.close()
})

const connection = () => world.chat().state().connection
const said = () => world.heard.postings.map(({ text }) => text)
const say = (text: string) => world.town.post({ author: world.town.people.marie, channel: world.town.channel, text })
const levels = (level: string) => world.log.lines.filter((line) => line.level === level)
const withTimings = (timings: Partial<typeof testTimings>): Partial<MattermostOptions> => ({
  timings: { ...testTimings, ...timings },
})

async function hears(...texts: readonly string[]): Promise<void> {
  await eventually(() => expect([...new Set(said())]).toEqual(texts))
}

describe('a token', () => {
  it('that is wrong stops the start, and says what to do', async () => {
    world.restart({ token: 'x'.repeat(26) })
    await expect(world.start()).rejects.toMatchObject({ name: 'OutsideError', code: 'auth-failed' })
    await expect(world.start()).rejects.toThrow('MATTERMOST_TOKEN')
    expect(levels('error')).toHaveLength(2)
    expect(JSON.stringify(world.log.lines)).not.toContain('xxxx')
  })

  it('that is revoked, which the socket does not tell, is noticed within a minute', async () => {
    world.restart(withTimings({ check: 10 }))
    await world.start()
    world.town.revoke(world.town.bot.token)
    await eventually(() => expect(connection()).toBe('auth-failed'))
    expect(world.server.connected()).toBe(1)
    expect(world.chat().connection()).toEqual({ connected: false, trouble: 'auth-failed', refused: 0 })
    expect(levels('error')).toEqual([expect.objectContaining({ message: expect.stringContaining('token') as string })])
  })

  it('of a bot that is disabled and enabled again loses nothing', async () => {
    world.restart(withTimings({ check: 10 }))
    await world.start()
    world.town.disable(world.town.bot.id)
    await eventually(() => expect(connection()).toBe('auth-failed'))
    say('pendant ce temps')
    world.town.enable(world.town.bot.id)
    await eventually(() => expect(connection()).toBe('connected'))
    await hears('pendant ce temps')
  })

  it('is asked for after a connection that failed', async () => {
    await world.start()
    world.town.revoke(world.town.bot.token)
    world.server.cut()
    await eventually(() => expect(connection()).toBe('auth-failed'))
  })
})

describe('a connection that is cut', () => {
  it('is resumed, and nothing is fetched', async () => {
    await world.start()
    world.server.cut()
    say('pendant la coupure')
    await hears('pendant la coupure')
    expect(world.chat().state()).toMatchObject({ connection: 'connected', gaps: 0, reconnects: 1 })
  })

  it('and not resumed is made up for by a look at the channels', async () => {
    await world.start()
    say('avant')
    await hears('avant')
    world.server.refuseNextResume()
    world.server.cut()
    say('pendant')
    await hears('avant', 'pendant')
    expect(world.chat().state().gaps).toBe(1)
    say('après')
    await hears('avant', 'pendant', 'après')
  })

  it('because the server restarts is opened again', async () => {
    await world.start()
    await world.server.stop()
    await eventually(() => expect(connection()).toBe('reconnecting'))
    expect(levels('warn')).not.toEqual([])
    say('pendant le redémarrage')
    await world.server.start()
    await hears('pendant le redémarrage')
    expect(connection()).toBe('connected')
  })

  it('loses no event that was lost on the way', async () => {
    await world.start()
    world.server.loseEvents(2)
    say('un')
    say('deux')
    say('trois')
    await hears('un', 'deux', 'trois')
  })

  it('is noticed when only one end knows', async () => {
    world.restart(withTimings({ ping: 20 }))
    await world.start()
    world.server.freeze()
    say('dans le vide')
    await hears('dans le vide')
    await eventually(() => expect(world.chat().state().reconnects).toBeGreaterThan(0))
  })
})

describe('a server that is not there', () => {
  it('does not stop the start: it is waited for', async () => {
    await world.server.stop()
    await world.start()
    expect(connection()).toBe('reconnecting')
    say('entre-temps')
    await world.server.start()
    await hears('entre-temps')
  })

  it('but for its sockets, which a proxy may hold back, is asked every minute', async () => {
    world.server.faults.add({ trouble: { refuse: 400 }, path: /websocket/, times: 10_000 })
    say('avant')
    world.restart(withTimings({ check: 20 }))
    await world.start()
    expect(said()).toEqual(['avant'])
    say('pendant')
    await hears('avant', 'pendant')
    expect(world.chat().connection()).toMatchObject({ connected: false, trouble: 'reconnecting' })
  })

  it('or that refuses the upgrade with 429 is tried again', async () => {
    world.server.faults.add({ trouble: { limit: 1 }, path: /websocket/, times: 2 })
    await world.start()
    say('quand même')
    await hears('quand même')
    expect(world.server.faults.left()).toBe(0)
  })
})

describe('a socket that says nothing of what is posted', () => {
  it('is not believed for long', async () => {
    world.restart(withTimings({ sweep: 20 }))
    await world.start()
    say('un')
    await hears('un')
    world.server.loseEvents(1)
    say('deux')
    await hears('un', 'deux')
  })
})

describe('the client', () => {
  it('keeps its words to itself', async () => {
    const [log, warn, error] = [vi.spyOn(console, 'log'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')]
    await world.start()
    world.server.refuseNextResume()
    world.server.cut()
    say('un')
    await hears('un')
    await world.server.stop()
    await eventually(() => expect(connection()).toBe('reconnecting'))
    await world.stop()
    expect([log.mock.calls, warn.mock.calls, error.mock.calls]).toEqual([[], [], []])
    await world.server.start()
  })

  it('is gone once stopped', async () => {
    await world.start()
    await world.stop()
    await eventually(() => expect(world.server.connected()).toBe(0))
    expect(connection()).toBe('stopped')
    say('trop tard')
    await world.server.delivered()
    expect(said()).toEqual([])
  })
})
