// What was said while nobody listened, as far as Slack tells of it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { catchUp } from '../../../src/adapters/slack/catch-up.ts'
import type { Channels } from '../../../src/adapters/slack/channels.ts'
import { createWatermarks } from '../../../src/adapters/slack/watermarks.ts'
import type { Web } from '../../../src/adapters/slack/web.ts'
import { OutsideError } from '../../../src/ports/outside-error.ts'
import { defaultChannel, otherChannel, people, privateChannel } from '../../fakes/slack/townsfolk.ts'
import { type SlackWorld, saying, slackWorld } from './slack-world.ts'

let world: SlackWorld
beforeEach(async () => {
  world = await slackWorld()
})
afterEach(() => world.close())

type Saying = Parameters<SlackWorld['town']['people']['post']>[0]
const say = (more: Partial<Saying> = {}) =>
  world.town.people.post({ author: people.french, files: [{ name: 'liste.csv', text: 'username' }], ...more })
const heard = () => world.heard.postings.map(({ post }) => post)

/** The bot runs once and stops: the town has its marks. */
async function runOnce(): Promise<void> {
  await world.start()
  await world.stop()
}

describe('the first start ever', () => {
  it('leaves alone what was said before', async () => {
    await say()
    await world.start()
    expect(heard()).toEqual([])
  })

  it('begins each channel at its own last post, whatever the others hold', async () => {
    await say({ channel: privateChannel })
    await world.town.pass({ hours: 5 })
    await say()
    await runOnce()
    const { ts } = await say()
    await world.start()
    expect(heard()).not.toContain(world.town.seen(privateChannel)[0]?.ts)
    expect(heard()).toContain(ts)
  })

  it('cut off in the middle, begins anew', async () => {
    await say({ channel: privateChannel })
    const broken = { kind: 'broken', status: 503, when: 'before' } as const
    world.town.faults.next('conversations.history', broken, broken, broken, broken)
    await runOnce()
    expect(world.watermarks.has('*')).toBe(false)
    await runOnce()
    expect(world.watermarks.has('*')).toBe(true)
    expect(heard()).toEqual([])
  })
})

describe('a later start', () => {
  beforeEach(runOnce)

  it('finds posts of channels and of direct messages, in order', async () => {
    const one = await say()
    const two = await say({ author: people.english, direct: true })
    const three = await say({ channel: privateChannel })
    await world.start()
    expect(heard()).toEqual([one.ts, three.ts, two.ts])
    expect(world.heard.postings.find(({ direct }) => direct)).toMatchObject({ author: people.english })
  })

  it('finds more than one page, oldest first', async () => {
    const said = []
    for (let i = 0; i < 250; i++) said.push((await say({ files: [] })).ts)
    await world.start()
    expect(heard()).toEqual(said)
  })

  it('finds what was missed in a channel where somebody speaks before it was read', async () => {
    const { ts: lost } = await say({ channel: privateChannel })
    await world.town.pass({ hours: 2 })
    const { ts: slow } = await say()
    const [arrived, gate] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()]
    const { posted } = world.events
    world.events.posted = async (posting) => {
      if (posting.post === slow) arrived.resolve(undefined)
      if (posting.post === slow) await gate.promise
      await posted(posting)
    }
    const starting = world.start()
    await arrived.promise
    const { ts: live } = await say({ channel: privateChannel })
    gate.resolve(undefined)
    await starting
    expect(new Set(heard())).toEqual(new Set([slow, lost, live]))
  })

  it('looks in the channels of the settings only', async () => {
    await say({ channel: privateChannel })
    const { ts } = await say()
    await world.start({ channels: [defaultChannel] })
    expect(heard()).toEqual([ts])
  })

  it('finds replies in a thread that began meanwhile', async () => {
    const { ts: thread } = await say({ files: [] })
    const { ts } = await say({ author: people.english, thread })
    await world.start()
    expect(heard()).toEqual([thread, thread, ts])
    expect(world.heard.postings.at(-1)).toMatchObject({ thread })
  })

  it('does not take what the bot itself said for news', async () => {
    const chat = await world.start()
    await chat.post({ channel: defaultChannel, thread: null }, 'k', saying('un', { named: ['a.csv'] }))
    await world.stop()
    await runOnce()
    expect(heard()).toEqual([])
  })

  it('does not look where the bot is not', async () => {
    await say({ channel: otherChannel })
    await world.start()
    expect(heard()).toEqual([])
  })
})

describe('a channel that the bot was invited to', () => {
  it('gives only what was said from then on', async () => {
    const posts = [
      { ts: '1800000003.000000', user: 'U1' },
      { ts: '1800000002.000000', user: 'U0BOT', subtype: 'channel_join' },
      { ts: '1800000001.000000', user: 'U1' },
    ]
    const marks = new Map([['*', '1800000000.000000']])
    const stamps: string[] = []
    const watermarks = createWatermarks({
      watermark: (channel) => Promise.resolve(marks.get(channel) ?? null),
      setWatermark: () => Promise.resolve(),
    })
    await catchUp({
      ...{ watermarks, log: world.log, threads: () => Promise.resolve([]) },
      web: { patiently: () => Promise.resolve({ messages: posts }) } as unknown as Web,
      channels: {
        list: (kind) => Promise.resolve(kind === 'channels' ? ['C0NEW'] : []),
      } as Partial<Channels> as Channels,
      identity: () => Promise.resolve({ person: 'U0BOT', bot: 'B0BOT', url: 'https://universite.slack.com/' }),
      stopping: new AbortController().signal,
      delivery: {
        idle: () => Promise.resolve(),
        posted: (_, { ts }) => Promise.resolve(void stamps.push(ts)),
        deleted: () => Promise.resolve(),
      },
    })
    expect(stamps).toEqual(['1800000003.000000'])
  })
})

describe('threads that are open', () => {
  let thread: string
  beforeEach(async () => {
    await world.start()
    thread = (await say()).ts
    await world.town.pass({ hours: 3 })
    await say({ files: [] })
    await world.stop()
    world.heard.postings.splice(0)
    world.threads.push({ channel: defaultChannel, thread })
  })

  it('give the replies of meanwhile, and their first post as it stands now', async () => {
    await world.town.people.edit({ channel: defaultChannel, ts: thread }, 'Corrigé')
    const { ts } = await say({ thread })
    await world.start()
    expect(world.heard.postings).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ post: thread, text: 'Corrigé' }),
        expect.objectContaining({ post: ts, thread }),
      ]) as object,
    )
  })

  it('say when their first post is gone, with replies or without', async () => {
    await world.town.people.remove({ channel: defaultChannel, ts: thread })
    await world.start()
    expect(world.heard.deletions).toEqual([{ chat: 'slack', channel: defaultChannel, post: thread }])
  })

  it('say when their first post became a tombstone', async () => {
    await say({ author: people.english, thread, files: [] })
    await world.town.people.remove({ channel: defaultChannel, ts: thread })
    await world.start()
    expect(world.heard.deletions).toEqual([{ chat: 'slack', channel: defaultChannel, post: thread }])
  })

  it('of channels that are no longer served are passed over', async () => {
    await world.start({ channels: [privateChannel] })
    expect(world.heard.postings).toEqual([])
  })
})

describe('when something fails', () => {
  it('waits as long as Slack asks', async () => {
    await runOnce()
    await say()
    world.town.faults.next(
      'conversations.history',
      { kind: 'limited', retryAfter: 12 },
      { kind: 'limited', retryAfter: 3 },
    )
    await world.start()
    expect(heard()).toHaveLength(1)
    expect(world.waits).toEqual([12_000, 3_000])
  })

  it('keeps the mark where it was until all is stored, and reads again', async () => {
    await runOnce()
    const { ts: lost } = await say()
    const mark = world.watermarks.get(defaultChannel)
    const { posted } = world.events
    world.events.posted = () => Promise.reject(new OutsideError('store-unavailable', 'No store'))
    await world.start()
    world.events.posted = posted
    const { ts: live } = await say()
    expect(heard()).toEqual([live])
    expect(world.watermarks.get(defaultChannel)).toBe(mark)
    await world.stop()
    await world.start()
    expect(heard()).toContain(lost)
    expect(world.watermarks.get(defaultChannel)).toBe(live)
  })

  it('passes over a channel of the settings that the bot is not in, without trying again and again', async () => {
    await runOnce()
    const { ts } = await say({ channel: privateChannel })
    await world.start({ channels: [otherChannel, privateChannel] })
    expect(heard()).toEqual([ts])
    expect(world.waits).toEqual([])
    expect(world.log.lines).toMatchObject([{ level: 'warn', fields: { channel: otherChannel } }])
  })

  it('reads the other channels all the same', async () => {
    await runOnce()
    const { ts } = await say({ channel: privateChannel })
    world.town.faults.next('conversations.history', { kind: 'refused', code: 'something_new' })
    await world.start()
    expect(heard()).toEqual([ts])
    expect(world.log.lines).toContainEqual(
      expect.objectContaining({
        level: 'warn',
        fields: expect.objectContaining({ channel: defaultChannel }) as object,
      }),
    )
  })
})
