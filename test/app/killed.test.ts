// The process is cut off before or after each single call to the outside, one call further in each run, and started
// again: whatever the moment, people see one answer.
import { describe, expect, it } from 'vitest'
import { eventsFor } from '../../src/app/events.ts'
import type { Outside } from '../../src/app/outside.ts'
import type { Chat } from '../../src/ports/chat.ts'
import { faulty, makeWorld, runDue, type World } from '../fakes/world.ts'

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
  const { postings, jobs, batches, files, outgoing } = outside.store
  const parts = { postings, jobs, batches, files, outgoing }
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
