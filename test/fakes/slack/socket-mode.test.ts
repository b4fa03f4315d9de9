import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bolt, startBolt } from './bolt.ts'
import { type SlackTown, slackTown } from './town.ts'
import { people } from './townsfolk.ts'

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

  const say = (text = 'Bonjour') => town.people.say({ author: people.french, text })

  it('delivers what people write and hears the acknowledgement', async () => {
    const { ts, delivery } = await say()
    expect(bot.heard[0]?.event).toMatchObject({ user: people.french, text: 'Bonjour', ts, channel: 'C0SUPPORT' })
    expect(delivery).toMatchObject({ fate: 'acknowledged', attempt: 0, answer: null })
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

  it.each(['warning', 'refresh_requested'] as const)('asks the bot to leave: %s', async (reason) => {
    town.sockets.askToLeave(reason)
    await town.sockets.closed()
    await town.sockets.opened()
    await say()
    expect(bot.heard).toHaveLength(1)
  })

  it('cuts the connection, and the bot comes back', async () => {
    town.sockets.cut()
    await town.sockets.closed()
    await town.sockets.opened()
    await say()
    expect(bot.heard).toHaveLength(1)
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
