import { App, HTTPReceiver } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Heard, listen, silent } from './bolt.ts'
import type { HttpRoad } from './http-road.ts'
import { type SlackTown, slackTown } from './town.ts'
import { defaultChannel as channel, people } from './townsfolk.ts'

describe('signed requests', () => {
  let town: SlackTown
  let app: App
  let heard: Heard[]
  let road: HttpRoad

  beforeEach(async () => {
    town = await slackTown()
    const receiver = new HTTPReceiver({ signingSecret: town.app.signingSecret, logger: silent })
    app = new App({
      token: town.app.botToken,
      receiver,
      clientOptions: { slackApiUrl: town.apiUrl },
      logger: silent,
    })
    heard = listen(app)
    app.command('/enrol-check', ({ ack, command }) => ack(`*${command.text}*`))
    app.action('done', ({ ack }) => ack())
    const server = await receiver.start(0)
    road = town.useHttp(`http://127.0.0.1:${(server.address() as { port: number }).port}/slack/events`)
  })
  afterEach(async () => {
    await app.stop()
    await town.close()
  })

  const say = () => town.people.post({ author: people.french, text: 'Bonjour' })

  it('bring what people write', async () => {
    expect((await say()).delivery).toMatchObject({ fate: 'acknowledged' })
    expect(heard[0]).toMatchObject({ event: { text: 'Bonjour' }, retry: [undefined, undefined] })
  })

  it.each(['wrong', 'stale'] as const)('are refused when the signature is %s', async (signature) => {
    road.signature = signature
    expect((await say()).delivery).toMatchObject({ fate: 'unheard', reason: 'http_error' })
    expect([road.statuses, heard]).toEqual([[401], []])
    road.signature = 'right'
    await town.pass({ seconds: 0 })
    expect(heard[0]?.retry).toEqual([1, 'http_error'])
  })

  it('answer the challenge of an administrator', async () => {
    expect(JSON.parse(await road.verify())).toEqual({ challenge: 'challenge' })
  })

  it('bring commands and presses', async () => {
    await town.people.command({ person: people.english, text: 'help' })
    expect(town.whispers(people.english)).toMatchObject([{ shown: 'help' }])
    const text = { type: 'plain_text', text: 'Fait' }
    const blocks = [{ type: 'actions', elements: [{ type: 'button', action_id: 'done', text }] }]
    const { ts } = await app.client.chat.postMessage({ channel, text: 'Bien', blocks })
    const pressed = await town.people.press({ person: people.french, post: { channel, ts: ts! }, action: 'done' })
    expect(pressed.fate).toBe('acknowledged')
  })

  it('fail while the bot is not there', async () => {
    await app.stop()
    expect((await say()).delivery).toMatchObject({ fate: 'unheard', reason: 'connection_failed' })
    await app.start(0)
  })
})
