// What an administrator does once, and what the bot can look at any time.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type DoctorOptions, mattermostDoctor } from '../../../src/adapters/mattermost/doctor.ts'
import { type SetupOptions, setupMattermost } from '../../../src/adapters/mattermost/setup.ts'
import type { Finding } from '../../../src/ports/finding.ts'
import { type MattermostServer, serveTown } from '../../fakes/mattermost/server.ts'
import { type SupportTown, supportTown } from '../../fakes/mattermost/support-town.ts'
import { eventually, type MattermostWorld, makeWorld, testTimings } from './mattermost-world.ts'

const wrong = (findings: readonly Finding[]) => findings.filter(({ ok }) => !ok).map(({ what }) => what)

describe('setup', () => {
  let town: SupportTown
  let server: MattermostServer
  let port: number

  beforeEach(async () => {
    town = supportTown()
    server = await serveTown(town)
    port = await freePort()
  })
  afterEach(() => server.stop())

  const setup = (options: Partial<SetupOptions> = {}) =>
    setupMattermost({
      url: `${server.url}/`,
      token: town.bot.token,
      channels: ['cemu/inscriptions'],
      callbackUrl: `http://127.0.0.1:${port}`,
      adminToken: town.adminToken,
      listen: { host: '127.0.0.1', port },
      timings: testTimings,
      ...options,
    })

  it('makes the command, adds the bot to team and channel, and sees a command arrive', async () => {
    for (const list of [town.state.teams.get(town.team)!.members, town.state.channels.get(town.channel)!.members])
      list.delete(town.bot.id)
    const { findings, commandTokens, steps } = await setup()
    expect(wrong(findings)).toEqual([])
    expect(steps).toEqual([])
    const [command] = town.state.commands.values()
    expect(command).toMatchObject({
      trigger: 'enrol-check',
      url: `http://127.0.0.1:${port}/mattermost/command`,
      auto_complete: true,
    })
    expect(commandTokens).toEqual([command?.token])
    expect(town.state.channels.get(town.channel)?.members.has(town.bot.id)).toBe(true)
    expect(findings.at(-1)).toMatchObject({ ok: true, what: expect.stringContaining('answered') as string })
  })

  it('done again changes the address and keeps the token', async () => {
    const { commandTokens } = await setup()
    const moved = await freePort()
    const again = await setup({ callbackUrl: `http://127.0.0.1:${moved}`, listen: { host: '127.0.0.1', port: moved } })
    expect(again.commandTokens).toEqual(commandTokens)
    expect([...town.state.commands.values()].map(({ url }) => url)).toEqual([
      `http://127.0.0.1:${moved}/mattermost/command`,
    ])
  })

  it('says when the server lets no callback through', async () => {
    town.config.allowedUntrustedInternalConnections = ''
    const { findings, commandTokens } = await setup()
    expect(wrong(findings)).toEqual(['Mattermost cannot reach enrol-check'])
    expect(findings.at(-1)?.remedy).toContain('AllowedUntrustedInternalConnections')
    expect(findings.at(-1)?.remedy).toContain('127.0.0.1')
    expect(commandTokens).toHaveLength(1)
  })

  it('says when a channel does not exist, and does the rest', async () => {
    const { findings } = await setup({ channels: ['cemu/inscriptions', 'cemu/nulle-part'] })
    expect(wrong(findings)).toEqual(['There is no channel cemu/nulle-part'])
  })

  it.each([
    ['of somebody who administers nothing', () => ({ adminToken: town.addToken(town.people.marie) }), 'administrator'],
    ['that is wrong', () => ({ adminToken: 'x' }), 'token'],
    ['for a team that is not there', () => ({ channels: ['autre/canal'] }), 'team'],
  ])('with a token %s says so', async (_what, options, word) => {
    const { findings, commandTokens } = await setup(options())
    expect(commandTokens).toEqual([])
    expect(findings).toHaveLength(1)
    expect(findings[0]?.what).toContain(word)
  })

  it('by an administrator who is not in the team does all but the trial', async () => {
    town.state.teams.get(town.team)!.members.delete(town.people.admin)
    for (const channel of town.state.channels.values()) channel.members.delete(town.people.admin)
    const { findings, commandTokens } = await setup()
    expect(commandTokens).toHaveLength(1)
    expect(wrong(findings)).toEqual(['The command could not be tried'])
  })

  it('without an address for callbacks asks for it', async () => {
    expect(wrong((await setup({ callbackUrl: null })).findings)).toEqual(['MATTERMOST_CALLBACK_URL is not set'])
  })

  it('without an administrator changes nothing, and tells each step', async () => {
    const { findings, steps, commandTokens } = await setup({ adminToken: null })
    expect(town.state.commands.size).toBe(0)
    expect(commandTokens).toEqual([])
    expect(wrong(findings)).toEqual(['The team has no command /enrol-check'])
    expect(steps.join('\n')).toContain(`http://127.0.0.1:${port}/mattermost/command`)
    expect(steps.length).toBeLessThanOrEqual(10)
  })
})

describe('doctor', () => {
  let world: MattermostWorld

  beforeEach(async () => {
    world = await makeWorld()
  })
  afterEach(() => world.close())

  const doctor = (options: Partial<DoctorOptions> = {}) =>
    mattermostDoctor({
      url: world.server.url,
      token: world.town.bot.token,
      channels: ['cemu/inscriptions'],
      callbackUrl: world.callbackUrl,
      timings: testTimings,
      ...options,
    })

  it('finds all well, and changes nothing', async () => {
    await world.start()
    const before = world.town.state.posts.size
    const findings = await doctor()
    expect(wrong(findings)).toEqual([])
    expect(findings.length).toBeGreaterThanOrEqual(5)
    expect(world.town.state.posts.size).toBe(before)
    await eventually(() => expect(world.heard.commands).toMatchObject([{ text: 'help' }]))
  })

  it.each([
    ['a wrong token', () => ({ token: 'x' }), 'Mattermost refuses the token'],
    [
      'a server that is not there',
      () => ({ url: 'http://127.0.0.1:1' }),
      'http://127.0.0.1:1: Mattermost does not answer',
    ],
    ['no address for callbacks', () => ({ callbackUrl: null }), 'There are no buttons and no /enrol-check'],
    [
      'a channel that is not there',
      () => ({ channels: ['cemu/nulle-part'] }),
      'There is no channel cemu/nulle-part that the bot may see',
    ],
    ['the token of an administrator', () => ({ token: world.town.adminToken }), '@sysadmin is an administrator'],
    ['the token of a person', () => ({ token: world.town.addToken(world.town.people.marie) }), '@marie is not a bot'],
  ])('given %s finds it', async (_what, options, expected) => {
    await world.start()
    expect(wrong(await doctor(options()))).toEqual([expected])
  })

  it('finds that the bot is not in the channel', async () => {
    await world.start()
    world.town.removeFromChannel(world.town.people.admin, world.town.channel, world.town.bot.id)
    expect(wrong(await doctor())[0]).toBe('The bot is not in cemu/inscriptions')
  })

  it('finds that the bot has another token of the command than the server', async () => {
    world.restart({ commandTokens: ['old'] })
    await world.start()
    expect(wrong(await doctor())).toEqual(['/enrol-check reaches a program that refuses it'])
  })

  it('finds that the bot has a role that it needs not', async () => {
    await world.start()
    world.town.state.teams.get(world.town.team)!.members.set(world.town.bot.id, true)
    expect(wrong(await doctor())).toEqual(['The bot administers the team cemu'])
  })

  it('finds that callbacks are not let through', async () => {
    world.town.config.allowedUntrustedInternalConnections = ''
    expect(wrong(await doctor())).toEqual(['Mattermost cannot reach enrol-check'])
  })

  it('finds that the command was taken away', async () => {
    world.town.state.commands.clear()
    expect(wrong(await doctor())).toEqual(['The team has no command /enrol-check'])
  })
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
