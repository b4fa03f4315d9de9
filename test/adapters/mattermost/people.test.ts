import { describe, expect, it } from 'vitest'
import type { Api } from '../../../src/adapters/mattermost/api.ts'
import { createPeople } from '../../../src/adapters/mattermost/people.ts'
import { Refusal } from '../../../src/adapters/mattermost/refusal.ts'
import { createStaff } from '../../../src/adapters/mattermost/staff.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { fakeLog } from '../../fakes/log.ts'

type Account = Readonly<Record<string, unknown>>

const groupId = 'kz5fy6x8op865ba6nnx6fg4xgw'
const marie = { id: 'm', username: 'marie', first_name: 'Marie', last_name: 'Lefèvre', locale: 'fr' }

/** A server that knows these accounts, members of a channel and of groups; `asked` counts. */
function peopleOf(accounts: readonly Account[], { names = [] as string[], group = null as string | null } = {}) {
  const asked: string[] = []
  const clock = fakeClock()
  const log = fakeLog()
  const groups = [{ id: 'g', name: 'support' }]
  const answers: Readonly<Record<string, unknown>> = {
    '/groups?q=support&per_page=200': groups,
    '/groups?q=nobody&per_page=200': [],
    '/groups/g/members?page=0&per_page=200': { members: [{ id: 'm' }] },
    [`/groups/${groupId}/members?page=0&per_page=200`]: { members: [{ id: 'm' }] },
  }
  const api = {
    client: {
      getUser(id: string) {
        asked.push(id)
        const found = accounts.find((account) => account.id === id)
        return found ? Promise.resolve(found) : Promise.reject(new Refusal(404, 'app.user.missing_account.const'))
      },
      getChannelByNameAndTeamName: () => Promise.resolve({ id: 'c' }),
      getChannelMembers: () => Promise.resolve([{ user_id: 'm' }]),
    },
    get: (path: string) => {
      asked.push(path)
      return path in answers ? Promise.resolve(answers[path]) : Promise.reject(new Refusal(403, ''))
    },
  } as unknown as Api
  const people = createPeople({ api, clock, staff: createStaff({ api, clock, log, names, group }) })
  return { people, asked, clock, log }
}

describe('a person', () => {
  it.each([
    [{ locale: 'fr' }, 'fr'],
    [{ locale: 'fr-CA' }, 'fr'],
    [{ locale: '' }, 'fr'],
    [{ locale: 'en' }, 'en'],
    [{ locale: 'de' }, 'en'],
  ])('with %j reads %s', async (more, language) => {
    const { people } = peopleOf([{ ...marie, ...more }])
    expect((await people.find('m')).language).toBe(language)
  })

  it.each([
    [{ useAutomaticTimezone: 'true', automaticTimezone: 'Europe/Paris', manualTimezone: 'Asia/Tokyo' }, 'Europe/Paris'],
    [{ useAutomaticTimezone: 'false', automaticTimezone: 'Europe/Paris', manualTimezone: 'Asia/Tokyo' }, 'Asia/Tokyo'],
    [{ useAutomaticTimezone: 'true', automaticTimezone: '', manualTimezone: '' }, null],
    [{ useAutomaticTimezone: 'true', automaticTimezone: 'Mars/Olympus' }, null],
    [null, null],
  ])('whose clock is set to %j lives in %s', async (timezone, expected) => {
    const { people } = peopleOf([{ ...marie, timezone }])
    expect((await people.find('m')).timezone).toBe(expected)
  })

  it.each([
    [{}, 'Marie Lefèvre'],
    [{ first_name: '', last_name: '', nickname: 'Mimi' }, 'Mimi'],
    [{ first_name: '', last_name: '' }, 'marie'],
  ])('with %j is called %s', async (more, name) => {
    const { people } = peopleOf([{ ...marie, ...more }])
    expect((await people.find('m')).name).toBe(name)
  })

  it('is asked for once in five minutes', async () => {
    const { people, asked, clock } = peopleOf([marie])
    await people.find('m')
    await people.find('m')
    clock.pass({ minutes: 6 })
    await people.find('m')
    expect(asked).toEqual(['m', 'm'])
  })

  it('who does not exist is told, and called by nothing', async () => {
    const { people } = peopleOf([])
    await expect(people.find('x')).rejects.toMatchObject({ code: 'person-unknown' })
    const paragraphs = [{ kind: 'text' as const, spans: [{ mention: { person: 'x' } }] }]
    expect((await people.calloutFor({ paragraphs }))({ person: 'x' })).toBe('')
  })
})

describe('the support team', () => {
  it.each([
    [['@Marie'], null, true],
    [['m'], null, true],
    [['sofia'], null, false],
    [[], 'support', true],
    [[], groupId, true],
    [[], 'nobody', false],
    [[], 'cemu/support', true],
  ])('named %j, group %s: marie is of it: %s', async (names, group, staff) => {
    const { people } = peopleOf([marie], { names, group })
    expect((await people.find('m')).staff).toBe(staff)
  })

  it('named by an id has the person of that id, and not whoever takes the id for a username', async () => {
    const impostor = { ...marie, username: groupId }
    const { people } = peopleOf([{ ...marie, id: groupId }, impostor], { names: [groupId] })
    expect((await people.find(groupId)).staff).toBe(true)
    expect((await people.find('m')).staff).toBe(false)
  })

  it('is waited for by all who are looked up at once', async () => {
    const paul = { ...marie, id: 'p', username: 'paul' }
    const { people } = peopleOf([paul, marie], { group: 'support' })
    const found = await Promise.all(['p', 'm'].map((id) => people.find(id)))
    expect(found.map(({ staff }) => staff)).toEqual([false, true])
  })

  it('that cannot be read is logged, nobody is of it, and it is asked for again', async () => {
    const paul = { ...marie, id: 'p', username: 'paul' }
    const { people, log } = peopleOf([marie, paul], { group: 'secret' })
    expect((await people.find('m')).staff).toBe(false)
    expect(log.lines).toHaveLength(1)
    await people.find('p')
    expect(log.lines).toHaveLength(2)
  })

  it.each([
    [['sofia', '@Paul', 'kz5fy6x8op865ba6nnx6fg4xgw', 'pas un nom'], null, '@sofia @paul'],
    [['sofia'], 'support', '@support'],
    [['sofia'], 'cemu/support', '@sofia'],
    [['sofia'], groupId, '@sofia'],
    [[], null, ''],
  ])('named %j, group %s, is called %j', async (names, group, expected) => {
    const { people } = peopleOf([], { names, group })
    expect((await people.calloutFor({ paragraphs: [] }))('staff')).toBe(expected)
  })
})
