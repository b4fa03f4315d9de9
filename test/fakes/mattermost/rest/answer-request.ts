// One request from its arrival to its answer: limit, fault, token, route.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { ApiError, sessionExpired } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import type { PersonRecord } from '../records.ts'
import { personOf } from '../rules/sessions.ts'
import type { World } from '../world.ts'
import type { Reply } from './call.ts'
import { type Fault, type Faults, waitOut } from './faults.ts'
import type { Verdict } from './rate-limit.ts'
import { readJson } from './read-body.ts'
import { findRoute } from './router.ts'

export type Serving = { readonly world: World; readonly faults: Faults; readonly limit: () => Verdict }

export async function answerRequest(
  serving: Serving,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { world, faults, limit } = serving
  const { pathname } = addressOf(request)
  const verdict = limit()
  for (const [name, value] of Object.entries(verdict.headers)) response.setHeader(name, value)
  response.setHeader('x-content-type-options', 'nosniff')
  if (!verdict.allowed) {
    sendText(response, 429, 'limit exceeded\n')
    return
  }
  const fault = faults.take(request.method!, pathname)
  await waitOut(world.clock, fault, 'before')
  if (spoil(response, fault, 'before')) return
  const reply = await work(world, request, fault)
  await waitOut(world.clock, fault, 'after')
  if (!spoil(response, fault, 'after')) send(response, reply)
}

/** Whether the trouble took the place of the answer. */
function spoil(response: ServerResponse, fault: Fault | null, when: Fault['when']): boolean {
  if (fault === null || (fault.when ?? 'before') !== when) return false
  const { trouble } = fault
  if (trouble === 'cut') response.destroy()
  else if ('refuse' in trouble)
    sendText(response, trouble.refuse, '<html><body><h1>Out of order</h1></body></html>', 'text/html')
  else if ('limit' in trouble) {
    response.setHeader('retry-after', String(trouble.limit))
    sendText(response, 429, 'limit exceeded\n')
  } else return false
  return true
}

async function work(world: World, request: IncomingMessage, fault: Fault | null): Promise<Reply> {
  try {
    return await route(world, request, fault)
  } catch (error) {
    if (error instanceof ApiError) return refusal(world, error)
    throw error
  }
}

async function route(world: World, request: IncomingMessage, fault: Fault | null): Promise<Reply> {
  const { pathname, searchParams } = addressOf(request)
  const found = findRoute(request.method!, pathname)
  if (!found) return nowhere(pathname)
  const person = personOf(world, request.headers.authorization)
  if (!person && !found.route.open) throw sessionExpired()
  return found.route.answer({
    world,
    person: person ?? nobody,
    params: found.params,
    query: searchParams,
    request,
    body: (schema, name) => readJson(request, schema, name),
    pause: () => waitOut(world.clock, fault, 'during'),
  })
}

/** Stands for whoever calls an address that asks for no token. */
const nobody: PersonRecord = {
  id: '',
  create_at: 0,
  update_at: 0,
  delete_at: 0,
  username: '',
  email: '',
  first_name: '',
  last_name: '',
  locale: 'en',
  timezone: { automaticTimezone: '', manualTimezone: '', useAutomaticTimezone: 'true' },
  roles: '',
  bot: null,
}

function refusal(world: World, { status, id, message }: ApiError): Reply {
  return { status, body: { id, message, detailed_error: '', request_id: world.newId(), status_code: status } }
}

function nowhere(path: string): Reply {
  const detail = `There doesn't appear to be an api call for the url='${path}'.  Typo? are you missing a team_id or user_id as part of the url?`
  const body: JsonObject = {
    id: 'api.context.404.app_error',
    message: 'Sorry, we could not find the page.',
    detailed_error: detail,
    status_code: 404,
  }
  return { status: 404, body }
}

function send(response: ServerResponse, { status = 200, body, headers = {} }: Reply): void {
  const bytes = body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body))
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.length, ...headers })
  response.end(bytes)
}

function sendText(response: ServerResponse, status: number, text: string, type = 'text/plain; charset=utf-8'): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) })
  response.end(text)
}

const addressOf = ({ url }: IncomingMessage): URL => new URL(url!, 'http://127.0.0.1')
