// Socket Mode: hello, envelopes, acknowledgements, and the ways in which a connection ends.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import type { Deliveries, Delivery, Road } from './deliveries.ts'
import type { Json, State } from './state.ts'

export type Sockets = Road & {
  /** Set to have every envelope on all connections, as Slack may do while it replaces one. */
  everywhere: boolean
  /** Of the connections that said hello and are open. */
  count(): number
  /** Settles when that many connections are open. */
  opened(count?: number): Promise<void>
  /** Settles when none is open. */
  closed(): Promise<void>
  /** Asks the bot to connect again, as Slack does every few hours. */
  askToLeave(reason: 'warning' | 'refresh_requested'): void
  /** Cuts every connection without a word. */
  cut(): void
  /** A URL for one connection. */
  ticket(): string
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
}

export function openSockets(state: State, deliveries: Deliveries): Sockets {
  const server = new WebSocketServer({ noServer: true })
  const open = new Map<WebSocket, Map<string, Delivery>>()
  const tickets = new Set<string>()
  const waiting = new Set<() => void>()
  const changed = () => {
    for (const look of waiting) look()
  }
  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (isSo()) resolve()
        if (isSo()) waiting.delete(look)
      }
      waiting.add(look)
      look()
    })

  function welcome(socket: WebSocket): void {
    const envelopes = new Map<string, Delivery>()
    open.set(socket, envelopes)
    socket.on('message', (data) => hear(deliveries, envelopes, data))
    socket.on('close', () => {
      open.delete(socket)
      for (const delivery of envelopes.values()) deliveries.fail(delivery, 'connection_closed')
      changed()
    })
    socket.send(JSON.stringify(hello(state, open.size)), changed)
  }

  return {
    everywhere: false,
    send(delivery) {
      const chosen = this.everywhere ? [...open] : [...open].slice(-1)
      for (const [socket, envelopes] of chosen) {
        const id = state.newId('envelope-')
        envelopes.set(id, delivery)
        socket.send(JSON.stringify(envelope(id, delivery)))
      }
      return chosen.length > 0
    },
    count: () => open.size,
    opened: (count = 1) => until(() => open.size >= count),
    closed: () => until(() => open.size === 0),
    askToLeave(reason) {
      for (const socket of open.keys()) socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: {} }))
    },
    cut() {
      for (const socket of open.keys()) socket.terminate()
    },
    ticket() {
      const ticket = state.newId('ticket-')
      tickets.add(ticket)
      return `${state.url.replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${state.app.id}`
    },
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '/', state.url).searchParams.get('ticket') ?? ''
      if (tickets.delete(ticket)) server.handleUpgrade(request, socket, head, welcome)
      else socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n')
    },
  }
}

function hear(deliveries: Deliveries, envelopes: Map<string, Delivery>, data: RawData): void {
  const { envelope_id: id, payload } = JSON.parse((data as Buffer).toString()) as {
    envelope_id: string
    payload?: Json
  }
  const delivery = envelopes.get(id)
  envelopes.delete(id)
  if (delivery) deliveries.acknowledge(delivery, payload && Object.keys(payload).length > 0 ? payload : null)
}

function hello({ app }: State, connections: number): Json {
  const debug = { host: 'applink-1', build_number: 1, approximate_connection_time: 18_060 }
  return { type: 'hello', num_connections: connections, debug_info: debug, connection_info: { app_id: app.id } }
}

function envelope(id: string, { kind, payload, attempt, reason }: Delivery): Json {
  const common = { type: kind, envelope_id: id, payload, accepts_response_payload: kind !== 'events_api' }
  return kind === 'events_api' ? { ...common, retry_attempt: attempt, retry_reason: reason ?? '' } : common
}
