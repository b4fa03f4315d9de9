// Slack's many error codes, as the few things that the application can do something about.
import { webApi } from '@slack/bolt'
import { OutsideError } from '../../ports/outside-error.ts'

/** Our code → Slack's (docs.slack.dev, "Errors" of each method). */
const codes: Readonly<Record<string, readonly string[]>> = {
  'auth-failed': [
    'account_inactive',
    'ekm_access_denied',
    'invalid_auth',
    'not_authed',
    'org_login_required',
    'team_disabled',
    'token_expired',
    'token_revoked',
    'user_removed_from_team',
  ],
  'scope-missing': ['missing_scope', 'no_permission', 'not_allowed_token_type'],
  'channel-unknown': ['channel_not_found', 'is_archived', 'not_in_channel', 'restricted_action'],
  'post-gone': [
    'cant_delete_message',
    'cant_update_message',
    'edit_window_closed',
    'message_not_found',
    'thread_not_found',
  ],
  'direct-refused': ['cannot_dm_bot', 'messages_tab_disabled', 'user_disabled', 'user_not_in_channel'],
  'person-unknown': ['user_not_found', 'user_not_visible', 'users_not_found'],
  'file-gone': ['file_deleted', 'file_not_found'],
  'already-so': ['already_reacted', 'no_reaction'],
  'chat-unavailable': ['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable'],
}

const ours = new Map(Object.entries(codes).flatMap(([code, theirs]) => theirs.map((their) => [their, code] as const)))

/** What a call that failed means; its message names the method and Slack's code, never what was sent. */
export function failureOf(method: string, error: unknown): OutsideError {
  if (error instanceof OutsideError) return error
  if (error instanceof webApi.WebAPIRateLimitedError) return limited(method, error.retryAfter)
  if (error instanceof webApi.WebAPIPlatformError) return refused(method, error.data)
  if (error instanceof webApi.WebAPIHTTPError)
    return new OutsideError('chat-unavailable', `Slack answered ${method} with status ${error.statusCode}`)
  const cause = error instanceof webApi.WebAPIRequestError ? error.original : error
  return new OutsideError('chat-unavailable', `Slack could not be reached for ${method}`, { cause })
}

type Refusal = webApi.WebAPIPlatformError['data'] & { readonly needed?: string }

function refused(method: string, { error, response_metadata, needed: scope }: Refusal): OutsideError {
  if (error === 'ratelimited' || error === 'rate_limited') return limited(method, response_metadata?.retryAfter ?? 5)
  const needed = scope === undefined ? '' : ` (${scope})`
  return new OutsideError(ours.get(error) ?? 'chat-refused', `Slack refused ${method}: ${error}${needed}`)
}

function limited(method: string, seconds: number): OutsideError {
  return new OutsideError('rate-limited', `Slack wants fewer calls of ${method}`, { retryAfter: seconds * 1000 })
}

/** Whether an error is an OutsideError with one of these codes. */
export function isFailure(error: unknown, ...known: readonly string[]): error is OutsideError {
  return error instanceof OutsideError && known.includes(error.code)
}
