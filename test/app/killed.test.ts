// The process is cut off before or after each single call to the outside, one call further in each run, and started
// again: whatever the moment, people see one answer.
import { describe, expect, it } from 'vitest'
import { answerCommand } from '../../src/app/answer-command.ts'
import { eventsFor } from '../../src/app/events.ts'
import { findDue } from '../../src/app/find-due.ts'
import type { Outside } from '../../src/app/outside.ts'
import { pressButton } from '../../src/app/press-button.ts'
import { sites } from '../../src/moodle/sites.ts'
import type { Chat } from '../../src/ports/chat.ts'
import { fakeDirectory } from '../fakes/directory.ts'
import { faulty, good, makeWorld, runDue, type World } from '../fakes/world.ts'

class Killed extends Error {}
type Moment = 'before' | 'after'
/** What each call of a process goes through; `isDead` once it was killed. */
type Fate = { readonly isDead: () => boolean; readonly meet: <T>(call: () => Promise<T>) => Promise<T> }

describe.each<Moment>(['before', 'after'])('a process killed %s any call', { timeout: 60_000 }, (moment) => {
  it('answers a posted file once', async () => {
    const calls = await forEachCall(moment, async (world, dying) => {
      await live(dying, () => world.chat.say({ files: [faulty(2)] }))
      await restart(world)
      expect(world.chat.said().map(({ text }) => text)).toEqual([expect.stringMatching(/^⚠️/)])
      expect(await batchesOf(world, 'p1')).toMatchObject([{ revision: 1, state: 'needs-changes' }])
    })
    expect(calls).toBeGreaterThan(15)
  })

  it('answers a second file in the thread with one edit and one line', async () => {
    const calls = await forEachCall(moment, async (world, dying) => {
      await world.chat.say({ files: [faulty(2)] })
      await world.run()
      await live(dying, () => world.chat.say({ thread: 'p1', files: [faulty(1)] }))
      await restart(world)
      const texts = world.chat.said().map(({ text }) => text)
      expect(texts).toEqual([expect.stringMatching(/^⚠️ 1/), expect.stringMatching(/^✅ 1/)])
      expect(await batchesOf(world, 'p1')).toMatchObject([{ revision: 2 }])
    })
    expect(calls).toBeGreaterThan(15)
  })

  it('says one kind word for a screenshot in the thread', async () => {
    const calls = await forEachCall(moment, async (world, dying) => {
      await world.chat.say({ files: [faulty(2)] })
      await world.run()
      const shot = { name: 'capture.png', bytes: new Uint8Array(3) }
      await live(dying, () => world.chat.say({ thread: 'p1', files: [shot] }))
      await restart(world)
      expect(world.chat.said()).toHaveLength(2)
    })
    expect(calls).toBeGreaterThan(5)
  })
})

type Step = (outside: Outside) => Promise<unknown>
type Story = {
  /** What is known of the site; null: nothing. */
  readonly known: readonly string[] | null
  readonly posted?: 'faulty'
  /** What goes on before the process is cut off. */
  readonly before?: (world: World) => void
  /** What people do again, and the clock as well, when they got no answer. */
  readonly steps: readonly Step[]
  /** So many posts are there at the end. */
  readonly said: number
}

const all = ['21900001', '21900002', '21900003']
const at = (time: string) => (world: World) => world.clock.set(Temporal.Instant.from(`2026-11-${time}Z`))
const command =
  (person: string, text: string): Step =>
  (outside) =>
    answerCommand(outside, { chat: 'local', channel: 'support', thread: 'p1', person, text, about: null })
const press =
  (button: string, option: string | null = null): Step =>
  (outside) =>
    pressButton(outside, { chat: 'local', channel: 'support', post: 'p2', button, option, person: 'marie' })

const stories: Readonly<Record<string, Story>> = {
  'a morning check': { known: ['21900001'], before: at('24T07:00:00'), steps: [findDue], said: 2 },
  'a hand-over': { known: ['21900001'], steps: [command('sofia', 'fait')], said: 2 },
  'the end of a request': { known: all, steps: [command('sofia', 'fait')], said: 2 },
  'a withdrawal': { known: all, steps: [command('marie', 'retirer')], said: 2 },
  'an answer on accounts': { known: null, steps: [press('accountsOld')], said: 1 },
  'another site': { known: all, steps: [press('site', 'prelude')], said: 1 },
  'a reminder, after the digests of two days': {
    ...{ known: all, posted: 'faulty', before: at('25T08:00:00'), said: 3 },
    steps: [findDue],
  },
}

describe('a process killed at any call', { timeout: 120_000 }, () => {
  it.each(Object.entries(stories))('tells %s as one that lives', async (_, story) => {
    const expected = await tellStory(story, null)
    expect(expected.said).toHaveLength(story.said)
    for (let last = 1; ; last++) {
      const fate = fateOf(last, 'before')
      expect(await tellStory(story, fate)).toEqual(expected)
      if (!fate.isDead()) break
    }
  })
})

/** What is there at the end of the story, lived through by a process of that fate, null: that dies not, and the next one. */
async function tellStory({ known, posted, before, steps }: Story, fate: Fate | null) {
  const directory = fakeDirectory()
  if (known) directory.tell('ecampus', known)
  const world = await makeWorld({ sites, directory })
  await world.chat.say({ files: [posted ? faulty(2) : good()] })
  await world.run()
  before?.(world)
  if (known) directory.tell('ecampus', all)
  const first = fate ? dyingOutside(world.outside, fate) : world.outside
  const again: Step[] = []
  for (const step of [...steps, runDue]) await step(first).catch(() => again.push(step))
  world.clock.pass({ seconds: 16 })
  for (const step of [...again, runDue]) await step(world.outside)
  const told = await toldOf(world)
  await world.close()
  return told
}

async function toldOf(world: World) {
  const { store } = world.outside
  const [batch] = await batchesOf(world, 'p1')
  const said = world.chat.said().map(({ text, thread, direct, message }) => {
    const files = message!.files.map(({ name }) => name)
    return { text, thread, direct, files, buttons: message!.buttons.map(({ id }) => id) }
  })
  const history = (await store.chronicle.of(batch!.id)).map(({ event, author, from, to, rows }) => {
    return `${event} ${author} ${from} ${to} ${rows}`
  })
  const { mark } = world.chat.read('p1')
  return { said, history, mark, jobs: await store.jobs.counts(), state: batch!.state, mornings: batch!.mornings }
}

/** Runs the story with a process that dies at its first call, its second…, until it lives through it; how many calls. */
async function forEachCall(moment: Moment, story: (world: World, dying: Outside & { fate: Fate }) => Promise<void>) {
  for (let last = 1; ; last++) {
    const world = await makeWorld()
    const fate = fateOf(last, moment)
    await story(world, { ...dyingOutside(world.outside, fate), fate })
    await world.close()
    if (!fate.isDead()) return last
  }
}

/** A process from its start to its death, or to its last job; people post all the same. */
async function live(dying: Outside & { fate: Fate }, event: () => Promise<unknown>): Promise<void> {
  const steps = [() => dying.chats[0]!.start(eventsFor(dying)), event, () => runDue(dying)]
  for (const step of steps) {
    await step().catch((error: unknown) => {
      if (!dying.fate.isDead()) throw error
    })
  }
}

/** The next process: the chat delivers again, the lease of the dead one runs out. */
async function restart(world: World): Promise<void> {
  world.clock.pass({ seconds: 16 })
  await world.chat.start(eventsFor(world.outside))
  await world.run()
  expect(await world.outside.store.jobs.counts()).toEqual({ queued: 0, leased: 0, dead: 0 })
}

const batchesOf = (world: World, thread: string) => world.outside.store.batches.inThread('local', 'support', thread)

function fateOf(last: number, moment: Moment): Fate {
  let count = 0
  return {
    isDead: () => count >= last,
    async meet(call) {
      if (++count > last || (count === last && moment === 'before')) throw new Killed()
      const answer = await call()
      if (count >= last) throw new Killed()
      return answer
    },
  }
}

function dyingOutside(outside: Outside, fate: Fate): Outside {
  const { postings, jobs, batches, chronicle, files, outgoing, preferences } = outside.store
  const parts = { postings, jobs, batches, chronicle, files, outgoing, preferences }
  const store = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, mortal(part, fate)]))
  const chats = outside.chats.map((chat): Chat => ({ ...mortal(chat, fate), start: (events) => chat.start(events) }))
  return { ...outside, chats, store: { ...outside.store, ...store } }
}

type Call = (...words: unknown[]) => Promise<unknown>

function mortal<Port extends object>(port: Port, fate: Fate): Port {
  const members = Object.entries(port as Record<string, Call | string>)
  const dying = members.map(([name, member]) => {
    return [name, typeof member === 'string' ? member : (...words: unknown[]) => fate.meet(() => member(...words))]
  })
  return Object.fromEntries(dying) as Port
}
