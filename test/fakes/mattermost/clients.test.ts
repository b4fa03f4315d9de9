// The library that the bot uses, against the fake: what it makes of cuts, gaps, restarts and silence.
import { Client4, WebSocketClient, type WebSocketMessage } from '@mattermost/client'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type MattermostServer, serveTown } from './server.ts'
import { type SupportTown, supportTown } from './support-town.ts'

let town: SupportTown
let server: MattermostServer
let listening: Listening

// The library talks to the console, also between two tests.
beforeAll(() => void vi.stubGlobal('console', { ...console, log: () => undefined }))
afterAll(() => void vi.unstubAllGlobals())

beforeEach(async () => {
  town = supportTown()
  server = await serveTown(town)
})

afterEach(() => server.stop())

describe('Client4', () => {
  it('knows who it is, posts with a file, edits, reacts', async () => {
    const client = rest(town.bot.token)
    expect((await client.getMe()).username).toBe('enrolcheck')
    const form = new FormData()
    form.append('channel_id', town.channel)
    form.append('files', new Blob(['a;b']), 'é.csv')
    const { file_infos: infos } = await client.uploadFile(form)
    const draft = { channel_id: town.channel, message: 'Bonjour', file_ids: [infos[0]!.id] }
    const post = await client.createPost(draft)
    await client.patchPost({ id: post.id, message: 'Bonsoir' })
    await client.addReaction(town.bot.id, post.id, 'eyes')
    expect(town.seen(town.channel)).toMatchObject([
      { id: post.id, text: 'Bonsoir', byBot: true, files: [{ name: 'é.csv', text: 'a;b' }], reactions: ['eyes'] },
    ])
  })

  it('tells nothing of the status when it is refused in plain text', async () => {
    server.faults.add({ path: /users\/me$/, trouble: { limit: 3 } })
    const error: unknown = await rest(town.bot.token)
      .getMe()
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ status_code: undefined })
  })
})

describe('WebSocketClient with the header on the upgrade', () => {
  beforeEach(async () => {
    listening = listen(town.bot.token)
    await vi.waitFor(() => expect(listening.heard).toContain('hello'), soon)
  })
  afterEach(() => listening.client.close())

  it('hears what people post', async () => {
    say('un')
    await heard(['un'])
  })

  it('misses nothing over a cut', async () => {
    say('un')
    await heard(['un'])
    await cut()
    for (const text of ['deux', 'trois']) say(text)
    back()
    await heard(['un', 'deux', 'trois'])
    expect(listening).toMatchObject({ missed: 0, hellos: 1 })
  })

  it('gets back what was lost on the way, as soon as the next event shows the gap', async () => {
    block()
    server.loseEvents(1)
    for (const text of ['perdu', 'deux']) say(text)
    await vi.waitFor(() => expect(server.connected()).toBe(0), soon)
    back()
    await heard(['perdu', 'deux'])
    expect(listening).toMatchObject({ missed: 0, hellos: 1 })
  })

  it('is told that it missed something when the server does not resume', async () => {
    await cut()
    say('perdu')
    server.refuseNextResume()
    back()
    await vi.waitFor(() => expect(listening.hellos).toBe(2), soon)
    say('deux')
    await heard(['deux'])
    expect(listening.missed).toBe(1)
  })

  it('is told so after 257 events and not after 256', async () => {
    for (const [count, missed] of [
      [256, 0],
      [257, 1],
    ] as const) {
      await cut()
      for (let index = 0; index < count; index++) say('x')
      back()
      await vi.waitFor(() => expect(server.connected()).toBe(1), soon)
      await server.delivered()
      expect(listening.missed).toBe(missed)
    }
  })

  it('is told so after a restart of the server', async () => {
    await server.stop()
    say('perdu')
    await server.start()
    await vi.waitFor(() => expect(listening.missed).toBe(1), soon)
    say('deux')
    await heard(['deux'])
  })

  it('is told so after more than five minutes', async () => {
    await cut()
    town.clock.pass({ minutes: 5, seconds: 1 })
    back()
    await vi.waitFor(() => expect(listening.missed).toBe(1), soon)
  })

  it('notices a half-open connection by itself, and is refused the old one', async () => {
    server.freeze()
    say('perdu')
    await vi.waitFor(() => expect(listening.missed).toBe(1), soon)
    expect(listening.said).toEqual([])
    say('deux')
    await heard(['deux'])
  })

  it('goes on after an upgrade that was refused for the rate', async () => {
    await cut()
    server.faults.clear()
    server.faults.add({ path: /websocket$/, trouble: { limit: 1 } })
    say('un')
    await heard(['un'])
    expect(server.faults.left()).toBe(0)
  })

  it('is left open and silent by a revoked token, by a disabled bot as well', async () => {
    town.disable(town.bot.id)
    say('perdu')
    town.enable(town.bot.id)
    say('perdu aussi')
    await server.delivered()
    expect(listening.said).toEqual([])
    expect(server.connected()).toBe(1)
    town.revoke(town.bot.token)
    await expect(rest(town.bot.token).getMe()).rejects.toMatchObject({ status_code: 401 })
  })
})

describe('WebSocketClient without the header', () => {
  afterEach(() => listening.client.close())

  it('never resumes, as it says who it is too late', async () => {
    listening = listen(town.bot.token, {})
    await vi.waitFor(() => expect(listening.hellos).toBe(1), soon)
    await cut()
    say('perdu')
    back()
    await vi.waitFor(() => expect(listening.missed).toBe(1), soon)
    expect(listening.said).toEqual([])
  })

  it('is closed after five seconds when the header has a wrong token and nothing follows', async () => {
    listening = listen('', { Authorization: 'Bearer wrong' })
    await vi.waitFor(() => expect(server.connected()).toBe(1), soon)
    block()
    town.clock.pass({ seconds: 5 })
    await vi.waitFor(() => expect(server.connected()).toBe(0), soon)
    expect(listening.heard).toEqual([])
  })
})

type Listening = {
  readonly client: WebSocketClient
  readonly heard: string[]
  readonly said: string[]
  hellos: number
  missed: number
}

const soon = { interval: 1, timeout: 2000 }

function rest(token: string): Client4 {
  const client = new Client4()
  client.setUrl(server.url)
  client.setToken(token)
  return client
}

function listen(token: string, headers: Record<string, string> = { Authorization: `Bearer ${token}` }): Listening {
  const client = new WebSocketClient({
    newWebSocketFn: (url) => new WebSocket(url, { headers } as unknown as string[]),
    minWebSocketRetryTime: 1,
    reconnectJitterRange: 0,
    maxWebSocketFails: 1000,
    maxWebSocketRetryTime: 5,
    clientPingInterval: 100,
  })
  const all: Listening = { client, heard: [], said: [], hellos: 0, missed: 0 }
  client.addMissedMessageListener(() => (all.missed += 1))
  client.addMessageListener((message) => note(all, message))
  client.initialize(server.socketUrl, token)
  return all
}

function note(all: Listening, message: WebSocketMessage): void {
  const event: string = message.event
  all.heard.push(event)
  if (event === 'hello') all.hellos += 1
  if (event === 'posted')
    all.said.push((JSON.parse((message.data as { post: string }).post) as { message: string }).message)
}

const say = (text: string) => town.post({ author: town.people.marie, channel: town.channel, text })

const heard = (texts: readonly string[]) => vi.waitFor(() => expect(listening.said).toEqual(texts), soon)

/** Until `back`, every new attempt is cut as well. */
async function cut(): Promise<void> {
  block()
  server.cut()
  await vi.waitFor(() => expect(server.connected()).toBe(0), soon)
}

function block(): void {
  server.faults.add({ path: /websocket$/, trouble: 'cut', times: Number.POSITIVE_INFINITY })
}

function back(): void {
  server.faults.clear()
}
