// What the server remembers of one connection: numbers, the last frames sent, and those that wait for it to come back.
import type { WebSocket } from 'ws'
import { newId } from '../ids.ts'
import type { JsonObject } from '../json.ts'
import type { TownEvent } from '../world.ts'

/** Frames kept after they were sent; older ones cannot be sent again. */
const kept = 128
/** Frames that wait for a connection that is gone; with one more it is forgotten. */
const mostWaiting = 256

export type Connection = {
  id: string
  readonly person: string
  token: string
  /** Null while nobody is at the other end. */
  socket: WebSocket | null
  /** Held by the server although the other end is gone, and unable to send. */
  frozen: boolean
  /** Its token was no good when there was something to say: nothing comes any more. */
  deaf: boolean
  sequence: number
  sent: JsonObject[]
  waiting: TownEvent[]
  /** On the town's clock. */
  goneAt: number
}

export function newConnection(person: string, token: string, socket: WebSocket): Connection {
  const fresh = { frozen: false, deaf: false, sequence: 0, sent: [], waiting: [], goneAt: 0 }
  return { id: newId(), person, token, socket, ...fresh }
}

/** Numbers the event and sends it, when there is somebody; false when too many wait already. */
export function deliver(connection: Connection, event: TownEvent): boolean {
  if (connection.socket) write(connection, event)
  else connection.waiting.push(event)
  return connection.waiting.length <= mostWaiting
}

/** Sends an event that gets lost on the way: numbered and kept, as the server knows nothing of it. */
export function lose(connection: Connection, event: TownEvent): void {
  connection.sent = [...connection.sent, number(connection, event)].slice(-kept)
}

export function greet(connection: Connection, version: string): void {
  const data = {
    connection_id: connection.id,
    server_hostname: 'mattermost',
    server_version: `${version}.0.${'0'.repeat(64)}.false`,
  }
  write(connection, { event: 'hello', data, broadcast: { user_id: connection.person } })
}

/**
 * Sends again what came from that number on, then what waited. False when the number is not known (any more): then the
 * connection starts anew, under another id, and the client must see to what it missed.
 */
export function resume(connection: Connection, from: number): boolean {
  const again = connection.sent.filter(({ seq }) => (seq as number) >= from)
  if (again[0]?.seq !== from && from !== connection.sequence) return false
  for (const frame of again) send(connection, frame)
  flush(connection)
  return true
}

export function startAnew(connection: Connection, version: string): void {
  Object.assign(connection, { id: newId(), sequence: 0, sent: [] })
  greet(connection, version)
  flush(connection)
}

export function reply(connection: Connection, frame: JsonObject): void {
  send(connection, frame)
}

function flush(connection: Connection): void {
  const events = connection.waiting
  connection.waiting = []
  for (const event of events) write(connection, event)
}

function write(connection: Connection, event: TownEvent): void {
  const frame = number(connection, event)
  connection.sent = [...connection.sent, frame].slice(-kept)
  send(connection, frame)
}

function number(connection: Connection, { event, data, broadcast }: TownEvent): JsonObject {
  const nobody = {
    omit_users: null,
    user_id: '',
    channel_id: '',
    team_id: '',
    connection_id: '',
    omit_connection_id: '',
  }
  const seq = connection.sequence
  connection.sequence += 1
  return { event, data, broadcast: { ...nobody, ...broadcast }, seq }
}

function send({ socket, frozen }: Connection, frame: JsonObject): void {
  if (!frozen) socket?.send(JSON.stringify(frame))
}
