// A real HTTP server on 127.0.0.1 over a town: REST, WebSocket, and everything that can go wrong with them.
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocket } from 'ws'
import { answerRequest, type Serving } from './rest/answer-request.ts'
import { type Faults, faults } from './rest/faults.ts'
import { rateLimit } from './rest/rate-limit.ts'
import { type Hub, hub } from './socket/hub.ts'
import { type Sockets, sockets } from './socket/sockets.ts'
import type { World } from './world.ts'

export type MattermostServer = {
  /** As a person would type it: no path. */
  readonly url: string
  /** Of the WebSocket. */
  readonly socketUrl: string
  readonly faults: Faults
  /** All open sockets are cut; the server keeps what they miss. */
  cut(): void
  /** The next events get lost on the way: numbered, kept, and heard by nobody. */
  loseEvents(count: number): void
  refuseNextResume(): void
  /** Half-open: the other end is gone, the server does not notice for 100 seconds, and refuses to give it back. */
  freeze(): void
  /** Nobody listens any more. */
  stop(): Promise<void>
  /** On the same port, knowing no connection and no pending_post_id of before. */
  start(): Promise<void>
  /** Settles once every open socket has all that was sent to it. */
  delivered(): Promise<void>
  /** Sockets whose other end is there. */
  connected(): number
}

/** Serves the town, whose `siteUrl` becomes the server's address. */
export async function serveTown(world: World): Promise<MattermostServer> {
  const connections = hub(world)
  const socketServer = sockets(world, connections)
  const trouble = faults()
  const serving = { world, faults: trouble, limit: rateLimit(world) }
  world.listen((event) => connections.publish(event))
  let server = await listen(serving, socketServer, 0)
  const { port } = server.address() as AddressInfo
  world.config.siteUrl = `http://127.0.0.1:${port}`
  return {
    url: world.config.siteUrl,
    socketUrl: `ws://127.0.0.1:${port}/api/v4/websocket`,
    faults: trouble,
    cut: () => socketServer.cut(),
    loseEvents: (count) => connections.loseNext(count),
    refuseNextResume: () => connections.refuseNextResume(),
    freeze: () => freeze(world, connections),
    async stop() {
      socketServer.cut()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
    async start() {
      connections.forgetAll()
      world.state.pending.clear()
      server = await listen(serving, socketServer, port)
    },
    delivered: () => delivered(socketServer),
    connected: () => socketServer.open().size,
  }
}

async function listen(serving: Serving, socketServer: Sockets, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    answerRequest(serving, request, response).catch((error: unknown) => response.destroy(error as Error))
  })
  server.on('upgrade', (request, stream, head) => upgrade(serving, socketServer, request, stream, head))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return server
}

function upgrade(serving: Serving, socketServer: Sockets, ...asked: Upgrade): void {
  const [request, stream] = asked
  const refusal = refusalOf(serving, new URL(request.url!, 'http://127.0.0.1').pathname)
  if (refusal === 'cut') stream.destroy()
  else if (refusal) refuse(stream, refusal)
  else socketServer.accept(...asked)
}

type Upgrade = [request: IncomingMessage, stream: Duplex, head: Buffer]

type Refusal = { readonly status: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }

function refusalOf({ faults: trouble, limit }: Serving, path: string): Refusal | 'cut' | null {
  const fault = trouble.take('GET', path)?.trouble
  if (fault === 'cut') return 'cut'
  if (fault && 'refuse' in fault) return { status: `${fault.refuse} Out of order` }
  if (fault && 'limit' in fault) return tooMany({ 'retry-after': String(fault.limit) })
  const { allowed, headers } = limit()
  if (!allowed) return tooMany(headers)
  return path === '/api/v4/websocket' ? null : { status: '404 Not Found' }
}

const tooMany = (headers: Readonly<Record<string, string>>): Refusal => ({
  status: '429 Too Many Requests',
  headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
  body: 'limit exceeded\n',
})

function refuse(stream: Duplex, { status, headers = {}, body = '' }: Refusal): void {
  const lines = Object.entries({ ...headers, 'content-length': String(body.length), connection: 'close' })
  stream.end(`HTTP/1.1 ${status}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`)
}

function freeze(world: World, connections: Hub): void {
  const frozen = connections.list().filter(({ socket }) => socket !== null)
  for (const connection of frozen) connection.frozen = true
  world.clock.after({ seconds: 100 }, () => {
    for (const connection of frozen)
      Object.assign(connection, { frozen: false, socket: null, goneAt: Number.NEGATIVE_INFINITY })
  })
}

/** A pong tells that everything before it has arrived. */
async function delivered(socketServer: Sockets): Promise<void> {
  const open = [...socketServer.open()].filter(({ readyState }) => readyState === WebSocket.OPEN)
  await Promise.all(open.map(answersPing))
}

function answersPing(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const settle = (): void => {
      socket.off('pong', settle).off('close', settle)
      resolve()
    }
    socket.on('pong', settle).on('close', settle)
    socket.ping()
  })
}
