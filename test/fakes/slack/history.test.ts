import type { webApi } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clientOf, refusalOf } from './bolt.ts'
import { type SlackTown, slackTown } from './town.ts'
import { defaultChannel as channel, people } from './townsfolk.ts'

describe('history', () => {
  let town: SlackTown
  let client: webApi.WebClient
  let stamps: string[]

  const say = async (text: string, thread: string | null = null) =>
    (await town.people.post({ author: people.french, text, thread })).ts
  const texts = async (options: Partial<Parameters<typeof client.conversations.history>[0]> = {}) =>
    (await client.conversations.history({ channel, ...options })).messages?.map(({ text }) => text)

  beforeEach(async () => {
    town = await slackTown()
    client = clientOf(town)
    stamps = []
    for (const text of ['un', 'deux', 'trois', 'quatre']) {
      stamps.push(await say(text))
      town.clock.pass({ minutes: 1 })
    }
    await say('réponse', stamps[1])
    await say('réponse 2', stamps[1])
  })
  afterEach(() => town.close())

  it('has the newest first and no replies', async () => {
    expect(await texts()).toEqual(['quatre', 'trois', 'deux', 'un'])
  })

  it('leaves the oldest and the latest out unless they are included', async () => {
    const [, oldest, , latest] = stamps
    expect(await texts({ oldest: oldest! })).toEqual(['quatre', 'trois'])
    expect(await texts({ oldest: oldest!, inclusive: true })).toEqual(['quatre', 'trois', 'deux'])
    expect(await texts({ oldest: oldest!, latest: latest! })).toEqual(['trois'])
    expect(await texts({ oldest: '0' })).toHaveLength(4)
  })

  it('comes in pages', async () => {
    const first = await client.conversations.history({ channel, limit: 3 })
    expect(first.has_more).toBe(true)
    const cursor = first.response_metadata!.next_cursor!
    const last = await client.conversations.history({ channel, limit: 3, cursor })
    expect([last.has_more, last.messages?.map(({ text }) => text)]).toEqual([false, ['un']])
    expect(await refusalOf(client.conversations.history({ channel, cursor: 'nonsense' }))).toBe('invalid_cursor')
  })

  it('has a reply that was also sent to the channel', async () => {
    await town.people.post({ author: people.french, text: 'aussi', thread: stamps[0]!, broadcast: true })
    const { messages } = await client.conversations.history({ channel, limit: 1 })
    expect(messages).toMatchObject([{ text: 'aussi', thread_ts: stamps[0], subtype: 'thread_broadcast' }])
  })

  it('says which post starts a thread', async () => {
    const { messages } = await client.conversations.history({ channel })
    expect(messages?.[2]).toMatchObject({ thread_ts: stamps[1], reply_count: 2, reply_users: [people.french] })
    expect(messages?.[3]).not.toHaveProperty('thread_ts')
  })

  it('has metadata only on demand', async () => {
    const metadata = { event_type: 'reply', event_payload: { key: 'k' } }
    await client.chat.postMessage({ channel, text: 'cinq', metadata })
    const bare = await client.conversations.history({ channel, limit: 1 })
    const full = await client.conversations.history({ channel, limit: 1, include_all_metadata: true })
    expect(bare.messages?.[0]).not.toHaveProperty('metadata')
    expect(full.messages?.[0]).toMatchObject({ metadata, bot_id: 'B0BOT' })
  })

  it('shows files without the subtype that events have', async () => {
    const files = [{ name: 'a.csv', text: 'username' }]
    const { delivery } = await town.people.post({ author: people.french, files })
    const { messages } = await client.conversations.history({ channel, limit: 1 })
    expect(delivery?.payload.event).toMatchObject({ subtype: 'file_share', files: [{ name: 'a.csv', size: 8 }] })
    expect(messages?.[0]).toMatchObject({ files: [{ name: 'a.csv' }] })
    expect(messages?.[0]).not.toHaveProperty('subtype')
  })

  it('has replies oldest first, behind the post they answer, whichever of them is named', async () => {
    const { messages } = await client.conversations.replies({ channel, ts: stamps[1]! })
    expect(messages?.map(({ text }) => text)).toEqual(['deux', 'réponse', 'réponse 2'])
    const again = await client.conversations.replies({ channel, ts: messages![2]!.ts! })
    expect(again.messages).toEqual(messages)
    const newer = await client.conversations.replies({ channel, ts: stamps[1]!, oldest: messages![1]!.ts! })
    expect(newer.messages?.map(({ text }) => text)).toEqual(['deux', 'réponse 2'])
  })

  it('knows no replies to a post that is gone', async () => {
    expect(await refusalOf(client.conversations.replies({ channel, ts: '1.2' }))).toBe('thread_not_found')
  })
})
