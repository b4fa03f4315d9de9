// What the server and those who hang routes on it agree about; adapters for chats know no more of HTTP than this.
import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'

export type HttpRequest = {
  readonly method: string
  /** The variable parts of the route's path, decoded. */
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  /** The body as it arrives; read it through `readBody`, `readJson` or `readMultipart`. */
  readonly body: Readable
}

export type Answer = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** Takes the response over and keeps it open; the server ends it when it closes. */
  readonly stream?: (response: ServerResponse) => void
}

export type Route = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** `/api/posts/:post`: a part that begins with a colon matches anything but a slash. */
  readonly path: string
  readonly answer: (request: HttpRequest) => Answer | Promise<Answer>
}

/** An answer in JSON. */
export function json(value: unknown, status = 200): Answer {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(value) }
}
