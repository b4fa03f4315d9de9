// What an administrator can still get wrong once the app is made, each with what to do; nothing is changed in Slack.
import { z } from 'zod'
import { bad, type Finding, good } from '../../ports/finding.ts'
import { examineWorkspace } from './doctor-workspace.ts'
import { appScope, botScopes } from './methods.ts'
import type { SlackOptions } from './options.ts'
import { pause } from './pause.ts'
import { anything } from './shapes.ts'
import { unanswered } from './unanswered.ts'
import { createWeb, type Web } from './web.ts'

export type DoctorOptions = Pick<
  SlackOptions,
  'botToken' | 'appToken' | 'signingSecret' | 'channels' | 'staff' | 'staffGroup' | 'apiUrl' | 'log' | 'pause'
>

const authShape = z.object({
  user: z.string(),
  team: z.string(),
  response_metadata: z.object({ scopes: z.array(z.string()) }),
})
/** Looks at tokens, rights, the connection, channels and the support team. Never throws for what it finds. */
export async function examineSlack(options: DoctorOptions): Promise<readonly Finding[]> {
  const web = createWeb({ ...options, pause: options.pause ?? pause })
  const token = await examineToken(web)
  // Without a bot token that Slack takes, nothing else can be asked.
  if (!token[0]?.ok) return [...token, ...(await examineConnection(options))]
  return [...token, ...(await examineConnection(options)), ...(await examineWorkspace(web, options))]
}

async function examineToken(web: Web): Promise<readonly Finding[]> {
  try {
    const { user, team, response_metadata: known } = await web.call('auth.test', {}, authShape)
    const missing = botScopes.filter((scope) => !known.scopes.includes(scope))
    return [good(`The bot token is that of ${user} in the workspace ${team}`), rights(missing)]
  } catch (error) {
    const remedy = 'Set SLACK_BOT_TOKEN to the “Bot User OAuth Token” (xoxb-…) of the page “OAuth & Permissions”.'
    return [unanswered('The bot token was not taken', error, remedy)]
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
    await createWeb({ ...options, pause: options.pause ?? pause }).call('apps.connections.open', {}, anything)
    return good('The app token opens Socket Mode')
  } catch (error) {
    const remedy = `Turn “Socket Mode” on, and set SLACK_APP_TOKEN to an app-level token (xapp-…) with ${appScope}.`
    return unanswered('Socket Mode does not open', error, remedy)
  }
}
