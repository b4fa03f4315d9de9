import type { App } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bolt, startBolt } from './bolt.ts'
import { type SlackTown, slackTown } from './town.ts'
import { people } from './townsfolk.ts'

let town: SlackTown
let bot: Bolt

const start = async (prepare?: (app: App) => void) => {
  bot = await startBolt(town, prepare)
}
beforeEach(async () => {
  town = await slackTown()
})
afterEach(async () => {
  await bot.stop()
  await town.close()
})

describe('shortcuts', () => {
  it('tell of which post', async () => {
    const messages: unknown[] = []
    await start((app) =>
      app.shortcut('check_file', async ({ ack, shortcut }) => {
        await ack()
        if (shortcut.type === 'message_action') messages.push(shortcut.message)
      }),
    )
    const post = await town.people.post({ author: people.french, text: 'Voici', files: [{ name: 'a.csv', text: 'x' }] })
    await town.people.shortcut({ person: people.staff, post, callback: 'check_file' })
    expect(messages).toMatchObject([{ ts: post.ts, user: people.french, files: [{ name: 'a.csv' }] }])
  })
})
