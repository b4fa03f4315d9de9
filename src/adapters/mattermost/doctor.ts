// A look at everything the bot needs of the server, by the bot itself: nothing is changed, whatever is found.

import { bad, type Finding } from '../../ports/finding.ts'
import { OutsideError } from '../../ports/outside-error.ts'
import { type Api, createApi } from './api.ts'
import { type Named, readMine } from './channels.ts'
import { channels, roles } from './look-at-channels.ts'
import { account, server } from './look-at-server.ts'
import type { MattermostOptions } from './options.ts'
import { roundTrip } from './round-trip.ts'
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
