// A call of the Web API, as Slack sees to it: whose token, which rights, then the method itself.
import type { Inside, Method } from './inside.ts'
import { methods } from './methods/index.ts'
import { SlackError } from './slack-error.ts'
import type { Json, State } from './state.ts'

export type Answer = { readonly body: Json; readonly headers: Readonly<Record<string, string>> }

/** Never throws a SlackError: that is an answer. */
export function answerCall(inside: Inside, name: string, token: string, args: Json): Answer {
  const { state } = inside
  state.calls.push({ method: name, args })
  const scopes = [...scopesHeld(state, token)].join(',')
  const method = methods[name]
  const needed = method ? scopesOf(method, inside, args) : []
  const headers = { 'x-oauth-scopes': scopes, 'x-accepted-oauth-scopes': needed.join(',') }
  try {
    return { body: { ok: true, ...runChecked(inside, method, token, needed, args) }, headers }
  } catch (error) {
    if (!(error instanceof SlackError)) throw error
    return { body: { ok: false, error: error.code, ...error.more }, headers: { ...headers, ...retryHeader(error) } }
  }
}

function runChecked(
  inside: Inside,
  method: Method | undefined,
  token: string,
  needed: readonly string[],
  args: Json,
): Json {
  if (!method) throw new SlackError('unknown_method')
  checkToken(inside.state, method, token)
  const scopes = scopesHeld(inside.state, token)
  if (needed.length > 0 && !needed.some((scope) => scopes.has(scope)))
    throw new SlackError('missing_scope', { needed: needed[0], provided: [...scopes].join(',') })
  return method.run(inside, args)
}

const scopesHeld = ({ app }: State, token: string) => (token === app.appToken ? app.appScopes : app.scopes)

function checkToken({ app }: State, { token: kind }: Method, token: string): void {
  if (token === '') throw new SlackError('not_authed')
  if (token !== app.botToken && token !== app.appToken) throw new SlackError('invalid_auth')
  if ((token === app.appToken) !== (kind === 'app')) throw new SlackError('not_allowed_token_type')
}

/** A method that hangs on an unknown channel asks for nothing: the method itself refuses then. */
function scopesOf({ scopes }: Method, inside: Inside, args: Json): readonly string[] {
  if (typeof scopes !== 'function') return scopes
  try {
    return scopes(inside, args)
  } catch (error) {
    if (error instanceof SlackError) return []
    throw error
  }
}

function retryHeader({ code }: SlackError): Readonly<Record<string, string>> {
  return code === 'ratelimited' ? { 'retry-after': '1' } : {}
}
