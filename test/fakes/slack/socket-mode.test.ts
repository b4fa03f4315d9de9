import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bolt, receiverOf, startBolt } from './bolt.ts'
import { type SlackTown, slackTown } from './town.ts'
import { otherChannel, people, privateChannel } from './townsfolk.ts'

type Incoming = { readonly retry_num: number; readonly retry_reason: string; readonly ack: () => Promise<void> }

describe('Socket Mode', () => {
  let town: SlackTown
  let bot: Bolt

  beforeEach(async () => {
    town = await slackTown()
    bot = await startBolt(town)
  })
  afterEach(async () => {
    await bot.stop()
    await town.close()
  })

  const say = (text = 'Bonjour') => town.people.post({ author: people.french, text })

  it('delivers what people write and hears the acknowledgement', async () => {
    const { ts, delivery } = await say()
    expect(bot.heard[0]?.event).toMatchObject({ user: people.french, text: 'Bonjour', ts, channel: 'C0SUPPORT' })
    expect(delivery).toMatchObject({ fate: 'acknowledged', attempt: 0, answer: null })
  })

  it('writes what people type in its own way', async () => {
    await say('1 < 2 & <!channel>')
    expect(bot.heard[0]?.event.text).toBe('1 &lt; 2 &amp; &lt;!channel&gt;')
    expect(town.seen()[0]?.text).toBe('1 < 2 & <!channel>')
  })

  it('has the same event on both connections when told so', async () => {
    const other = await startBolt(town)
    town.sockets.everywhere = true
    await town.sockets.opened(2)
    await say()
    await expect.poll(() => [bot.heard.length, other.heard.length]).toEqual([1, 1])
    expect(other.heard[0]?.id).toBe(bot.heard[0]?.id)
    await other.stop()
  })

  it('sends again what came to nobody: at once, a minute later, five minutes later', async () => {
    await bot.stop()
    const { delivery } = await say()
    expect(delivery?.fate).toBe('unheard')
    await town.pass({ seconds: 0 })
    await town.pass({ minutes: 1 })
    bot = await startBolt(town)
    await town.pass({ minutes: 5 })
    expect(bot.heard.map(({ retry }) => retry)).toEqual([[3, 'no_connection']])
  })

  it('sends again what was not acknowledged within three seconds', async () => {
    await bot.stop()
    const attempts: unknown[] = []
    const { client } = receiverOf(town)
    client.on('message', ({ retry_num: attempt, retry_reason: reason, ack }: Incoming) => {
      attempts.push([attempt, reason])
      if (attempt === 1) void ack()
    })
    await client.start()
    const saying = say()
    await town.pass({ seconds: 2 })
    expect(town.deliveries.all).toHaveLength(1)
    await town.pass({ seconds: 1 })
    expect((await saying).delivery?.fate).toBe('lost')
    expect(attempts).toEqual([
      [0, ''],
      [1, 'timeout'],
    ])
    expect(town.deliveries.all.map(({ fate }) => fate)).toEqual(['lost', 'acknowledged'])
    await client.disconnect()
  })

  it('sends again what was under way when the connection was cut', async () => {
    await bot.stop()
    const { client } = receiverOf(town)
    const heard = Promise.withResolvers<undefined>()
    client.on('message', () => heard.resolve(undefined))
    await client.start()
    const saying = say()
    await heard.promise
    town.sockets.cut()
    expect((await saying).delivery).toMatchObject({ fate: 'unheard', reason: 'connection_closed' })
    await client.disconnect()
    bot = await startBolt(town)
    await town.pass({ seconds: 0 })
    expect(bot.heard).toMatchObject([{ retry: [1, 'connection_closed'] }])
  })

  it('gives up after the third time', async () => {
    await bot.stop()
    await say()
    for (const minutes of [0, 1, 5, 60]) await town.pass({ minutes })
    expect(town.deliveries.all.map(({ fate }) => fate)).toEqual(['lost', 'lost', 'lost', 'lost'])
  })

  it('repeats on demand, with the same id', async () => {
    const { delivery } = await say()
    await town.deliveries.repeat(delivery!)
    expect(bot.heard.map(({ id }) => id)).toEqual([bot.heard[0]?.id, bot.heard[0]?.id])
    expect(bot.heard[1]?.retry[0]).toBe(1)
  })

  const ends: readonly (readonly [string, () => void])[] = [
    ['with a warning', () => town.sockets.askToLeave('warning')],
    ['on request', () => town.sockets.askToLeave('refresh_requested')],
    ['without a word', () => town.sockets.cut()],
  ]
  it.each(ends)('ends a connection %s, and the bot comes back', async (_, end) => {
    await bot.stop()
    bot = await startBolt(town, undefined, 300)
    end()
    await town.sockets.closed()
    await town.sockets.opened()
    await say()
    expect(bot.heard).toHaveLength(1)
  })

  it('lets a URL of a connection serve once', async () => {
    const url = town.sockets.ticket()
    const first = new WebSocket(url)
    await town.sockets.opened(2)
    const again = new WebSocket(url)
    await new Promise((resolve) => again.addEventListener('error', resolve))
    expect(town.sockets.count()).toBe(2)
    first.close()
  })

  it('tells only what the bot asked for, where it is a member', async () => {
    town.app.events.delete('message.groups')
    const saying = { author: people.french, text: 'Bonjour' }
    expect((await town.people.post({ ...saying, channel: privateChannel })).delivery).toBeNull()
    expect((await town.people.post({ ...saying, channel: otherChannel })).delivery).toBeNull()
    expect((await town.people.post({ ...saying, direct: true })).delivery).toMatchObject({ fate: 'acknowledged' })
    expect(bot.heard).toMatchObject([{ event: { channel_type: 'im' } }])
  })

  it('tells any other event as it stands', async () => {
    await town.tell({ type: 'message', subtype: 'channel_join', user: people.english, channel: 'C0SUPPORT', ts: '1.2' })
    expect(bot.heard).toMatchObject([{ event: { subtype: 'channel_join' } }])
  })

  it('tells of edits and deletions of what people wrote', async () => {
    const post = await say('avant')
    await town.people.edit(post, 'après')
    await town.people.remove(post)
    expect(bot.heard.slice(1)).toMatchObject([
      { event: { subtype: 'message_changed', message: { text: 'après' }, previous_message: { text: 'avant' } } },
      { event: { subtype: 'message_deleted', deleted_ts: post.ts, previous_message: { text: 'après' } } },
    ])
  })

  it('tells the bot of its own posts and edits, which Bolt ignores and lets through', async () => {
    const client = bot.app.client
    const { ts } = await client.chat.postMessage({ channel: 'C0SUPPORT', text: 'un' })
    await client.chat.update({ channel: 'C0SUPPORT', ts: ts!, text: 'deux' })
    await expect.poll(() => bot.heard.length).toBe(1)
    expect(bot.heard[0]?.event).toMatchObject({
      subtype: 'message_changed',
      message: { text: 'deux', bot_id: 'B0BOT' },
    })
    expect(bot.heard[0]?.event).not.toHaveProperty('user')
  })
})
