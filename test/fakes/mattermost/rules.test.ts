// What the server refuses that was read in its sources rather than recorded.
import { describe, expect, it } from 'vitest'
import { patchPost } from './rules/editing.ts'
import { archive } from './rules/joining.ts'
import { readChannel } from './rules/pages.ts'
import { createPost } from './rules/posting.ts'
import { upload } from './rules/uploading.ts'
import { serveTown } from './server.ts'
import { supportTown } from './support-town.ts'

const town = supportTown()
const { people, bot } = town

describe('an archived channel', () => {
  const channel = town.addChannel({ team: town.team, name: 'ancien' })
  for (const person of [people.marie, bot.id]) channel.members.add(person)
  const { id } = town.post({ author: bot.id, channel: channel.id, text: 'x' })
  town.react(bot.id, id, 'eyes')
  archive(town, town.state.people.get(people.admin)!, channel)

  it.each([
    [() => town.edit(bot.id, id, { text: 'y' }), 400, 'api.post.patch_post.can_not_update_post_in_deleted.error'],
    [() => town.react(bot.id, id, 'x'), 403, 'api.reaction.save.archived_channel.app_error'],
    [() => town.unreact(bot.id, id, 'eyes'), 403, 'api.reaction.delete.archived_channel.app_error'],
  ])('takes no change', (act, status, error) => {
    expect(act).toThrow(expect.objectContaining({ status, id: error }))
  })
})

it('does not let the bot change what it said in a channel that it was removed from', () => {
  const { id } = town.post({ author: bot.id, channel: town.channel, text: 'x' })
  town.removeFromChannel(people.admin, town.channel, bot.id)
  expect(() => town.edit(bot.id, id, { text: 'y' })).toThrow(expect.objectContaining({ status: 403 }))
  expect(() => town.react(bot.id, id, 'eyes')).toThrow(expect.objectContaining({ status: 403 }))
  town.addToChannel(people.admin, town.channel, bot.id)
  expect(town.edit(bot.id, id, { text: 'y' }).message).toBe('y')
})

const me = town.state.people.get(bot.id)!

it('leaves out a file that somebody else sent and did not post', () => {
  const marie = town.state.people.get(people.marie)!
  const file = upload(town, marie, town.channel, { name: 'a.csv', bytes: Buffer.from('x') })
  const post = createPost(town, me, { channel: town.channel, message: 'x', files: [file.id] })
  expect(post.file_ids).toBeNull()
  expect(createPost(town, marie, { channel: town.channel, message: 'x', files: [file.id] }).file_ids).toEqual([file.id])
})

it('leaves out a file that was sent for another channel', () => {
  const file = upload(town, me, town.channel, { name: 'a.csv', bytes: Buffer.from('x') })
  const elsewhere = town.post({ author: bot.id, channel: town.direct(people.marie, bot.id), text: 'x' })
  const here = town.post({ author: bot.id, channel: town.channel, text: 'x' })
  expect(patchPost(town, me, elsewhere.id, { files: [file.id] }).file_ids).toEqual([])
  expect(patchPost(town, me, here.id, { files: [file.id] }).file_ids).toEqual([file.id])
})

describe('groups', () => {
  it('are not there without a licence, and are when there are some', async () => {
    const server = await serveTown(town)
    const ask = async (path: string) => {
      const answer = await fetch(`${server.url}/api/v4${path}`, { headers: { authorization: `Bearer ${bot.token}` } })
      return [answer.status, await answer.json()] as const
    }
    expect(await ask('/groups?q=equipe')).toMatchObject([501, { id: 'api.license_error' }])
    town.addGroup('equipe', [people.sofia])
    const [, [group]] = (await ask('/groups?q=equipe')) as [number, [{ id: string }]]
    expect(group).toMatchObject({ name: 'equipe', member_count: 1 })
    expect(await ask(`/groups/${group.id}/members`)).toMatchObject([200, { members: [{ id: people.sofia }] }])
    expect(await ask(`/channels/${town.channel}/members?per_page=2&page=1`)).toMatchObject([200, [{}, {}]])
    await server.stop()
  })
})

it('gives any thousand of the posts that changed since a moment, not the newest', () => {
  const channel = town.addChannel({ team: town.team, name: 'bavard', by: people.marie })
  const ids = Array.from({ length: 1001 }, () => town.post({ author: people.marie, channel: channel.id, text: 'x' }).id)
  const asked = { page: 0, perPage: 60, after: '', before: '', since: 1 }
  const { order } = readChannel(town, channel, asked) as { order: string[] }
  expect(order).toHaveLength(1000)
  expect(ids.toSorted().slice(0, 1000)).toEqual(order.toSorted())
})
