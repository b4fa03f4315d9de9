// The addresses of the town: methods, bytes of files, and what answers a person.
import type { IncomingMessage } from 'node:http'
import { answerCall } from './call.ts'
import type { Inside } from './inside.ts'
import { readArguments, readUpload } from './request.ts'
import { respond } from './response.ts'
import { SlackError } from './slack-error.ts'
import type { Json } from './state.ts'

export type Reply = {
  readonly status: number
  readonly body: string | Uint8Array
  readonly headers: Readonly<Record<string, string>>
}

type Route = {
  /** What a fault of it is called. */
  readonly name: string
  read(request: IncomingMessage): Promise<unknown>
  act(request: IncomingMessage, read: unknown): Reply
}

/** What a request asks for; never throws a SlackError. */
export function routeOf(inside: Inside, { url = '/' }: IncomingMessage): Route {
  const [, kind = '', ...rest] = new URL(url, inside.state.url).pathname.split('/')
  if (kind === 'api') return apiRoute(inside, rest.join('/'))
  if (kind === 'upload') return uploadRoute(inside, rest[1] ?? '')
  if (kind === 'files-pri') return downloadRoute(inside, rest[0] ?? '')
  if (kind === 'response') return responseRoute(inside, rest[0] ?? '')
  return { name: kind, read: () => Promise.resolve(), act: () => text(404, 'no such page') }
}

function apiRoute(inside: Inside, name: string): Route {
  return {
    name,
    read: readArguments,
    act(request, read) {
      const { token: given, ...args } = read as Json
      const token = bearerOf(request) || (typeof given === 'string' ? given : '')
      const { body, headers } = answerCall(inside, name, token, args)
      return json(body.error === 'ratelimited' ? 429 : 200, body, headers)
    },
  }
}

function uploadRoute({ state }: Inside, id: string): Route {
  return {
    name: 'upload',
    read: readUpload,
    act(_, read) {
      const file = state.files.get(id)
      if (!file || file.complete) return text(404, 'no such upload')
      file.bytes = read as Uint8Array
      return text(200, `OK - ${file.bytes.length}`)
    },
  }
}

/** Without the bot's token or the right to read files, Slack shows its login page, with status 200. */
function downloadRoute({ state }: Inside, name: string): Route {
  return {
    name: 'download',
    read: () => Promise.resolve(),
    act(request) {
      const mayRead = bearerOf(request) === state.app.botToken && state.app.scopes.has('files:read')
      if (!mayRead) return loginPage
      const { bytes = null, type = '' } = state.files.get(name.slice(name.indexOf('-') + 1)) ?? {}
      return bytes ? { status: 200, body: bytes, headers: { 'content-type': type } } : text(404, 'no such file')
    },
  }
}

function responseRoute(inside: Inside, id: string): Route {
  return {
    name: 'response',
    read: readArguments,
    act(_, read) {
      try {
        respond(inside, id, read as Json)
        return text(200, 'ok')
      } catch (error) {
        if (!(error instanceof SlackError)) throw error
        return json(404, { ok: false, error: error.code })
      }
    },
  }
}

function bearerOf({ headers }: IncomingMessage): string {
  return /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? ''
}

export function json(status: number, body: Json, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } }
}

export const text = (status: number, body: string): Reply => ({
  status,
  body,
  headers: { 'content-type': 'text/plain' },
})

export const loginPage: Reply = {
  status: 200,
  body: '<!DOCTYPE html><html lang="en"><head><title>Sign in | Slack</title></head><body>Sign in</body></html>',
  headers: { 'content-type': 'text/html; charset=utf-8' },
}
