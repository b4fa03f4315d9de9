// Done once, by an administrator of the server: their token is used here and kept nowhere.

import { bad, type Finding, good } from '../../ports/finding.ts'
import { OutsideError } from '../../ports/outside-error.ts'
import { json } from '../http/route.ts'
import { startServer } from '../http/server.ts'
import { type Api, createApi, read } from './api.ts'
import { paths } from './callback-options.ts'
import { putCommand, trigger } from './command-definition.ts'
import { type DoctorOptions, mattermostDoctor } from './doctor.ts'
import { isRefusal } from './refusal.ts'
import { roundTrip } from './round-trip.ts'
import { stepsFor } from './setup-steps.ts'
import { idSchema } from './shapes.ts'
import { standardTimings } from './timings.ts'

export type SetupOptions = DoctorOptions & {
  /** Of an administrator of the server or of each team; null: nothing is changed, and what to do is told. */
  readonly adminToken: string | null
  /** Where enrol-check will listen: setup listens there for the time of a trial, unless the bot already does. */
  readonly listen: { readonly host: string; readonly port: number }
}

export type SetupResult = {
  readonly findings: readonly Finding[]
  /** To be kept for the bot: MATTERMOST_COMMAND_TOKEN. */
  readonly commandTokens: readonly string[]
  /** What is left for people to do, in their order. */
  readonly steps: readonly string[]
}

/** Makes the command, adds the bot where it belongs, and tries it; without an administrator's token, says how. */
export async function setupMattermost(options: SetupOptions): Promise<SetupResult> {
  const { adminToken, callbackUrl } = options
  if (adminToken === null) {
    return { findings: await mattermostDoctor(options), commandTokens: [], steps: stepsFor(options) }
  }
  if (callbackUrl === null) {
    const finding = bad(
      'MATTERMOST_CALLBACK_URL is not set',
      'Set it to the address at which the server reaches enrol-check.',
    )
    return { findings: [finding], commandTokens: [], steps: [] }
  }
  const findings: Finding[] = []
  const commandTokens: string[] = []
  try {
    await act({ ...options, adminToken, callbackUrl: callbackUrl.replace(/\/+$/, '') }, findings, commandTokens)
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error
    findings.push(explain(error))
  }
  return { findings, commandTokens, steps: [] }
}

type Acting = SetupOptions & { readonly adminToken: string; readonly callbackUrl: string }

async function act(options: Acting, findings: Finding[], commandTokens: string[]): Promise<void> {
  const timings = { ...standardTimings, ...options.timings }
  const apiOf = (token: string) =>
    createApi({ url: options.url.replace(/\/+$/, ''), token, timings, limited: () => undefined })
  const admin = apiOf(options.adminToken)
  const bot = read(idSchema, await apiOf(options.token).client.getMe()).id
  await admin.client.getMe()
  const teams = await teamsOf(admin, options.channels)
  for (const [name, team] of teams) {
    await admin.client.addToTeam(team, bot)
    commandTokens.push(await putCommand(admin, team, options.callbackUrl))
    findings.push(good(`The team ${name} has the command /${trigger}`))
  }
  for (const name of options.channels) findings.push(await addToChannel(admin, bot, name))
  const [first] = teams.values()
  if (first !== undefined) findings.push(await tryIt(admin, first, options))
}

/** Teams of the configured channels, or all of the administrator's. */
async function teamsOf(admin: Api, channels: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const teams = new Map<string, string>()
  if (channels.length === 0) for (const { name, id } of await admin.client.getMyTeams()) teams.set(name, id)
  for (const name of new Set(channels.map((channel) => channel.split('/')[0] ?? '')))
    teams.set(name, read(idSchema, await admin.client.getTeamByName(name)).id)
  return teams
}

async function addToChannel(admin: Api, bot: string, name: string): Promise<Finding> {
  const [team = '', channel = ''] = name.split('/')
  try {
    const { id } = read(idSchema, await admin.client.getChannelByNameAndTeamName(team, channel))
    await admin.client.addToChannel(bot, id)
    return good(`The bot is in ${name}`)
  } catch (error) {
    if (isRefusal(error, [404]))
      return bad(`There is no channel ${name}`, 'Check MATTERMOST_CHANNELS: team/channel, as in its address.')
    if (isRefusal(error, [403]))
      return bad(`The bot could not be added to ${name}`, 'Let somebody of that channel invite it.')
    throw error
  }
}

/** Listens itself while the bot does not, so that the way of the command is tried before anything else runs. */
async function tryIt(admin: Api, team: string, options: Acting): Promise<Finding> {
  const channel = await channelOf(admin, team)
  if (!channel)
    return bad('The command could not be tried', 'Type /enrol-check help in the channel: an answer must appear.')
  const answer = () => json({ response_type: 'ephemeral', text: 'enrol-check' })
  const probes = { health: () => ({ ready: false }), metrics: () => '' }
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const routes = [{ method: 'POST' as const, path: paths.command, answer }]
  const server = await startServer({ ...options.listen, ...probes, routes, log }).catch(inUse)
  try {
    return await roundTrip(admin, { team, channel: channel.id }, options.callbackUrl)
  } finally {
    await server?.close()
  }
}

/** Any in which the administrator may give a command; they need not be in the team at all. */
async function channelOf(admin: Api, team: string) {
  try {
    return (await admin.client.getMyChannels(team)).find(({ team_id }) => team_id === team)
  } catch (error) {
    if (isRefusal(error, [403, 404])) return undefined
    throw error
  }
}

/** The bot runs already, and answers itself. */
function inUse(error: unknown): null {
  if (error instanceof OutsideError && error.code === 'port-in-use') return null
  throw error
}

function explain(error: OutsideError): Finding {
  if (isRefusal(error, [401]))
    return bad('Mattermost refuses a token', 'Check MATTERMOST_TOKEN, and the token of the administrator.')
  if (isRefusal(error, [403]))
    return bad(
      'The token given is not that of an administrator',
      'Use one of an administrator of the server, or of the team.',
    )
  if (isRefusal(error, [404]))
    return bad('A team of MATTERMOST_CHANNELS does not exist', 'Write team/channel, as in the address of the channel.')
  return bad(error.message, 'Check MATTERMOST_URL; is the server up?')
}
