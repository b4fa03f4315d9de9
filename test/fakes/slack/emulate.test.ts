import { App, HTTPReceiver } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Heard, listen, refusalOf, silent } from './bolt.ts'
import { type EmulatedSlack, startEmulate } from './emulate.ts'

const scopes = ['chat:write', 'channels:history', 'files:read', 'files:write']

describe("somebody else's Slack", () => {
  let slack: EmulatedSlack
  let app: App
  let heard: Heard[]

  beforeEach(async () => {
    slack = await startEmulate(scopes)
    const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, logger: silent })
    app = new App({ token: slack.botToken, receiver, clientOptions: { slackApiUrl: slack.apiUrl }, logger: silent })
    heard = listen(app)
    const server = await receiver.start(0)
    slack.tell(`http://127.0.0.1:${(server.address() as { port: number }).port}/slack/events`)
  })
  afterEach(async () => {
    await app.stop()
    await slack.close()
  })

  const files = [
    { name: 'a.csv', text: 'username\né' },
    { name: 'b.csv', text: 'x' },
  ]

  it('tells real Bolt of files that a person posts, and gives their bytes', async () => {
    const ts = await slack.post('marie', 'Bonjour', files)
    expect(heard).toMatchObject([
      { event: { subtype: 'file_share', ts, user: slack.people.marie, files: [{ name: 'a.csv' }, { name: 'b.csv' }] } },
    ])
    const [file] = heard[0]!.event.files as readonly { readonly url_private_download: string }[]
    const headers = { authorization: `Bearer ${slack.botToken}` }
    expect(await (await fetch(file!.url_private_download, { headers })).text()).toBe('username\né')
  })

  it('shows people what the bot uploads in their thread', async () => {
    const thread = await slack.post('marie', 'Bonjour', files)
    const file = { filename: 'a.corrige.csv', file: Buffer.from('username') }
    await app.client.filesUploadV2({ ...file, channel_id: slack.channel, thread_ts: thread, initial_comment: 'Voici' })
    const { messages } = await slack.client('marie').conversations.replies({ channel: slack.channel, ts: thread })
    expect(messages?.at(-1)).toMatchObject({ text: 'Voici', thread_ts: thread, files: [{ name: 'a.corrige.csv' }] })
  })

  it('refuses what the bot has no scope for', async () => {
    const mark = { channel: slack.channel, timestamp: '1.2', name: 'eyes' }
    expect(await refusalOf(app.client.reactions.add(mark))).toBe('missing_scope')
  })
})
