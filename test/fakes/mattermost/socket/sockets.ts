// WebSocket: the upgrade proves who one is, or a challenge afterwards; whoever does neither is sent away after 5 seconds.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { personOf, personWith } from '../rules/sessions.ts'
import type { World } from '../world.ts'
import { type Connection, reply } from './connection.ts'
import type { Hub, Wanted } from './hub.ts'
import { type Message, perform, readMessage } from './messages.ts'

const patience = { seconds: 5 }

export type Sockets = {
  accept(request: IncomingMessage, stream: Duplex, head: Buffer): void
  /** Every open one, cut without a word. */
  cut(): void
  /** Those whose other end is still there. */
  open(): ReadonlySet<WebSocket>
}

/** One socket, and whose it is once that was proven. */
type Visit = { readonly socket: WebSocket; connection: Connection | null }

export function sockets(world: World, hub: Hub): Sockets {
  const server = new WebSocketServer({ noServer: true })
  return {
    accept: (request, stream, head) =>
      server.handleUpgrade(request, stream, head, (socket) => welcome(world, hub, socket, request)),
    cut() {
      for (const socket of server.clients) socket.terminate()
    },
    open: () => server.clients,
  }
}

/** Only an upgrade that proves who it is gets its old connection back. */
function welcome(world: World, hub: Hub, socket: WebSocket, request: IncomingMessage): void {
  const visit: Visit = { socket, connection: null }
  const person = personOf(world, request.headers.authorization)
  if (person) visit.connection = hub.admit(socket, person.id, tokenOf(request), wantedBy(request))
  else sendAwayLater(world, visit)
  socket.on('message', (bytes) => {
    if (visit.connection?.frozen !== true) hear(world, hub, visit, readMessage(textOf(bytes)))
  })
  socket.on('close', () => visit.connection && hub.leave(visit.connection))
  socket.on('error', () => socket.terminate())
}

function hear(world: World, hub: Hub, visit: Visit, message: Message | null): void {
  const { socket, connection } = visit
  if (!message) socket.terminate()
  else if (message.action === 'authentication_challenge') challenge(world, hub, visit, message)
  else if (connection) reply(connection, perform(world, message, hub.listens(connection)))
  else socket.send(JSON.stringify(perform(world, message, false)))
}

/** Of no effect once it is known who is there. */
function challenge(world: World, hub: Hub, visit: Visit, { seq, data }: Message): void {
  const { socket, connection } = visit
  if (connection?.deaf === false) return
  const token = typeof data.token === 'string' ? data.token : ''
  const proven = personWith(world, token)
  if (proven) {
    visit.connection = hub.admit(socket, proven.id, token, { id: '', from: 0 })
    reply(visit.connection, { status: 'OK', seq_reply: seq })
  } else socket.terminate()
}

function sendAwayLater({ clock }: World, visit: Visit): void {
  const calledOff = clock.after(patience, () => {
    if (!visit.connection) visit.socket.terminate()
  })
  visit.socket.on('close', calledOff)
}

const tokenOf = ({ headers }: IncomingMessage): string => (headers.authorization ?? '').replace(/^bearer /i, '')

function wantedBy({ url }: IncomingMessage): Wanted {
  const { searchParams } = new URL(url!, 'http://127.0.0.1')
  return { id: searchParams.get('connection_id') ?? '', from: Number(searchParams.get('sequence_number') ?? 0) }
}

const textOf = (bytes: RawData): string => (bytes as Buffer).toString()
