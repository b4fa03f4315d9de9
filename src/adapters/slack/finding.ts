// One thing that the doctor looked at.
import { failureOf } from './failure.ts'

export type Finding = {
  readonly ok: boolean
  readonly what: string
  /** Null when there is nothing to do. */
  readonly remedy: string | null
}

export const good = (what: string): Finding => ({ ok: true, what, remedy: null })
export const bad = (what: string, remedy: string): Finding => ({ ok: false, what, remedy })

/** A call that failed. The remedy is for a refusal: of what Slack was not asked, nothing is known. */
export function failed(what: string, error: unknown, remedy: string): Finding {
  const { code, message } = failureOf('', error)
  if (code === 'chat-unavailable') return bad(message, unreached)
  return bad(`${what}: ${message}`, code === 'rate-limited' ? 'Wait a minute, then ask again.' : remedy)
}

const unreached =
  'Does this machine reach https://slack.com (network, proxy, firewall)? Ask again then: this says nothing of the settings.'
