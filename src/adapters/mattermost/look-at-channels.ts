// Where the bot is, where it should be, and with which rights.
import { z } from 'zod'
import { bad, type Finding, good } from '../../ports/finding.ts'
import { type Api, read } from './api.ts'
import type { Named } from './channels.ts'
import { isRefusal } from './refusal.ts'

/** A finding for each wanted channel, or one for all it is in. */
export async function channels(
  api: Api,
  mine: readonly Named[],
  wanted: readonly string[],
): Promise<readonly Finding[]> {
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

const memberSchema = z.object({ scheme_admin: z.boolean().catch(false), roles: z.string().catch('') })

/** Findings only where there is too much: whoever administers a team reads the tokens of all its commands. */
export async function roles(api: Api, mine: readonly Named[]): Promise<readonly Finding[]> {
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
