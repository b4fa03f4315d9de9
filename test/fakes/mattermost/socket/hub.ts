// All connections, and which of them an event is for.
import type { WebSocket } from 'ws'
import type { ChannelRecord } from '../records.ts'
import { isAdmin } from '../rules/rights.ts'
import { personWith } from '../rules/sessions.ts'
import type { Broadcast, TownEvent, World } from '../world.ts'
import { type Connection, deliver, greet, lose, newConnection, resume, startAnew } from './connection.ts'

/** How long a connection that is gone is remembered. */
const memory = 5 * 60_000

export type Wanted = { readonly id: string; readonly from: number }

export type Hub = {
  /** A connection for somebody who proved who they are: the one they had, where that is possible. */
  admit(socket: WebSocket, person: string, token: string, wanted: Wanted): Connection
  publish(event: TownEvent): void
  /** The other end is gone; for a frozen one the server does not notice. */
  leave(connection: Connection): void
  /** False when its token is no good any more; from then on it hears nothing. */
  listens(connection: Connection): boolean
  list(): readonly Connection[]
  /** That many events get lost on the way. */
  loseNext(count: number): void
  refuseNextResume(): void
  forgetAll(): void
}

export function hub(world: World): Hub {
  let connections: Connection[] = []
  let losing = 0
  let refusing = false

  const forget = (connection: Connection): void => {
    connections = connections.filter((one) => one !== connection)
  }
  const takeBack = (person: string, { id }: Wanted): Connection | undefined => {
    const now = world.clock.millis()
    const known = connections.find((one) => one.id === id && one.person === person && one.socket === null)
    if (refusing || !known) return undefined
    forget(known)
    return now - known.goneAt > memory ? undefined : known
  }

  return {
    admit(socket, person, token, wanted) {
      const known = takeBack(person, wanted)
      refusing = false
      const connection = known ?? newConnection(person, token, socket)
      connections.push(connection)
      Object.assign(connection, { socket, token, deaf: false })
      if (!known) greet(connection, world.config.version)
      else if (!resume(connection, wanted.from)) startAnew(connection, world.config.version)
      return connection
    },
    publish(event) {
      const lost = losing > 0
      if (lost) losing -= 1
      for (const connection of connections) {
        if (!concerns(world, event.broadcast, connection.person) || !this.listens(connection)) continue
        if (lost) lose(connection, event)
        else if (!deliver(connection, event)) forget(connection)
      }
    },
    leave(connection) {
      if (connection.frozen) return
      connection.socket = null
      connection.goneAt = world.clock.millis()
    },
    listens(connection) {
      if (personWith(world, connection.token) === null) connection.deaf = true
      return !connection.deaf
    },
    list: () => connections,
    loseNext(count) {
      losing += count
    },
    refuseNextResume() {
      refusing = true
    },
    forgetAll() {
      connections = []
    },
  }
}

function concerns({ state }: World, { user_id, channel_id, team_id, ...more }: Broadcast, person: string): boolean {
  if (more.contains_sanitized_data && isAdmin(state.people.get(person)!)) return false
  if (user_id !== undefined) return user_id === person
  if (more.omit_users?.[person]) return false
  if (channel_id !== undefined) return membersOf(state.channels.get(channel_id)).has(person)
  return team_id === undefined || state.teams.get(team_id)?.members.has(person) === true
}

const membersOf = (channel: ChannelRecord | undefined): ReadonlySet<string> => channel?.members ?? new Set()
