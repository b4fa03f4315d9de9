// The adapter against a Slack that others wrote, with strict scopes: it knows nothing of what our own town was made to
// expect. It has neither Socket Mode nor commands, buttons and forms.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../src/adapters/clock/system.ts'
import { createSlackChat, type SlackChat } from '../../src/adapters/slack/chat.ts'
import type { Posting } from '../../src/ports/chat.ts'
import { freePort } from '../adapters/slack/free-port.ts'
import { manifest } from '../adapters/slack/manifest.ts'
import { saying } from '../adapters/slack/slack-world.ts'
import { fakeLog } from '../fakes/log.ts'
import { type EmulatedSlack, startEmulate } from '../fakes/slack/emulate.ts'

let slack: EmulatedSlack
let chat: SlackChat
let stop: () => Promise<void>
let postings: Posting[]
const log = fakeLog()

beforeEach(async () => {
  slack = await startEmulate(manifest.oauth_config.scopes.bot)
  const port = await freePort()
  const marks = new Map<string, string>()
  postings = []
  chat = createSlackChat({
    ...{
      botToken: slack.botToken,
      signingSecret: slack.signingSecret,
      apiUrl: slack.apiUrl,
      port,
      clock: systemClock,
      log,
    },
    ...{ channels: [slack.channel], staff: [slack.people.sofia], staffGroup: null, sites: [] },
    threads: () => Promise.resolve([]),
    watermark: (channel) => Promise.resolve(marks.get(channel) ?? null),
    setWatermark: (channel, mark) => Promise.resolve(void marks.set(channel, mark)),
  })
  stop = await chat.start({
    posted: (posting) => Promise.resolve(void postings.push(posting)),
    deleted: () => Promise.resolve(),
    pressed: () => Promise.resolve(null),
    commanded: () => Promise.resolve(saying('Voilà')),
  })
  slack.tell(`http://127.0.0.1:${port}/slack/events`)
})
afterEach(async () => {
  await stop()
  await slack.close()
})

describe('in somebody else’s Slack', () => {
  it('a posted file is heard, read, marked and answered with files in its thread, once', async () => {
    const ts = await slack.post('marie', 'Bonjour', [{ name: 'liste.csv', text: 'username\né' }])
    expect(postings).toMatchObject([
      {
        channel: slack.channel,
        thread: null,
        post: ts,
        author: slack.people.marie,
        files: [{ name: 'liste.csv', size: 11 }],
      },
    ])
    const bytes = await chat.download(postings[0]!.files[0]!, 100)
    expect(Buffer.from(bytes).toString()).toBe('username\né')
    const place = { channel: slack.channel, thread: ts }
    const first = await chat.post(place, 'k', saying('Je vérifie'))
    expect(await chat.post(place, 'k', saying('Voilà', { named: ['liste.corrige.csv'] }))).toEqual(first)
    await chat.update(first, saying('Fait', { named: ['liste.corrige.csv'] }))
    await chat.mark({ channel: slack.channel, post: ts }, 'working')
    await chat.mark({ channel: slack.channel, post: ts }, 'ready')
    const { messages = [] } = await slack.client('marie').conversations.replies({ channel: slack.channel, ts })
    expect(messages.slice(1).map(({ text }) => text)).toEqual(['Fait', expect.anything()])
    expect(messages.flatMap(({ files = [] }) => files.map(({ name }) => name))).toEqual([
      'liste.csv',
      'liste.corrige.csv',
    ])
    expect(messages[0]?.reactions?.map(({ name }) => name)).toEqual(['white_check_mark'])
  })
})
