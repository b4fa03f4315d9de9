// A question of the doctor that failed. The remedies of the settings are for refusals: of what Slack was not asked,
// nothing is known.
import { bad, type Finding } from '../../ports/finding.ts'
import { failureOf } from './failure.ts'

/** What was found, with its remedy when Slack refused; else what to do about that. */
export function unanswered(what: string, error: unknown, remedy: string): Finding {
  const { code, message } = failureOf('', error)
  if (code === 'chat-unavailable') return bad(message, unreached)
  return bad(`${what}: ${message}`, code === 'rate-limited' ? 'Wait a minute, then ask again.' : remedy)
}

const unreached =
  'Does this machine reach https://slack.com (network, proxy, firewall)? Ask again then: this says nothing of the settings.'
