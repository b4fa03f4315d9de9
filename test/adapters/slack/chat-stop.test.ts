// A stop lets end what is under way.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { people } from '../../fakes/slack/townsfolk.ts'
import { type SlackWorld, slackWorld } from './slack-world.ts'

let world: SlackWorld
beforeEach(async () => {
  world = await slackWorld()
})
afterEach(() => world.close())

describe('a stop', () => {
  it('waits until what is being stored is stored', async () => {
    const asked = Promise.withResolvers<undefined>()
    const stored = Promise.withResolvers<undefined>()
    let isStored = false
    world.events.posted = async () => {
      asked.resolve(undefined)
      await stored.promise
      isStored = true
    }
    const stop = await world.process().start(world.events)
    void world.town.people.post({ author: people.french, files: [{ name: 'liste.csv', text: 'username' }] })
    await asked.promise
    const stopped = stop().then(() => isStored)
    await world.town.sockets.closed()
    stored.resolve(undefined)
    expect(await stopped).toBe(true)
  })
})
