// Whether a command gets from Mattermost to us and back, by giving one: nothing else tells that callbacks are let through.
import { z } from 'zod'
import { bad, type Finding, good } from '../../ports/finding.ts'
import { type Api, read } from './api.ts'
import { trigger } from './command-definition.ts'
import { isRefusal } from './refusal.ts'

/** Gives the command `help` in a channel; what it showed, and what to do when it failed. */
export async function roundTrip(
  api: Api,
  where: { readonly team: string; readonly channel: string },
  callbackUrl: string,
): Promise<Finding> {
  const body = { command: `/${trigger} help`, team_id: where.team, channel_id: where.channel }
  try {
    const { text = '' } = read(
      z.object({ text: z.string().optional() }),
      await api.post('/commands/execute', body, once),
    )
    if (text !== '') return good('/enrol-check is answered')
    return bad('/enrol-check is answered with nothing', `Something else listens at ${callbackUrl}: check the address.`)
  } catch (error) {
    const found = explanations.find(({ status, id }) => isRefusal(error, [status]) && error.id.endsWith(id))
    if (!found) throw error
    return bad(found.what, found.remedy(callbackUrl))
  }
}

const once = { once: true } as const

type Explanation = {
  readonly status: number
  readonly id: string
  readonly what: string
  readonly remedy: (callbackUrl: string) => string
}

const explanations: readonly Explanation[] = [
  {
    status: 500,
    id: 'failed_resp.app_error',
    what: '/enrol-check reaches a program that refuses it',
    remedy: () =>
      'Give the bot the token of the command (MATTERMOST_COMMAND_TOKEN, or run setup again) and restart it.',
  },
  {
    status: 500,
    id: 'failed.app_error',
    what: 'Mattermost cannot reach enrol-check',
    remedy: (callbackUrl) =>
      `Is enrol-check running, and is ${callbackUrl} its address as the Mattermost server sees it? If that is a private address, add ${hostOf(callbackUrl)} to System Console › Environment › Developer › Allow untrusted internal connections (ServiceSettings.AllowedUntrustedInternalConnections).`,
  },
  {
    status: 404,
    id: 'not_found.app_error',
    what: 'The team has no command /enrol-check',
    remedy: () => 'Run enrol-check setup mattermost with the token of an administrator.',
  },
  {
    status: 403,
    id: '',
    what: '/enrol-check could not be tried',
    remedy: () => 'Type /enrol-check help in the channel: an answer must appear.',
  },
]

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : url)
