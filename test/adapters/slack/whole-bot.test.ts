// The whole application in the Slack town: each posted file is answered, and answered once, whatever Slack and the
// process do meanwhile.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type OpenStore, openStore } from '../../../src/adapters/store/open.ts'
import { jobKinds } from '../../../src/app/job-kinds.ts'
import { OutsideError } from '../../../src/ports/outside-error.ts'
import type { Store } from '../../../src/ports/store.ts'
import { defaultChannel, people } from '../../fakes/slack/townsfolk.ts'
import { faulty, good, runDue } from '../../fakes/world.ts'
import { startBotIn } from './slack-bot.ts'
import { type SlackWorld, slackWorld } from './slack-world.ts'

let world: SlackWorld
let store: OpenStore
let folder: string
beforeEach(async () => {
  world = await slackWorld()
  folder = await mkdtemp(join(tmpdir(), 'enrol-check-slack-'))
  store = await openStore({ databaseUrl: undefined, dataDir: folder })
})
afterEach(async () => {
  await world.close()
  await store.close()
  await rm(folder, { recursive: true })
})

const startBot = (given: Partial<Store> = {}) => startBotIn(world, store, { store: { ...store, ...given } })

const say = (file = faulty(2), more: object = {}) =>
  world.town.people.post({ author: people.french, files: [{ name: file.name, bytes: file.bytes }], ...more })
const said = () => world.town.seen().filter(({ author }) => author === world.town.app.botPerson)
const replies = () => said().filter(({ metadata }) => metadata !== null)
const files = () => said().flatMap((post) => post.files.map(({ name }) => name))
const marks = (ts: string) => world.town.seen().find((post) => post.ts === ts)?.reactions

describe('the whole bot in Slack', () => {
  it('answers a file in its thread, with corrected files and a mark', async () => {
    const bot = await startBot()
    const { ts } = await say()
    await runDue(bot.outside)
    await bot.stop()
    expect(replies()).toMatchObject([{ thread: ts }])
    expect(replies()[0]?.text).toMatch(/2 lignes sur 3/)
    expect(files()).toContain('liste.a-revoir.csv')
    expect(marks(ts)).toEqual(['warning'])
  })

  it('answers once what Slack delivers three times', async () => {
    const bot = await startBot()
    await say()
    const [delivery] = world.town.deliveries.all
    await world.town.deliveries.repeat(delivery!)
    await runDue(bot.outside)
    await world.town.deliveries.repeat(delivery!)
    await runDue(bot.outside)
    await bot.stop()
    expect(replies()).toHaveLength(1)
    expect(new Set(files()).size).toBe(files().length)
  })

  it('answers once when the process is killed between its post and its memory of it', async () => {
    const killed = await startBot({
      outgoing: { ...store.outgoing, settle: () => Promise.reject(new Error('killed')) },
    })
    const { ts } = await say()
    const [job] = await store.jobs.claim(1, world.town.clock.now(), Temporal.Duration.from({ seconds: 10 }))
    await expect(jobKinds(killed.outside)[job!.kind]!.run(job!.payload)).rejects.toThrow('killed')
    expect(replies()).toHaveLength(1)
    await killed.stop()
    await world.town.pass({ seconds: 11 })
    const other = await startBot()
    await runDue(other.outside)
    await other.stop()
    expect(replies()).toMatchObject([{ thread: ts }])
    expect(replies()[0]?.text).toMatch(/2 lignes sur 3/)
    expect(files()).toEqual([...new Set(files())])
  })

  it('answers what was posted while it was away, and renews its answer for the next file of the thread', async () => {
    await (await startBot()).stop()
    const { ts: thread } = await say()
    const bot = await startBot()
    await runDue(bot.outside)
    await say(good(), { thread })
    await runDue(bot.outside)
    await bot.stop()
    expect(replies()[0]?.text).toMatch(/la forme est bonne/)
    expect(replies().length).toBeGreaterThan(1)
    expect(marks(thread)).toHaveLength(1)
  })

  it('answers although Slack loses answers, limits and fails all the way', async () => {
    const bot = await startBot()
    const { faults } = world.town
    faults.next('chat.postMessage', { kind: 'limited', retryAfter: 2 }, { kind: 'cut', when: 'after' })
    faults.next('chat.update', { kind: 'broken', status: 502, when: 'after' }, { kind: 'limited', retryAfter: 1 })
    faults.next('reactions.add', { kind: 'cut', when: 'after' })
    faults.next('files.completeUploadExternal', { kind: 'cut', when: 'after' })
    await say()
    for (let i = 0; i < 4; i++) {
      await runDue(bot.outside)
      await world.town.pass({ minutes: 6 })
    }
    await bot.stop()
    expect(faults.left()).toBe(0)
    expect(replies()).toHaveLength(1)
    expect(replies()[0]?.text).toMatch(/2 lignes sur 3/)
    expect(files()).toEqual([...new Set(files())])
  })

  it('never loses a file that could not be stored, neither when it came nor when it was read again', async () => {
    const stored = Promise.withResolvers<undefined>()
    let failures = 2
    const receive: Store['postings']['receive'] = async (posting) => {
      if (failures-- > 0) throw new OutsideError('store-unavailable', 'No store')
      const isNew = await store.postings.receive(posting)
      stored.resolve(undefined)
      return isNew
    }
    const bot = await startBot({ postings: { ...store.postings, receive } })
    void say()
    await world.wake(60_000)
    await world.wake(60_000)
    await stored.promise
    await world.town.pass({ seconds: 3 })
    await runDue(bot.outside)
    await bot.stop()
    expect(replies()).toHaveLength(1)
  })

  it('answers a direct message there', async () => {
    const bot = await startBot()
    await world.town.people.post({
      author: people.english,
      direct: true,
      files: [{ name: 'list.csv', bytes: good().bytes }],
    })
    await runDue(bot.outside)
    await bot.stop()
    expect(world.town.seenBy(people.english).map(({ author }) => author)).toContain(world.town.app.botPerson)
    expect(world.town.seen(defaultChannel)).toEqual([])
  })
})
