// The parts of the workspace that act on each other.
import type { Deliveries } from './deliveries.ts'
import type { Faults } from './faults.ts'
import type { Sockets } from './sockets.ts'
import type { Json, State } from './state.ts'

export type Inside = {
  readonly state: State
  readonly deliveries: Deliveries
  readonly sockets: Sockets
  readonly faults: Faults
}

/** An argument as text; empty when it is not given or is something else. */
export function textArg(args: Json, name: string): string {
  const value = args[name]
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

/** One of the Web API's methods. */
export type Method = {
  /** One of these is needed; none for a method that asks for no right. A function when it hangs on the channel. */
  readonly scopes: readonly string[] | ((inside: Inside, args: Json) => readonly string[])
  /** Whose token it takes; the bot's unless told otherwise. */
  readonly token?: 'app'
  /** What it answers beside `ok: true`; throws SlackError. */
  run(inside: Inside, args: Json): Json
}
