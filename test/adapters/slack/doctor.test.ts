// Each thing that an administrator gets wrong is found, and said with what to do.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type DoctorOptions, examineSlack } from '../../../src/adapters/slack/doctor.ts'
import { examineWorkspace } from '../../../src/adapters/slack/doctor-workspace.ts'
import type { Web } from '../../../src/adapters/slack/web.ts'
import type { Finding } from '../../../src/ports/finding.ts'
import { defaultChannel, otherChannel, people, teamGroup } from '../../fakes/slack/townsfolk.ts'
import { type SlackWorld, slackWorld } from './slack-world.ts'

let world: SlackWorld
beforeEach(async () => {
  world = await slackWorld()
})
afterEach(() => world.close())

async function examine(given: Partial<DoctorOptions> = {}): Promise<readonly Finding[]> {
  const { app, apiUrl } = world.town
  const options = { botToken: app.botToken, appToken: app.appToken, channels: [defaultChannel], staff: [people.staff] }
  return await examineSlack({ ...options, staffGroup: teamGroup, apiUrl, log: world.log, ...given })
}

const wrong = (findings: readonly Finding[]) =>
  findings.filter(({ ok }) => !ok).map(({ what, remedy }) => `${what} → ${remedy}`)

describe('the doctor', () => {
  it('finds nothing wrong in a town where all is well, and changes nothing', async () => {
    const findings = await examine()
    expect(findings.map(({ what }) => what)).toEqual([
      'The bot token is that of enrol-check in the workspace Université',
      'The app has all 14 scopes that it needs',
      'The app token opens Socket Mode',
      'The bot is in #support',
      `${people.staff} of SLACK_STAFF is known`,
      `The support team has 1 members in the group ${teamGroup}`,
    ])
    expect(findings.every(({ ok, remedy }) => ok && remedy === null)).toBe(true)
    expect(world.town.calls.map(({ method }) => method).sort()).toEqual([
      'apps.connections.open',
      'auth.test',
      'conversations.info',
      'usergroups.users.list',
      'users.info',
    ])
  })

  it('lists the channels when none is set', async () => {
    expect((await examine({ channels: [] })).map(({ what }) => what)).toContain(
      'The bot answers in #support, #secretariat',
    )
  })

  it.each<readonly [string, Partial<DoctorOptions>, () => void, RegExp]>([
    ['a wrong bot token', { botToken: 'xoxb-no' }, () => undefined, /not taken: .*invalid_auth → Set SLACK_BOT_TOKEN/],
    ['an app token in its place', { botToken: 'xapp-app' }, () => undefined, /not taken/],
    ['a missing scope', {}, () => world.town.app.scopes.delete('files:read'), /missing: files:read → .*reinstall/],
    [
      'a wrong app token',
      { appToken: 'xapp-no' },
      () => undefined,
      /does not open: .*invalid_auth → .*connections:write/,
    ],
    ['no way to hear', { appToken: undefined }, () => undefined, /no way to hear Slack → Set SLACK_APP_TOKEN/],
    ['a channel without the bot', { channels: [otherChannel] }, () => undefined, /not in #elsewhere → Type “\/invite/],
    [
      'an unknown channel',
      { channels: ['C0NOWHERE'] },
      () => undefined,
      /C0NOWHERE cannot be seen: .*channel_not_found/,
    ],
    ['an archived channel', {}, () => archive(), /#support is archived.* → Take it out/],
    ['no channel at all', { channels: [] }, () => leaveAll(), /in no channel → Type/],
    [
      'somebody unknown',
      { staff: ['U0NOBODY'] },
      () => undefined,
      /U0NOBODY of SLACK_STAFF is not known: .* → Take the member id/,
    ],
    [
      'an unknown group',
      { staffGroup: 'S0NONE' },
      () => undefined,
      /S0NONE cannot be read: .* → Check SLACK_STAFF_GROUP/,
    ],
    [
      'an empty group',
      {},
      () => world.town.state.groups.get(teamGroup)!.members.clear(),
      /is empty → Add the support team/,
    ],
  ])('finds %s', async (_, given, arrange, expected) => {
    arrange()
    expect(wrong(await examine(given))).toEqual(expect.arrayContaining([expect.stringMatching(expected)]))
  })

  it('blames no setting while Slack is not reached', async () => {
    const findings = await examine({ apiUrl: 'http://127.0.0.1:9/api/', pause: () => Promise.resolve() })
    expect(wrong(findings)).toEqual([
      expect.stringMatching(/^Slack could not be reached for auth.test → Does this machine reach/),
      expect.stringMatching(/^Slack could not be reached for apps.connections.open → Does this machine reach/),
    ])
  })

  it('finds a channel in which only some may post', async () => {
    const channel = { name: 'annonces', is_member: true, is_read_only: true }
    const web = { call: () => Promise.resolve({ channel }) } as unknown as Web
    const findings = await examineWorkspace(web, { channels: ['C1'], staff: [], staffGroup: null })
    expect(wrong(findings)).toEqual([expect.stringMatching(/Only some may post in #annonces → Allow the app/)])
  })

  it('cannot see whether Slack reaches it over HTTP, and says where that is shown', async () => {
    const findings = await examine({ appToken: undefined, signingSecret: 'x' })
    expect(findings.map(({ what }) => what).join('\n')).toMatch(/HTTP mode/)
    expect(wrong(findings)).toEqual([])
  })

  it('never shows a token', async () => {
    const findings = await examine({ botToken: 'xoxb-secret', appToken: 'xapp-secret' })
    expect(JSON.stringify([findings, world.log.lines])).not.toMatch(/secret/)
  })
})

function archive(): void {
  world.town.state.channels.get(defaultChannel)!.archived = true
}

function leaveAll(): void {
  for (const { members } of world.town.state.channels.values()) members.delete(world.town.app.botPerson)
}
