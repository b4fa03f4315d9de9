import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eventually, type MattermostWorld, makeWorld } from './mattermost-world.ts'

let world: MattermostWorld

beforeEach(async () => {
  world = await makeWorld()
  await world.start()
})
afterEach(() => world.close())

async function posted(text = 'username;course1') {
  const { channel, people } = world.town
  const { id } = world.town.post({ author: people.marie, channel, files: [{ name: 'liste.csv', text }] })
  await eventually(() => expect(world.heard.postings.map(({ post }) => post)).toContain(id))
  return { id, file: world.heard.postings.at(-1)!.files[0]! }
}

describe('a posted file', () => {
  it('that is larger than the limit is not even asked for', async () => {
    const { file } = await posted()
    world.server.faults.add({ trouble: { refuse: 500 }, path: /\/files\// })
    await expect(world.chat().download(file, 5)).rejects.toMatchObject({ code: 'file-too-large' })
    expect(world.server.faults.left()).toBe(1)
  })

  it('is had after a cut', async () => {
    const { file } = await posted()
    world.server.faults.add({ trouble: 'cut', path: /\/files\// })
    expect(Buffer.from(await world.chat().download(file, 100)).toString()).toBe('username;course1')
  })

  it('in a channel that the bot was taken out of is gone for it', async () => {
    const { file } = await posted()
    const { channel, state, bot } = world.town
    state.channels.get(channel)!.members.delete(bot.id)
    Object.assign(state.channels.get(channel)!, { type: 'P' })
    await expect(world.chat().download(file, 100)).rejects.toMatchObject({ code: 'file-gone' })
  })

  it('is not to be had while the server fails, and that is another thing', async () => {
    const { file } = await posted()
    world.server.faults.add({ trouble: { refuse: 503 }, path: /\/files\//, times: 3 })
    await expect(world.chat().download(file, 100)).rejects.toMatchObject({ code: 'chat-unavailable' })
  })
})
