// Calls, failures, and what is logged of them.
import { App, type ReceiverEvent } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { boltLog } from '../../../src/adapters/slack/bolt-log.ts'
import { failureOf } from '../../../src/adapters/slack/failure.ts'
import { LateApp } from '../../../src/adapters/slack/late-ack.ts'
import { anything } from '../../../src/adapters/slack/shapes.ts'
import { clientOptions, createWeb, type Web } from '../../../src/adapters/slack/web.ts'
import { fakeLog } from '../../fakes/log.ts'
import { defaultChannel } from '../../fakes/slack/townsfolk.ts'
import { type SlackWorld, slackWorld } from './slack-world.ts'

describe('a call', () => {
  let world: SlackWorld
  let web: Web
  const waits: number[] = []
  beforeEach(async () => {
    world = await slackWorld()
    waits.splice(0)
    const pause = (milliseconds: number) => Promise.resolve(void waits.push(milliseconds))
    web = createWeb({ botToken: world.town.app.botToken, apiUrl: world.town.apiUrl, log: world.log, pause })
  })
  afterEach(() => world.close())

  const broken = { kind: 'broken', status: 503, when: 'before' } as const
  const limited = (retryAfter: number) => ({ kind: 'limited', retryAfter }) as const
  const history = () => web.call('conversations.history', { channel: defaultChannel }, anything)

  it('that may be made twice is tried three times more, within seconds', async () => {
    world.town.faults.next('conversations.history', broken, broken, broken)
    await history()
    expect(waits).toEqual([300, 1000, 3000])
    world.town.faults.next('conversations.history', broken, broken, broken, broken)
    await expect(history()).rejects.toMatchObject({ code: 'chat-unavailable' })
  })

  it('that may not is made once', async () => {
    world.town.faults.next('chat.postMessage', broken)
    const said = { channel: defaultChannel, text: 'x' }
    await expect(web.call('chat.postMessage', said, anything)).rejects.toMatchObject({ code: 'chat-unavailable' })
    expect(waits).toEqual([])
    expect(world.town.seen()).toEqual([])
  })

  it('waits seconds when Slack asks, or minutes when nobody is waiting', async () => {
    world.town.faults.next('conversations.history', limited(16))
    await expect(history()).rejects.toMatchObject({ code: 'rate-limited', retryAfter: 16_000 })
    world.town.faults.next('conversations.history', limited(16), limited(60))
    await web.patiently('conversations.history', { channel: defaultChannel }, anything)
    expect(waits).toEqual([16_000, 60_000])
  })

  it('takes a refusal with status 200 for a limit too', async () => {
    world.town.faults.next('conversations.history', { kind: 'refused', code: 'ratelimited' })
    await history()
    expect(waits).toEqual([5000])
  })

  it('does not believe an answer of another shape', async () => {
    const shape = z.object({ messages: z.string() })
    await expect(web.call('conversations.history', { channel: defaultChannel }, shape)).rejects.toMatchObject({
      code: 'chat-unreadable',
    })
  })

  it.each([
    ['invalid_auth', 'auth-failed'],
    ['token_revoked', 'auth-failed'],
    ['missing_scope', 'scope-missing'],
    ['not_in_channel', 'channel-unknown'],
    ['is_archived', 'channel-unknown'],
    ['message_not_found', 'post-gone'],
    ['cant_update_message', 'post-gone'],
    ['user_disabled', 'direct-refused'],
    ['user_not_found', 'person-unknown'],
    ['internal_error', 'chat-unavailable'],
    ['something_new', 'chat-refused'],
  ])('that Slack refuses with %s fails with %s', async (theirs, ours) => {
    const refused = { kind: 'refused', code: theirs } as const
    world.town.faults.next('conversations.history', refused, refused, refused, refused)
    await expect(history()).rejects.toMatchObject({ name: 'OutsideError', code: ours })
  })

  it('keeps what was sent out of its failures', () => {
    const error = failureOf('chat.postMessage', new Error('body: Marie Lefèvre'))
    expect(error.message).toBe('Slack could not be reached for chat.postMessage')
  })

  it('has options that are not those of another client', () => {
    const options = { apiUrl: 'http://127.0.0.1:1/api/', log: world.log }
    expect(clientOptions(options)).not.toBe(clientOptions(options))
    expect(clientOptions(options)).toMatchObject({ retryConfig: { retries: 0 }, rejectRateLimitedCalls: true })
  })
})

describe('what Bolt says', () => {
  it.each([
    [
      'An unhandled error occurred while Bolt processed (type: x, error: Marie)',
      'slack: An unhandled error occurred while Bolt processed',
    ],
    ['http request url: https://files.slack.com/xoxb-1', 'slack: http request url'],
    ['xoxb-123 was refused', 'slack: xoxb-'],
    [new TypeError('Marie Lefèvre'), 'slack: TypeError'],
    [{ user: 'Marie' }, 'slack: something was not as expected'],
  ])('of %j goes on as %j', (said, expected) => {
    const log = fakeLog()
    const logger = boltLog(log)
    logger.error(said, 'Marie Lefèvre')
    logger.debug(said)
    logger.info(said)
    expect(log.lines).toEqual([{ level: 'error', fields: {}, message: expected }])
  })
})

describe('an acknowledgement', () => {
  const acks: string[] = []
  const receiver = { init: () => undefined, start: () => Promise.resolve(), stop: () => Promise.resolve() }
  const made = () => {
    acks.splice(0)
    const log = boltLog(fakeLog())
    return {
      receiver,
      authorize: () => Promise.resolve({ botToken: 'xoxb-1' }),
      logger: log,
      convoStore: false as const,
    }
  }
  const event = (type: string): ReceiverEvent => ({
    body: { type: 'event_callback', team_id: 'T1', event: { type } },
    ack: () => Promise.resolve(void acks.push('ack')),
  })

  it('of Bolt itself comes before its listeners, which is why there is another app', async () => {
    const app = new App(made())
    app.event('message', () => Promise.resolve(void acks.push('heard')))
    await app.processEvent(event('message'))
    expect(acks).toEqual(['ack', 'heard'])
  })

  it('of anything but an event is left to its listener', async () => {
    const app = new LateApp(made())
    const press = { type: 'block_actions', team: { id: 'T1' }, user: { id: 'U1' }, actions: [{ action_id: 'x' }] }
    await app.processEvent({ ...event('message'), body: press })
    expect(acks).toEqual([])
  })

  it('comes after them, and not at all when one fails', async () => {
    const app = new LateApp(made())
    app.event('message', () => Promise.resolve(void acks.push('heard')))
    app.event('app_mention', () => Promise.reject(new Error('not stored')))
    await app.processEvent(event('message'))
    expect(acks).toEqual(['heard', 'ack'])
    await expect(app.processEvent(event('app_mention'))).rejects.toThrow('not stored')
    expect(acks).toEqual(['heard', 'ack'])
  })
})
