import type { webApi } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clientOf, refusalOf } from './bolt.ts'
import { type SlackTown, slackTown } from './town.ts'
import { defaultChannel as channel, otherChannel, people, privateChannel } from './townsfolk.ts'

let town: SlackTown
let client: webApi.WebClient

beforeEach(async () => {
  town = await slackTown()
  client = clientOf(town)
})
afterEach(() => town.close())

describe('posts of the bot', () => {
  it('are seen, in their thread, with buttons and hidden metadata', async () => {
    const { ts } = await town.people.post({ author: people.french, text: 'Une demande' })
    const metadata = { event_type: 'reply', event_payload: { key: 'k' } }
    const blocks = [
      { type: 'section', text: { type: 'mrkdwn', text: '*Tout* est bon : `a_b*c`' } },
      {
        type: 'actions',
        elements: [{ type: 'button', action_id: 'done', text: { type: 'plain_text', text: 'Fait' } }],
      },
    ]
    await client.chat.postMessage({ channel, thread_ts: ts, text: 'Tout est bon', blocks, metadata })
    expect(town.seen()).toMatchObject([
      { text: 'Une demande', thread: null, author: people.french },
      { text: 'Tout est bon : a_b*c', thread: ts, actionIds: ['done'], author: 'U0BOT', metadata },
    ])
    expect(town.breaches).toEqual([])
  })

  it('have stamps of their own, in order', async () => {
    const stamps: string[] = []
    for (const text of ['un', 'deux', 'trois']) {
      stamps.push((await client.chat.postMessage({ channel, text })).ts!)
    }
    town.clock.pass({ seconds: 1 })
    stamps.push((await client.chat.postMessage({ channel: privateChannel, text: 'quatre' })).ts!)
    expect(stamps.toSorted()).toEqual(stamps)
    expect(new Set(stamps).size).toBe(4)
    for (const stamp of stamps) expect(stamp).toMatch(/^\d{10}\.\d{6}$/)
  })

  it('stand at the top when the post they answer is gone, and only the answer tells', async () => {
    const first = await town.people.post({ author: people.french, text: 'Une demande' })
    await town.people.remove(first)
    const { ok, message } = await client.chat.postMessage({ channel, text: 'un', thread_ts: first.ts })
    expect(ok).toBe(true)
    expect(message).not.toHaveProperty('thread_ts')
    expect(town.seen()).toMatchObject([{ text: 'un', thread: null }])
  })

  it('join the thread of the reply they name', async () => {
    const { ts } = await town.people.post({ author: people.french, text: 'Une demande' })
    const reply = await town.people.post({ author: people.french, text: 'un', thread: ts })
    const { message } = await client.chat.postMessage({ channel, text: 'deux', thread_ts: reply.ts })
    expect(message?.thread_ts).toBe(ts)
  })

  it('go to a person directly', async () => {
    await client.chat.postMessage({ channel: people.english, text: 'A reminder' })
    expect(town.seenBy(people.english)).toMatchObject([{ text: 'A reminder' }])
    expect(town.seenBy(people.french)).toEqual([])
    expect(town.seen()).toEqual([])
  })

  it('reach one person alone', async () => {
    await client.chat.postEphemeral({ channel, user: people.french, text: 'Pour vous' })
    expect(town.whispers(people.french)).toMatchObject([{ shown: 'Pour vous', channel }])
    expect(town.whispers(people.english)).toEqual([])
    expect(town.seen()).toEqual([])
  })

  it('lose their blocks when they are changed to bare text, and keep their metadata', async () => {
    const metadata = { event_type: 'reply', event_payload: { key: 'k' } }
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'avant' } }]
    const { ts } = await client.chat.postMessage({ channel, text: 'avant', blocks, metadata })
    await client.chat.update({ channel, ts: ts!, text: 'après' })
    expect(town.seen()).toMatchObject([{ text: 'après', blocks: [], metadata }])
  })

  it('leave a tombstone when they had replies, and nothing otherwise', async () => {
    const { ts } = await client.chat.postMessage({ channel, text: 'un' })
    const { ts: reply } = await client.chat.postMessage({ channel, text: 'deux', thread_ts: ts! })
    await client.chat.delete({ channel, ts: ts! })
    expect(town.seen().map(({ text }) => text)).toEqual(['This message was deleted.', 'deux'])
    await client.chat.delete({ channel, ts: reply! })
    await expect.poll(() => town.seen()).toEqual([])
  })

  it('have an address', async () => {
    const { ts } = await client.chat.postMessage({ channel, text: 'un' })
    const { permalink } = await client.chat.getPermalink({ channel, message_ts: ts! })
    expect(permalink).toBe(`https://universite.slack.com/archives/${channel}/p${ts!.replace('.', '')}`)
  })

  it('come once a second when the town says so', async () => {
    town.state.postingLimit = true
    const impatient = clientOf(town, { rejectRateLimitedCalls: true })
    await impatient.chat.postMessage({ channel, text: 'un' })
    await expect(impatient.chat.postMessage({ channel, text: 'deux' })).rejects.toMatchObject({ retryAfter: 1 })
    await impatient.chat.postMessage({ channel: privateChannel, text: 'ailleurs' })
    town.clock.pass({ seconds: 1 })
    await impatient.chat.postMessage({ channel, text: 'deux' })
    expect(town.seen()).toHaveLength(2)
  })
})

describe('marks', () => {
  it('are put and taken away, once', async () => {
    const { ts: timestamp } = await town.people.post({ author: people.french, text: 'Une demande' })
    const mark = { channel, timestamp, name: 'eyes' }
    await client.reactions.add(mark)
    expect(await refusalOf(client.reactions.add(mark))).toBe('already_reacted')
    expect(town.seen()[0]?.reactions).toEqual(['eyes'])
    await client.reactions.remove(mark)
    expect(await refusalOf(client.reactions.remove(mark))).toBe('no_reaction')
    expect(town.seen()[0]?.reactions).toEqual([])
  })
})

describe('refusals', () => {
  const refused: readonly (readonly [string, string, (ts: string, own: string) => Promise<unknown>])[] = [
    ['a channel that is not there', 'channel_not_found', () => say('C0NOWHERE')],
    ['a channel the bot is not in', 'not_in_channel', () => say(otherChannel)],
    ['nothing to say', 'no_text', () => say(channel, '')],
    [
      'a post that is gone',
      'message_not_found',
      () => client.chat.update({ channel, ts: '1700000000.000100', text: 'x' }),
    ],
    ["somebody else's post", 'cant_update_message', (ts) => client.chat.update({ channel, ts, text: 'x' })],
    ["deleting somebody else's post", 'cant_delete_message', (ts) => client.chat.delete({ channel, ts })],
    [
      'a change of 4,001 characters',
      'msg_too_long',
      (_, ts) => client.chat.update({ channel, ts, text: 'x'.repeat(4001) }),
    ],
    [
      'a whisper to nobody',
      'user_not_found',
      () => client.chat.postEphemeral({ channel, user: 'U0NOBODY', text: 'x' }),
    ],
    ['a mark on nothing', 'message_not_found', () => client.reactions.add({ channel, timestamp: '1.2', name: 'eyes' })],
    ['a mark with colons', 'invalid_name', (timestamp) => client.reactions.add({ channel, timestamp, name: ':eyes:' })],
    ['a method that is not there', 'unknown_method', () => client.apiCall('chat.shout')],
  ]
  const say = (where: string, text = 'x') => client.chat.postMessage({ channel: where, text })

  it.each(refused)('%s: %s', async (_, code, act) => {
    const { ts } = await town.people.post({ author: people.french, text: 'Une demande' })
    const own = await client.chat.postMessage({ channel, text: 'un' })
    expect(await refusalOf(act(ts, own.ts!))).toBe(code)
  })

  it('an archived channel: is_archived', async () => {
    town.state.channels.get(channel)!.archived = true
    expect(await refusalOf(say(channel))).toBe('is_archived')
  })
})
