// People and marks.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultChannel, people } from '../../fakes/slack/townsfolk.ts'
import { type SlackWorld, slackWorld } from './slack-world.ts'

let world: SlackWorld
beforeEach(async () => {
  world = await slackWorld()
})
afterEach(() => world.close())

const calls = (method: string) => world.town.calls.filter((call) => call.method === method)

describe('a person', () => {
  it('has a name, a language and a time zone', async () => {
    const chat = world.process()
    await expect(chat.person(people.french)).resolves.toEqual({
      id: people.french,
      name: 'marie',
      language: 'fr',
      staff: false,
      timezone: 'Europe/Paris',
    })
    await expect(chat.person(people.staff)).resolves.toMatchObject({ language: 'fr', timezone: 'America/Toronto' })
    await expect(chat.person(people.english)).resolves.toMatchObject({ language: 'en', staff: false })
  })

  it('is asked for with the language, which Slack does not tell otherwise', async () => {
    await world.process().person(people.french)
    expect(calls('users.info')).toMatchObject([{ args: { include_locale: 'true' } }])
  })

  it('is remembered for some minutes', async () => {
    const chat = world.process()
    await chat.person(people.french)
    await chat.person(people.french)
    expect(calls('users.info')).toHaveLength(1)
    expect(calls('usergroups.users.list')).toHaveLength(1)
    await world.town.pass({ minutes: 6 })
    await chat.person(people.french)
    expect(calls('users.info')).toHaveLength(2)
  })

  it('is of the team by the settings, or by the group', async () => {
    const chat = world.process({ staff: [people.english] })
    await expect(chat.person(people.english)).resolves.toMatchObject({ staff: true })
    await expect(chat.person(people.staff)).resolves.toMatchObject({ staff: true })
  })

  it('stays of the team by the settings when the group cannot be read', async () => {
    world.town.app.scopes.delete('usergroups:read')
    const chat = world.process({ staff: [people.english] })
    await expect(chat.person(people.english)).resolves.toMatchObject({ staff: true })
    await expect(chat.person(people.staff)).resolves.toMatchObject({ staff: false })
    expect(world.log.lines).toMatchObject([{ level: 'warn', fields: { error: { code: 'scope-missing' } } }])
  })

  it('is of the team again as soon as the group can be read', async () => {
    const away = Array.from({ length: 4 }, () => ({ kind: 'cut', when: 'before' }) as const)
    world.town.faults.next('usergroups.users.list', ...away)
    const chat = world.process()
    await expect(chat.person(people.staff)).resolves.toMatchObject({ staff: false })
    await expect(chat.person(people.staff)).resolves.toMatchObject({ staff: true })
  })

  it('that nobody knows is said to be so', async () => {
    await expect(world.process().person('U0NOBODY')).rejects.toMatchObject({ code: 'person-unknown' })
  })
})

describe('a mark', () => {
  it('leaves the reactions of people alone, and those of the bot that are no marks', async () => {
    const post = await world.town.people.post({ author: people.french })
    await world.town.people.react(post, people.english, 'eyes')
    await world.town.people.react(post, world.town.app.botPerson, 'wave')
    const chat = world.process()
    await chat.mark({ channel: defaultChannel, post: post.ts }, 'working')
    await chat.mark({ channel: defaultChannel, post: post.ts }, 'closed')
    expect(world.town.seen()[0]?.reactions).toEqual(['eyes', 'wave', 'no_entry_sign'])
  })

  it('is put once when Slack’s answer was lost', async () => {
    const { ts: post } = await world.town.people.post({ author: people.french })
    world.town.faults.next('reactions.add', { kind: 'cut', when: 'after' })
    await world.process().mark({ channel: defaultChannel, post }, 'ready')
    expect(world.town.seen()[0]?.reactions).toEqual(['white_check_mark'])
  })

  it('of two at once leaves the last', async () => {
    const { ts: post } = await world.town.people.post({ author: people.french })
    const chat = world.process()
    await Promise.all(
      (['working', 'ready', 'done'] as const).map((mark) => chat.mark({ channel: defaultChannel, post }, mark)),
    )
    expect(world.town.seen()[0]?.reactions).toEqual(['checkered_flag'])
  })

  it('on a post that is gone says so', async () => {
    const gone = { channel: defaultChannel, post: '1700000000.000001' }
    await expect(world.process().mark(gone, 'ready')).rejects.toMatchObject({ code: 'post-gone' })
  })
})
