// Buttons and menus.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OutsideError } from '../../../src/ports/outside-error.ts'
import { defaultChannel, people } from '../../fakes/slack/townsfolk.ts'
import { nextLine, nextWhisper } from './next.ts'
import { type SlackWorld, saying, slackWorld } from './slack-world.ts'

let world: SlackWorld
beforeEach(async () => {
  world = await slackWorld()
})
afterEach(() => world.close())

const shown = (person: string) => world.town.whispers(person).map((whisper) => whisper.shown)
const refused = () => Promise.reject(new OutsideError('store-unavailable', 'No store'))

describe('a press', () => {
  const buttons = [{ id: 'done', label: 'Fait', style: 'primary' }] as const

  async function press(thread: string | null = null) {
    const chat = await world.start()
    const { channel, post: ts } = await chat.post({ channel: defaultChannel, thread }, 'k', saying('Bien', { buttons }))
    return await world.town.people.press({ person: people.french, post: { channel, ts }, action: 'button:0' })
  }

  it('is answered to the one who pressed, in the same thread', async () => {
    world.events.pressed = () => Promise.resolve(saying('Noté'))
    const { ts: thread } = await world.town.people.post({ author: people.french })
    const told = nextWhisper(world)
    await press(thread)
    await told
    expect(world.town.whispers(people.french)).toMatchObject([{ shown: 'Noté', thread }])
    expect(shown(people.english)).toEqual([])
  })

  it('is answered with files in the direct messages, since an ephemeral post holds none', async () => {
    world.events.pressed = () => Promise.resolve(saying('Voilà', { named: ['tout.txt'] }))
    const told = nextWhisper(world)
    await press()
    await told
    expect(shown(people.french)[0]).toMatch(/messages directs/)
    expect(world.town.seenBy(people.french)).toMatchObject([{ text: 'Voilà' }, { files: [{ name: 'tout.txt' }] }])
  })

  it('that could not be stored is not acknowledged, so that Slack says so', async () => {
    world.events.pressed = refused
    const chat = await world.start()
    const { channel, post: ts } = await chat.post(
      { channel: defaultChannel, thread: null },
      'k',
      saying('Bien', { buttons }),
    )
    const pressing = world.town.people.press({ person: people.french, post: { channel, ts }, action: 'button:0' })
    await nextLine(world, 'error')
    await world.town.pass({ seconds: 3 })
    expect((await pressing).fate).toBe('lost')
  })
})
