// What an administrator can still get wrong once the app is made, each with what to do; nothing is changed in Slack.
import { z } from 'zod'
import { failureOf } from './failure.ts'
import { appScope, botScopes } from './methods.ts'
import type { SlackOptions } from './options.ts'
import { pause } from './pause.ts'
import { anything } from './shapes.ts'
import { createWeb, type Web } from './web.ts'

export type Finding = {
  readonly ok: boolean
  readonly what: string
  /** Null when there is nothing to do. */
  readonly remedy: string | null
}

export type DoctorOptions = Pick<
  SlackOptions,
  'botToken' | 'appToken' | 'signingSecret' | 'channels' | 'staff' | 'staffGroup' | 'apiUrl' | 'log'
>

const authShape = z.object({
  user: z.string(),
  team: z.string(),
  response_metadata: z.object({ scopes: z.array(z.string()) }),
})
const channelShape = z.object({
  channel: z.object({ name: z.string(), is_member: z.boolean().nullish(), is_archived: z.boolean().nullish() }),
})
const channelsShape = z.object({ channels: z.array(z.object({ name: z.string() })) })
const groupShape = z.object({ users: z.array(z.string()) })

/** Looks at tokens, rights, the connection, channels and the support team. Never throws for what it finds. */
export async function examineSlack(options: DoctorOptions): Promise<readonly Finding[]> {
  const web = createWeb({ ...options, pause })
  const token = await examineToken(web)
  // Without a bot token that Slack takes, nothing else can be asked.
  if (!token[0]?.ok) return [...token, ...(await examineConnection(options))]
  const channels = options.channels.length === 0 ? [examineAll(web)] : options.channels.map((id) => examineOne(web, id))
  const staff = options.staff.map((id) => examinePerson(web, id))
  const group = options.staffGroup === null ? [] : [examineGroup(web, options.staffGroup)]
  return [...token, ...(await examineConnection(options)), ...(await Promise.all([...channels, ...staff, ...group]))]
}

async function examineToken(web: Web): Promise<readonly Finding[]> {
  try {
    const { user, team, response_metadata: known } = await web.call('auth.test', {}, authShape)
    const missing = botScopes.filter((scope) => !known.scopes.includes(scope))
    return [good(`The bot token is that of ${user} in the workspace ${team}`), rights(missing)]
  } catch (error) {
    const remedy = 'Set SLACK_BOT_TOKEN to the “Bot User OAuth Token” (xoxb-…) of the page “OAuth & Permissions”.'
    return [bad(`The bot token was not taken: ${reasonOf(error)}`, remedy)]
  }
}

function rights(missing: readonly string[]): Finding {
  if (missing.length === 0) return good(`The app has all ${botScopes.length} scopes that it needs`)
  const remedy = 'Add them under “OAuth & Permissions”, or paste app-manifest.yml again, then reinstall the app.'
  return bad(`Scopes are missing: ${missing.join(', ')}`, remedy)
}

async function examineConnection(options: DoctorOptions): Promise<readonly Finding[]> {
  const { appToken, signingSecret } = options
  if (appToken !== undefined) return [await examineSocket({ ...options, botToken: appToken })]
  if (signingSecret)
    return [good('HTTP mode: whether Slack reaches the bot is shown where the request URL is set, and only there')]
  const remedy = 'Set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP.'
  return [bad('There is no way to hear Slack', remedy)]
}

async function examineSocket(options: DoctorOptions): Promise<Finding> {
  try {
    await createWeb({ ...options, pause }).call('apps.connections.open', {}, anything)
    return good('The app token opens Socket Mode')
  } catch (error) {
    const remedy = `Turn “Socket Mode” on, and set SLACK_APP_TOKEN to an app-level token (xapp-…) with ${appScope}.`
    return bad(`Socket Mode does not open: ${reasonOf(error)}`, remedy)
  }
}

async function examineOne(web: Web, id: string): Promise<Finding> {
  try {
    const { channel } = await web.call('conversations.info', { channel: id }, channelShape)
    const remedy = `Type “/invite @enrol-check” in #${channel.name}.`
    if (channel.is_archived)
      return bad(`#${channel.name} is archived: nothing can be posted there`, 'Take it out of SLACK_CHANNELS.')
    return channel.is_member
      ? good(`The bot is in #${channel.name}`)
      : bad(`The bot is not in #${channel.name}`, remedy)
  } catch (error) {
    const remedy =
      'Check the id in SLACK_CHANNELS (it begins with C or G), and invite the bot if the channel is private.'
    return bad(`The channel ${id} cannot be seen: ${reasonOf(error)}`, remedy)
  }
}

async function examineAll(web: Web): Promise<Finding> {
  try {
    const given = { types: 'public_channel,private_channel', exclude_archived: true, limit: 200 }
    const { channels } = await web.call('users.conversations', given, channelsShape)
    if (channels.length > 0) return good(`The bot answers in ${channels.map(({ name }) => `#${name}`).join(', ')}`)
    return bad('The bot is in no channel', 'Type “/invite @enrol-check” in the support channel.')
  } catch (error) {
    return bad(`The bot’s channels cannot be listed: ${reasonOf(error)}`, 'See the scopes above.')
  }
}

async function examinePerson(web: Web, id: string): Promise<Finding> {
  try {
    await web.call('users.info', { user: id }, anything)
    return good(`${id} of SLACK_STAFF is known`)
  } catch (error) {
    const remedy = 'Take the member id from the profile (“Copy member ID”): it begins with U or W.'
    return bad(`${id} of SLACK_STAFF is not known: ${reasonOf(error)}`, remedy)
  }
}

async function examineGroup(web: Web, usergroup: string): Promise<Finding> {
  try {
    const { users } = await web.call('usergroups.users.list', { usergroup }, groupShape)
    if (users.length > 0) return good(`The support team has ${users.length} members in the group ${usergroup}`)
    return bad(`The group ${usergroup} is empty`, 'Add the support team to it, or name people in SLACK_STAFF.')
  } catch (error) {
    const remedy = 'Check SLACK_STAFF_GROUP: a user group’s id begins with S. Groups need a paid plan.'
    return bad(`The group ${usergroup} cannot be read: ${reasonOf(error)}`, remedy)
  }
}

const good = (what: string): Finding => ({ ok: true, what, remedy: null })
const bad = (what: string, remedy: string): Finding => ({ ok: false, what, remedy })
const reasonOf = (error: unknown): string => failureOf('', error).message
