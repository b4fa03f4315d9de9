// What setup would have done, for people to do by hand.
import { paths } from './callback-options.ts'
import { trigger } from './command-definition.ts'
import type { DoctorOptions } from './doctor.ts'

/** One line each, in their order. */
export function stepsFor({
  callbackUrl,
  channels,
}: Pick<DoctorOptions, 'callbackUrl' | 'channels'>): readonly string[] {
  const address = `${(callbackUrl ?? 'https://address-of-enrol-check').replace(/\/+$/, '')}${paths.command}`
  const where = channels.length > 0 ? channels.join(', ') : 'each channel in which it is to answer'
  return [
    'System Console › Integrations › Bot Accounts: allow bot accounts.',
    'Integrations › Bot Accounts › Add Bot Account: name it enrol-check, leave its role at Member, keep its token as MATTERMOST_TOKEN.',
    `Invite the bot to the team, then to ${where}.`,
    `Integrations › Slash Commands › Add: trigger ${trigger}, method POST, URL ${address}, autocomplete on; keep its token as MATTERMOST_COMMAND_TOKEN.`,
    'If that address is a private one: System Console › Environment › Developer › Allow untrusted internal connections, add its host.',
    'Start enrol-check, then run: enrol-check doctor',
  ]
}
