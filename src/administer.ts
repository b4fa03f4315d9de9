// `enrol-check doctor` and `enrol-check setup mattermost`: what an administrator runs once, or when something is amiss.
// Apart from the rest of the command line, as it reads the settings of the bot and talks to its chats.

import { readConfiguration } from './adapters/configuration/configuration.ts'
import { pinoLog } from './adapters/log/pino.ts'
import { mattermostDoctor } from './adapters/mattermost/doctor.ts'
import { keepCommandTokens } from './adapters/mattermost/kept-tokens.ts'
import { setupMattermost } from './adapters/mattermost/setup.ts'
import { examineSlack } from './adapters/slack/doctor.ts'
import { colours } from './adapters/terminal/colours.ts'
import { tellFindings } from './adapters/terminal/findings.ts'
import { WrongCall } from './adapters/terminal/wrong-call.ts'
import type { Finding } from './ports/finding.ts'
import { environment, readSettings, type Settings, SettingsError } from './settings.ts'

/** Looks at the chats that are set, or at one of them, and changes nothing; 0 when all is well, else 1. */
export async function runDoctor(words: readonly string[]): Promise<number> {
  const settings = settingsNow()
  const wanted = chatNamed(words, ['slack', 'mattermost'])
  const { slack, mattermost } = settings.chats
  if (slack === null && mattermost === null) return tell([noChat])
  const findings = [
    ...(slack && wanted !== 'mattermost' ? await slackFindings(settings) : []),
    ...(mattermost && wanted !== 'slack' ? await mattermostDoctor(mattermost) : []),
  ]
  if (findings.length === 0) throw new WrongCall(`The settings name no ${wanted ?? 'chat'}: see docs/operating.md.`)
  return tell(findings)
}

/** Makes what the bot needs in Mattermost, with the token of an administrator for this one run. */
export async function runSetup(words: readonly string[]): Promise<number> {
  if (chatNamed(words, ['mattermost']) === null) throw new WrongCall('Which chat? The only one is: setup mattermost')
  const settings = settingsNow()
  const { mattermost } = settings.chats
  if (mattermost === null) throw new WrongCall('Set MATTERMOST_URL and MATTERMOST_TOKEN first: see docs/mattermost.md.')
  const listen = { host: settings.host, port: settings.port }
  const { adminToken } = settings
  const { findings, commandTokens, steps } = await setupMattermost({ ...mattermost, adminToken, listen })
  const code = tell(findings)
  if (commandTokens.length > 0) {
    const file = await keepCommandTokens(settings.dataDir, commandTokens)
    process.stdout.write(`The token of the command is kept in ${file}, which only its owner may read.\n`)
  }
  for (const [index, step] of steps.entries()) process.stdout.write(`${index + 1}. ${step}\n`)
  return code
}

const noChat: Finding = {
  ok: false,
  what: 'No chat is set, so the bot serves its own page only',
  remedy: 'Set the tokens of Slack or Mattermost: docs/slack.md, docs/mattermost.md.',
}

async function slackFindings(settings: Settings): Promise<readonly Finding[]> {
  const { staff } = await readConfiguration(settings.config, settings)
  const slack = settings.chats.slack!
  const team = { staff: slack.staff ?? staff.slack.people, staffGroup: slack.staffGroup ?? staff.slack.group }
  return await examineSlack({ ...slack, ...team, log: pinoLog({ level: 'silent', readable: false }) })
}

function tell(findings: readonly Finding[]): number {
  process.stdout.write(tellFindings(findings, colours(process.stdout)))
  return findings.every(({ ok }) => ok) ? 0 : 1
}

function chatNamed<Name extends string>([word, ...others]: readonly string[], names: readonly Name[]): Name | null {
  const name = names.find((known) => known === word) ?? null
  if (others.length > 0 || (word !== undefined && name === null))
    throw new WrongCall(`Here one word may follow: ${names.join(' or ')}.`)
  return name
}

function settingsNow(): Settings {
  try {
    return readSettings(environment())
  } catch (error) {
    throw error instanceof SettingsError ? new WrongCall(error.message) : error
  }
}
