// The only listener of the process: probes, the local channel, later the callbacks of Mattermost.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Log } from '../../ports/log.ts'
import { OutsideError } from '../../ports/outside-error.ts'
import { drain } from './body.ts'
import { errorAnswer } from './errors.ts'
import { securityHeaders } from './headers.ts'
import { type Probes, probeRoutes } from './probes.ts'
import type { Answer, Route } from './route.ts'
import { findRoute } from './router.ts'

export type ServerOptions = Probes & {
  readonly host: string
  /** 0 for any free one. */
  readonly port: number
  readonly routes: readonly Route[]
  readonly log: Log
}

export type RunningServer = { readonly url: string; close(): Promise<void> }

/** Bytes of a refused body that are still read, so that the client gets to see why. */
const drainLimit = 1024 ** 3

/** Milliseconds that requests under way get when the server closes. */
const patience = 5_000

/** Listens; `close` lets requests under way finish. Throws OutsideError `port-in-use`, `cannot-listen`. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const routes = [...probeRoutes(options), ...options.routes]
  const streams = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    void respond(request, response)
  })

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    request.on('error', () => undefined)
    response.on('error', () => undefined)
    const answer = await findAnswer(routes, request).catch((error: unknown) => errorAnswer(error, options.log))
    if (!request.complete) await drain(request, drainLimit)
    if (answer.stream && request.method !== 'HEAD') {
      streams.add(response)
      response.once('close', () => streams.delete(response))
    }
    send(request, response, answer, request.complete && server.listening)
  }

  await listen(server, options)
  return {
    url: urlOf(server, options.host),
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const stream of streams) stream.end()
      server.closeIdleConnections()
      const timer = setTimeout(() => server.closeAllConnections(), patience)
      await closed
      clearTimeout(timer)
    },
  }
}

async function findAnswer(routes: readonly Route[], request: IncomingMessage): Promise<Answer> {
  const url = new URL(`http://server${request.url?.startsWith('/') ? request.url : '/'}`)
  const { route, params } = findRoute(routes, request.method ?? 'GET', url.pathname)
  return await route.answer({
    method: route.method,
    params,
    query: url.searchParams,
    headers: request.headers,
    body: request,
  })
}

function send(request: IncomingMessage, response: ServerResponse, answer: Answer, keepOpen: boolean): void {
  const close = keepOpen ? {} : { connection: 'close' }
  response.writeHead(answer.status, { ...securityHeaders, ...close, ...answer.headers })
  if (answer.stream && request.method !== 'HEAD') answer.stream(response)
  else response.end(answer.body)
}

async function listen(server: Server, { host, port }: ServerOptions): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      const message = taken ? `Port ${port} is already taken on ${host}` : `Cannot listen on ${host}, port ${port}`
      reject(new OutsideError(taken ? 'port-in-use' : 'cannot-listen', message, { cause: error }))
    })
    server.listen(port, host, resolve)
  })
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo
  const name = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}
