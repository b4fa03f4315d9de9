// What a test makes go wrong, and what a member or a stranger may send to the bot.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readBytes } from './rest/read-body.ts'
import { type MattermostServer, serveTown } from './server.ts'
import { type SupportTown, supportTown } from './support-town.ts'

let town: SupportTown
let server: MattermostServer

beforeEach(async () => {
  town = supportTown()
  server = await serveTown(town)
})

afterEach(() => server.stop())

describe('a fault', () => {
  it('refuses before the post is made', async () => {
    server.faults.add({ method: 'POST', path: /\/posts$/, trouble: { refuse: 503 } })
    const answer = await post('un')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'text/html'])
    expect(town.seen(town.channel)).toEqual([])
    expect((await post('un')).status).toBe(201)
  })

  it('refuses after it was made', async () => {
    server.faults.add({ path: /\/posts$/, trouble: { refuse: 502 }, when: 'after' })
    expect((await post('un')).status).toBe(502)
    expect(town.seen(town.channel)).toHaveLength(1)
  })

  it('cuts the connection, before or after', async () => {
    server.faults.add({ path: /\/posts$/, trouble: 'cut' })
    await expect(post('un')).rejects.toThrow()
    expect(town.seen(town.channel)).toEqual([])
    server.faults.add({ path: /\/posts$/, trouble: 'cut', when: 'after' })
    await expect(post('un')).rejects.toThrow()
    expect(town.seen(town.channel)).toHaveLength(1)
  })

  it('answers when the time has passed', async () => {
    server.faults.add({ path: /\/posts$/, trouble: { wait: { seconds: 40 } }, when: 'after' })
    let answered = false
    const answer = post('un').then(({ status }) => {
      answered = true
      return status
    })
    while (town.seen(town.channel).length === 0) await new Promise(setImmediate)
    expect(answered).toBe(false)
    town.clock.pass({ seconds: 40 })
    expect(await answer).toBe(201)
  })

  it('limits in plain text as the real limit does', async () => {
    server.faults.add({ trouble: { limit: 7 }, times: 2 })
    const answer = await post('un')
    expect(answer.headers.get('retry-after')).toBe('7')
    expect([answer.status, await answer.text()]).toEqual([429, 'limit exceeded\n'])
    expect([(await post('un')).status, (await post('un')).status]).toEqual([429, 201])
  })
})

it('lets through again what the rate limit refused, once the time has passed', async () => {
  town.config.rateLimit = { perSec: 1, maxBurst: 1 }
  const statuses = []
  for (const text of ['un', 'deux', 'trois']) statuses.push((await post(text)).status)
  town.clock.pass({ seconds: 1 })
  statuses.push((await post('quatre')).status)
  expect(statuses).toEqual([201, 201, 429, 201])
})

it('forgets a pending_post_id at a restart', async () => {
  const first = (await (await post('un', 'p1')).json()) as { id: string }
  expect(await (await post('un', 'p1')).json()).toMatchObject({ id: first.id })
  await server.stop()
  await server.start()
  expect(await (await post('un', 'p1')).json()).not.toMatchObject({ id: first.id })
})

it('opens a dialog for thirty seconds', async () => {
  const bot = await listener()
  const button = town.forgeButton(town.people.marie, town.channel, bot.url, {})
  await town.press(town.people.marie, button.post, button.action)
  const trigger = String(bot.bodies[0]?.get('trigger_id'))
  const dialog = { trigger_id: trigger, url: bot.url, dialog: { title: 'T', state: 's' } }
  expect((await send('/actions/dialogs/open', dialog)).status).toBe(200)
  expect(town.dialogs(town.people.marie)).toMatchObject([{ url: bot.url, dialog: { title: 'T', state: 's' } }])
  town.clock.pass({ seconds: 31 })
  expect(await (await send('/actions/dialogs/open', dialog)).json()).toMatchObject({
    id: 'interactive_message.decode_trigger_id.expired',
  })
  await bot.stop()
})

describe('a forgery', () => {
  it('reaches the bot just as what is honest does', async () => {
    const bot = await listener()
    const { marie, emma, admin } = town.people
    const button = town.forgeButton(emma, town.channel, bot.url, { batch: 'b1' })
    await town.press(marie, button.post, button.action)
    const said = { url: bot.url, callbackId: 'remind', state: 'forged', values: { days: '2' } }
    await town.forgeSubmission(emma, town.channel, said)
    const draft = { team_id: town.team, trigger: 'enrol-check', method: 'P', url: bot.url }
    const command = (await (await send('/commands', draft, town.adminToken)).json()) as { id: string; token: string }
    await town.forgeCommand(command.id, emma, town.channel, 'status')
    expect(
      bot.bodies.map((body) => [body.get('user_id'), body.get('context') ?? body.get('state') ?? body.get('text')]),
    ).toEqual([
      [marie, { batch: 'b1' }],
      [emma, 'forged'],
      [emma, 'status'],
    ])
    expect(bot.bodies[2]?.get('token')).not.toBe(command.token)
    expect(town.state.people.get(admin)?.username).toBe('sysadmin')
    await bot.stop()
  })
})

const post = (message: string, pending = '') =>
  send('/posts', { channel_id: town.channel, message, pending_post_id: pending })

function send(path: string, body: object, token = town.bot.token): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, connection: 'close' }
  return fetch(`${server.url}/api/v4${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
}

type Listener = {
  readonly url: string
  readonly bodies: Map<string, unknown>[]
  stop(): Promise<void>
}

/** Stands at the bot's address, says `{}` to all. */
async function listener(): Promise<Listener> {
  const bodies: Map<string, unknown>[] = []
  const bot: Server = createServer((request, response) => {
    void readBytes(request).then((bytes) => {
      bodies.push(read(bytes.toString()))
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve))
  const { port } = bot.address() as AddressInfo
  const stop = async (): Promise<void> => {
    bot.closeAllConnections()
    await new Promise((resolve) => bot.close(resolve))
  }
  return { url: `http://127.0.0.1:${port}/`, bodies, stop }
}

const read = (text: string): Map<string, unknown> =>
  new Map(text.startsWith('{') ? Object.entries(JSON.parse(text) as object) : new URLSearchParams(text))
