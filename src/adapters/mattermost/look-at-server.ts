// What the server says of itself and of the bot's account, to the bot.
import { z } from 'zod'
import { bad, type Finding, good } from '../../ports/finding.ts'
import { type Api, read } from './api.ts'
import { clientConfigSchema } from './shapes.ts'

const meSchema = z.object({ username: z.string(), roles: z.string().catch(''), is_bot: z.boolean().catch(false) })

/** Whose token it is. */
export async function account(api: Api): Promise<Finding> {
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

/** Its version, and settings that get in the way. */
export async function server(api: Api, url: string): Promise<readonly Finding[]> {
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
