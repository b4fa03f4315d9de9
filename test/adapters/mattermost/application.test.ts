// The whole bot over the town: whatever happens on the way, each posted file gets one answer.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eventsFor } from '../../../src/app/events.ts'
import type { Outside } from '../../../src/app/outside.ts'
import { OutsideError } from '../../../src/ports/outside-error.ts'
import type { NewFile } from '../../fakes/chat.ts'
import { faulty, good, makeWorld as makeAppWorld, runDue, type World } from '../../fakes/world.ts'
import { eventually, type MattermostWorld, makeWorld } from './mattermost-world.ts'

let app: World
let world: MattermostWorld
let outside: Outside

beforeEach(async () => {
  world = await makeWorld()
  app = await makeAppWorld({ clock: world.town.clock })
  await begin()
})
afterEach(async () => {
  await world.close()
  await app.close()
})

/** A process, on the store of the one before. */
async function begin(given: Partial<Outside> = {}): Promise<void> {
  await world.stop()
  const { store } = app
  world.restart({ postings: store.postings, threads: () => store.batches.pending({ chat: 'mattermost' }) })
  outside = { ...app.outside, chats: [world.chat()], ...given }
  await world.start(eventsFor(outside))
}

function post({ name, bytes }: NewFile, root = ''): string {
  const { channel, people } = world.town
  return world.town.post({ author: people.marie, channel, text: 'Pour Ecampus', root, files: [{ name, bytes }] }).id
}

/** What the bot says in a thread. */
const answers = (root: string) =>
  world.town.seen(world.town.channel).filter((seen) => seen.root === root && seen.author === world.town.bot.id)

/** Once the application has so many files, does what there is to do. */
async function answered(...posts: readonly string[]): Promise<void> {
  for (const id of posts)
    await eventually(async () => {
      expect(await app.store.postings.ofPost('mattermost', world.town.channel, id)).not.toEqual([])
    })
  await runDue(outside)
}

describe('a posted file', () => {
  it('is answered in its thread, marked, and edited as it goes', async () => {
    const id = post(faulty(2))
    await answered(id)
    const [reply, ...more] = answers(id)
    expect(more).toEqual([])
    expect(reply?.text).toMatch(/^⚠️ \*\*/)
    expect(reply).toMatchObject({ byBot: true, mentions: [] })
    expect(reply?.files.map(({ name }) => name)).toContain('liste.corrige.csv')
    expect(reply?.buttons.length).toBeGreaterThan(0)
    expect(world.town.look(id)?.reactions).toEqual(['warning'])
  })

  it('is corrected in the thread: one answer, renewed, and one line', async () => {
    const id = post(faulty(2))
    await answered(id)
    const second = post(good(), id)
    await answered(second)
    expect(answers(id)).toHaveLength(2)
    expect(answers(id)[0]?.text).toContain('Fichier n° 2')
    expect(answers(id)[0]?.edited).toBe(true)
  })

  it.each([
    ['through a cut', () => world.server.cut()],
    [
      'through a gap',
      () => {
        world.server.refuseNextResume()
        world.server.cut()
      },
    ],
    ['through lost events', () => world.server.loseEvents(2)],
  ])('and others %s are answered once each', async (_how, trouble) => {
    const first = post(good('un.csv'))
    await answered(first)
    trouble()
    const others = ['deux.csv', 'trois.csv', 'quatre.csv'].map((name) => post(good(name)))
    await answered(...others)
    for (const id of [first, ...others]) expect(answers(id)).toHaveLength(1)
  })

  it('and others through a restart of the server are answered once each', async () => {
    const first = post(good('un.csv'))
    await eventually(async () =>
      expect(await app.store.postings.ofPost('mattermost', world.town.channel, first)).toHaveLength(1),
    )
    await world.server.stop()
    const second = post(good('deux.csv'))
    await runDue(outside)
    expect(answers(first)).toEqual([])
    await world.server.start()
    await eventually(async () =>
      expect(await app.store.postings.ofPost('mattermost', world.town.channel, second)).toHaveLength(1),
    )
    world.town.clock.pass({ minutes: 5 })
    await answered(first, second)
    for (const id of [first, second]) expect(answers(id)).toHaveLength(1)
  })

  it('and another while the bot was away are answered once each', async () => {
    const first = post(good('un.csv'))
    await answered(first)
    await world.stop()
    const second = post(good('deux.csv'))
    await begin()
    await answered(second)
    for (const id of [first, second]) expect(answers(id)).toHaveLength(1)
  })

  it('is answered once by a process that dies between saying it and knowing it', async () => {
    const { outgoing } = app.store
    const dying = {
      ...app.store,
      outgoing: { ...outgoing, settle: () => Promise.reject(new OutsideError('killed', '')) },
    }
    await begin({ store: dying })
    const id = post(faulty(1))
    await answered(id)
    expect(answers(id)).toHaveLength(1)
    await begin()
    world.town.clock.pass({ hours: 1 })
    await answered(id)
    expect(answers(id)).toMatchObject([{ text: expect.stringMatching(/^⚠️/) as string }])
  })

  it('is answered in spite of a server that fails now and then', async () => {
    for (const method of ['GET', 'POST', 'PUT']) world.server.faults.add({ trouble: { refuse: 502 }, method, times: 2 })
    world.server.faults.add({ trouble: { limit: 0 }, times: 2 })
    world.server.faults.add({ trouble: 'cut', when: 'after', method: 'POST', path: /\/posts$/ })
    const id = post(faulty(1))
    await answered(id)
    world.town.clock.pass({ minutes: 5 })
    await runDue(outside)
    expect(answers(id)).toHaveLength(1)
    expect(world.town.look(id)?.reactions).toEqual(['warning'])
  })

  it('sent to the bot alone is answered there', async () => {
    const direct = world.town.direct(world.town.people.marie, world.town.bot.id)
    const { name, bytes } = faulty(1)
    const { id } = world.town.post({ author: world.town.people.marie, channel: direct, files: [{ name, bytes }] })
    await eventually(async () => {
      expect(await app.store.postings.ofPost('mattermost', direct, id)).toHaveLength(1)
    })
    await runDue(outside)
    const said = world.town.seen(direct).filter(({ author }) => author === world.town.bot.id)
    expect(said).toMatchObject([{ root: id, text: expect.stringMatching(/^⚠️/) as string }])
  })
})

describe('a request', () => {
  it('is closed by a button, once, by whoever may', async () => {
    const id = post(good())
    await answered(id)
    const [reply] = answers(id)
    const button = reply?.buttons.find((one) => one === 'done') ?? reply!.buttons[0]!
    const { sofia, emma } = world.town.people
    await world.town.press(emma, reply!.id, button)
    await runDue(outside)
    for (let count = 0; count < 2; count++) await world.town.press(sofia, reply!.id, button)
    await runDue(outside)
    expect(answers(id).length).toBeGreaterThanOrEqual(1)
    expect(world.chat().state().refused.action).toBe(0)
  })

  it('is followed by a command', async () => {
    const id = post(faulty(1))
    await answered(id)
    const { marie } = world.town.people
    await world.town.command({ person: marie, channel: world.town.channel, root: id, line: '/enrol-check status' })
    expect(world.town.whispers(marie).at(-1)?.message).toMatch(/\S/)
  })

  it('that is deleted is followed to its end', async () => {
    const id = post(faulty(1))
    await answered(id)
    world.town.remove(world.town.people.marie, id)
    await eventually(async () => {
      await runDue(outside)
      expect(await app.store.batches.pending({ chat: 'mattermost' })).toEqual([])
    })
  })
})
