// The library that the bot uses, against the fake: what it makes of cuts, gaps, restarts and silence.
import { Client4, WebSocketClient } from '@mattermost/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type MattermostServer, serveTown } from './server.ts'
import { type SupportTown, supportTown } from './support-town.ts'

let town: SupportTown
let server: MattermostServer
let listening: Listening | null

beforeEach(async () => {
  vi.spyOn(console, 'log').mockReturnValue()
  town = supportTown()
  server = await serveTown(town)
  listening = null
})

afterEach(async () => {
  listening?.client.close()
  await server.stop()
})

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
})

describe('WebSocketClient with the header on the upgrade', () => {
  beforeEach(async () => {
    listening = listen()
    await vi.waitFor(() => expect(listening?.heard).toContain('hello'))
  })

  it('hears what people post', async () => {
    say('un')
    await settled()
    expect(listening?.said).toEqual(['un'])
  })

  it('misses nothing over a cut', async () => {
    say('un')
    await settled()
    await cut()
    say('deux')
    say('trois')
    await back()
    say('quatre')
    await settled()
    expect(listening).toMatchObject({ said: ['un', 'deux', 'trois', 'quatre'], missed: 0 })
    expect(listening?.heard.filter((event) => event === 'hello')).toHaveLength(1)
  })
})

type Listening = { readonly client: WebSocketClient; readonly heard: string[]; readonly said: string[]; missed: number }

function rest(token: string): Client4 {
  const client = new Client4()
  client.setUrl(server.url)
  client.setToken(token)
  return client
}

function listen(): Listening {
  const headers = { Authorization: `Bearer ${town.bot.token}` }
  const client = new WebSocketClient({
    newWebSocketFn: (url) => new WebSocket(url, { headers } as unknown as string[]),
    minWebSocketRetryTime: 1,
    reconnectJitterRange: 0,
    maxWebSocketFails: 7,
    maxWebSocketRetryTime: 5,
    clientPingInterval: 60_000,
  })
  const all: Listening = { client, heard: [], said: [], missed: 0 }
  client.addMissedMessageListener(() => (all.missed += 1))
  client.addMessageListener((message) => {
    all.heard.push(message.event)
    if (message.event === 'posted')
      all.said.push((JSON.parse((message.data as { post: string }).post) as { message: string }).message)
  })
  client.initialize(server.socketUrl, town.bot.token)
  return all
}

const say = (text: string) => town.post({ author: town.people.marie, channel: town.channel, text })

async function settled(): Promise<void> {
  await server.delivered()
  await new Promise(setImmediate)
}

/** Until `back`, every new attempt is cut as well. */
async function cut(): Promise<void> {
  server.faults.add({ path: /websocket$/, trouble: 'cut', times: Number.POSITIVE_INFINITY })
  server.cut()
  await vi.waitFor(() => expect(server.connected()).toBe(0), { interval: 1 })
}

async function back(): Promise<void> {
  server.faults.clear()
  await vi.waitFor(() => expect(server.connected()).toBe(1), { interval: 1 })
}
