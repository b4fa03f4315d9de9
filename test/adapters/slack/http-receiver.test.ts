// HTTP mode: signatures, what could not be stored, and the gaps that no connection tells of.
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OutsideError } from '../../../src/ports/outside-error.ts'
import type { HttpRoad } from '../../fakes/slack/http-road.ts'
import { defaultChannel, people } from '../../fakes/slack/townsfolk.ts'
import { freePort } from './free-port.ts'
import { type SlackWorld, slackWorld } from './slack-world.ts'

let world: SlackWorld
let port: number
let road: HttpRoad
const start = () => world.start({ appToken: undefined, signingSecret: world.town.app.signingSecret, port })
const post = () => world.town.people.post({ author: people.french, files: [{ name: 'liste.csv', text: 'username' }] })

beforeEach(async () => {
  world = await slackWorld()
  port = await freePort()
  road = world.town.useHttp(`http://127.0.0.1:${port}/slack/events`)
})
afterEach(() => world.close())

/** A request of somebody who saw a signed one: this body, with the signature of that other one, or none. */
async function forge(body: string, signed: string | null, type = 'application/json'): Promise<number> {
  const at = String(Math.floor(Temporal.Now.instant().epochMilliseconds / 1000))
  const hash = createHmac('sha256', world.town.app.signingSecret).update(`v0:${at}:${signed ?? ''}`)
  const signature = { 'x-slack-request-timestamp': at, 'x-slack-signature': `v0=${hash.digest('hex')}` }
  const headers = { 'content-type': type, ...(signed === null ? {} : signature) }
  return (await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', body, headers })).status
}

describe('HTTP mode', () => {
  it('answers the question of the settings page, and events', async () => {
    await start()
    expect(await road.verify()).toContain('challenge')
    await post()
    expect(road.statuses).toEqual([200])
    expect(world.heard.postings).toMatchObject([{ files: [{ name: 'liste.csv' }] }])
  })

  it.each(['wrong', 'stale'] as const)('refuses a %s signature', async (signature) => {
    const chat = await start()
    road.signature = signature
    await post()
    expect(road.statuses).toEqual([401])
    expect(chat.connection()).toEqual({ connected: true, trouble: null, refused: 1 })
    expect(world.heard.postings).toEqual([])
  })

  it('hears nothing that is not signed as it stands', async () => {
    await start()
    const event = { type: 'message', user: people.french, channel: defaultChannel, ts: '1800000000.000100', text: 'x' }
    const body = JSON.stringify({ type: 'event_callback', event_id: 'E1', event })
    const command = 'command=%2Fenrol-check&text=pending&user_id=U0STAFF&channel_id=C1&trigger_id=1'
    const form = 'application/x-www-form-urlencoded'
    expect(await forge(body, null)).toBe(401)
    expect(await forge(JSON.stringify(JSON.parse(body), null, 1), body)).toBe(401)
    expect(await forge(command, null, form)).toBe(401)
    // A check of Slack's that is not signed; what is smuggled beside it is not looked at.
    expect(await forge(`ssl_check=1&${command}`, null, form)).toBe(200)
    expect(world.heard).toEqual({ postings: [], deletions: [], presses: [], commands: [] })
    expect(await forge(body, body)).toBe(200)
    expect(world.heard.postings).toHaveLength(1)
  })

  it('says that it failed when an event could not be stored, so that it comes again', async () => {
    await start()
    const { posted } = world.events
    world.events.posted = () => {
      world.events.posted = posted
      return Promise.reject(new OutsideError('store-unavailable', 'No store'))
    }
    await post()
    await world.town.pass({ minutes: 1 })
    expect(road.statuses).toEqual([500, 200])
    expect(world.heard.postings).toHaveLength(1)
  })

  it('reads now and then what Slack gave up on', async () => {
    await start()
    world.town.useHttp('http://127.0.0.1:9/slack/events')
    await post()
    const heard = Promise.withResolvers<undefined>()
    world.events.posted = () => {
      heard.resolve(undefined)
      return Promise.resolve()
    }
    await world.wake(600_000)
    await heard.promise
  })

  it('stops although somebody holds a request open', async () => {
    await start()
    const socket = connect(port, '127.0.0.1')
    const closed = once(socket, 'close')
    socket.write('POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\nexpect: 100-continue\r\n\r\n')
    await once(socket, 'data')
    await world.stop()
    await closed
  })

  it('says when its port is taken', async () => {
    const other: Server = createServer()
    await new Promise<void>((resolve) => other.listen(port, resolve))
    await expect(start()).rejects.toMatchObject({ code: 'port-in-use' })
    await new Promise((resolve) => other.close(resolve))
  })
})
