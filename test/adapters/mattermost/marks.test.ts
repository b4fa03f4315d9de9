import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emojis } from '../../../src/adapters/mattermost/emojis.ts'
import type { Mark } from '../../../src/ports/chat.ts'
import { type MattermostWorld, makeWorld } from './mattermost-world.ts'

let world: MattermostWorld
let ref: { channel: string; post: string }

beforeEach(async () => {
  world = await makeWorld()
  await world.start()
  const { channel, people } = world.town
  ref = { channel, post: world.town.post({ author: people.marie, channel, text: 'Une demande' }).id }
})
afterEach(() => world.close())

const shown = () => world.town.look(ref.post)?.reactions

describe('a mark', () => {
  it.each(Object.keys(emojis) as Mark[])('%s is an emoji that the server knows', async (mark) => {
    await world.chat().mark(ref, mark)
    expect(shown()).toEqual([emojis[mark]])
  })

  it('takes the place of the one before and leaves those of people', async () => {
    world.town.react(world.town.people.emma, ref.post, 'eyes')
    world.town.react(world.town.people.emma, ref.post, 'tada')
    await world.chat().mark(ref, 'working')
    await world.chat().mark(ref, 'done')
    expect(shown()?.toSorted()).toEqual(['checkered_flag', 'eyes', 'tada'])
  })

  it('is one alone when two come at once', async () => {
    await Promise.all([world.chat().mark(ref, 'ready'), world.chat().mark(ref, 'partial')])
    expect(shown()).toEqual(['warning'])
  })

  it('is put after a failure on the way, once', async () => {
    world.server.faults.add({ trouble: 'cut', when: 'after', method: 'POST', path: /reactions/ })
    await world.chat().mark(ref, 'ready')
    expect(shown()).toEqual(['white_check_mark'])
  })

  it('on a post that is gone says so', async () => {
    world.town.remove(world.town.people.marie, ref.post)
    await expect(world.chat().mark(ref, 'ready')).rejects.toMatchObject({ name: 'OutsideError', code: 'post-gone' })
  })
})
