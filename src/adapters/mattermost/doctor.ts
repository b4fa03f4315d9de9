// A look at everything the bot needs of the server, by the bot itself: nothing is changed, whatever is found.
import { z } from 'zod'
import { OutsideError } from '../../ports/outside-error.ts'
import { type Api, createApi, read } from './api.ts'
import { type Named, readMine } from './channels.ts'
import { bad, type Finding, good } from './findings.ts'
import type { MattermostOptions } from './options.ts'
import { isRefusal } from './refusal.ts'
import { roundTrip } from './round-trip.ts'
import { clientConfigSchema } from './shapes.ts'
import { standardTimings, type Timings } from './timings.ts'

export type DoctorOptions = Pick<MattermostOptions, 'url' | 'token' | 'channels' | 'callbackUrl'> & {
  readonly timings?: Partial<Timings>
}

/** What was found, in the order one would repair it; stops where nothing more can be looked at. */
export async function mattermostDoctor(options: DoctorOptions): Promise<readonly Finding[]> {
  const url = options.url.replace(/\/+$/, '')
  const timings = { ...standardTimings, ...options.timings }
  const api = createApi({ url, token: options.token, timings, limited: () => undefined })
  const findings: Finding[] = []
  try {
    findings.push(await account(api))
    findings.push(...(await server(api, url)))
    const mine = await readMine(api)
    findings.push(...(await roles(api, mine)))
    findings.push(...(await channels(api, mine, options.channels)))
    findings.push(await callbacks(api, mine, options))
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error
    findings.push(failure(error, url))
  }
  return findings
}

const meSchema = z.object({ username: z.string(), roles: z.string().catch(''), is_bot: z.boolean().catch(false) })

async function account(api: Api): Promise<Finding> {
  const { username, roles, is_bot } = read(meSchema, await api.client.getMe())
  if (roles.includes('system_admin'))
    return bad(
      `@${username} is an administrator`,
      'Take that role away: the bot needs none, and sees too much with it.',
    )
  if (!is_bot)
    return bad(
      `@${username} is not a bot`,
      'Give the token of a bot account: System Console › Integrations › Bot Accounts.',
    )
  return good(`The token is that of the bot @${username}`)
}

async function server(api: Api, url: string): Promise<readonly Finding[]> {
  const config = read(clientConfigSchema, await api.client.getClientConfig())
  const version = config.Version ?? '?'
  const major = Number.parseInt(version, 10)
  const megabytes = Math.floor(Number(config.MaxFileSize ?? 0) / 1024 ** 2)
  return [
    major >= 9 && major <= 11
      ? good(`Mattermost ${version} answers at ${url}`)
      : bad(`Mattermost ${version} answers at ${url}`, 'enrol-check was made for 9 to 11: try it with care.'),
    ...(config.SiteURL
      ? []
      : [bad('The server has no site URL', 'Set System Console › Environment › Web Server › Site URL.')]),
    config.EnableFileAttachments === 'false'
      ? bad('Nobody may post files', 'Allow it: System Console › Site Configuration › File Sharing and Downloads.')
      : good(`Files of up to ${megabytes} MB may be posted`),
    ...(['-1', undefined].includes(config.PostEditTimeLimit)
      ? []
      : [
          bad(
            'Posts may be edited for a while only',
            'Let the bot edit its answers: set the limit to none in the permissions.',
          ),
        ]),
    ...(config.EnableCommands === 'false'
      ? [bad('Slash commands are off', 'Turn them on: System Console › Integrations › Integration Management.')]
      : []),
  ]
}

const memberSchema = z.object({ scheme_admin: z.boolean().catch(false), roles: z.string().catch('') })

/** Whoever administers a team reads the tokens of all its commands. */
async function roles(api: Api, mine: readonly Named[]): Promise<readonly Finding[]> {
  const teams = new Map(mine.filter(({ channel }) => channel.team_id !== '').map((one) => [one.channel.team_id, one]))
  const findings: Finding[] = []
  for (const [id, { name }] of teams) {
    const member = read(memberSchema, await api.client.getTeamMember(id, 'me'))
    if (member.scheme_admin || member.roles.includes('team_admin'))
      findings.push(
        bad(`The bot administers the team ${name.split('/')[0] ?? ''}`, 'Make it a member: it needs no more.'),
      )
  }
  return findings
}

async function channels(api: Api, mine: readonly Named[], wanted: readonly string[]): Promise<readonly Finding[]> {
  if (wanted.length === 0) {
    const count = mine.filter(({ channel }) => channel.type !== 'D').length
    if (count > 0) return [good(`The bot listens in the ${count} channels that it is in`)]
    return [bad('The bot is in no channel', 'Invite it to the team, then to the channel.')]
  }
  const findings: Finding[] = []
  for (const name of wanted)
    findings.push(mine.some((one) => one.name === name) ? good(`The bot is in ${name}`) : await why(api, name))
  return findings
}

/** The server tells a bot that may not see something no more than that. */
async function why(api: Api, name: string): Promise<Finding> {
  const [team = '', channel = ''] = name.split('/')
  try {
    await api.client.getChannelByNameAndTeamName(team, channel)
    return bad(`The bot is not in ${name}`, 'Invite it; if the channel is public it joins when it starts.')
  } catch (error) {
    if (isRefusal(error, [404])) return bad(`There is no channel ${name} that the bot may see`, spelling)
    if (isRefusal(error, [403]))
      return bad(`The bot may not see ${name}`, 'Invite it to the team, then to the channel.')
    throw error
  }
}

const spelling =
  'Check MATTERMOST_CHANNELS: team/channel, as in the address of the channel. A private one needs an invitation.'

async function callbacks(
  api: Api,
  mine: readonly Named[],
  { channels: wanted, callbackUrl }: DoctorOptions,
): Promise<Finding> {
  if (callbackUrl === null)
    return bad(
      'There are no buttons and no /enrol-check',
      'Set MATTERMOST_CALLBACK_URL to where the server reaches enrol-check.',
    )
  const open = mine.filter(({ channel }) => channel.team_id !== '')
  const place = open.find(({ name }) => wanted.includes(name)) ?? open[0]
  if (!place) return bad('/enrol-check could not be tried', 'Invite the bot to a channel first.')
  const { team_id: team, id: channel } = place.channel
  return await roundTrip(api, { team, channel }, callbackUrl.replace(/\/+$/, ''))
}

function failure(error: OutsideError, url: string): Finding {
  if (error.code === 'auth-failed')
    return bad(
      'Mattermost refuses the token',
      'Was it revoked, or the bot disabled? Make a new one for the bot account and set MATTERMOST_TOKEN.',
    )
  if (error.code === 'rate-limited') return bad('Mattermost asks for patience', 'Try again in a minute.')
  return bad(
    `${url}: ${error.message}`,
    'Check MATTERMOST_URL, with https:// and without a path of the API; is the server up?',
  )
}
