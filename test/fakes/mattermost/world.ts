// What every rule of the town works on: its memory, its time, its settings, and who listens.
import type { TownClock } from './clock.ts'
import type { Config, EventData, State } from './state.ts'

/** To whom an event goes; all that is not given is empty. */
export type Broadcast = {
  readonly user_id?: string
  readonly channel_id?: string
  readonly team_id?: string
  /** Told otherwise. */
  readonly omit_users?: Readonly<Record<string, true>>
  readonly contains_sanitized_data?: true
}

export type TownEvent = { readonly event: string; readonly data: EventData; readonly broadcast: Broadcast }

export type World = {
  readonly state: State
  readonly clock: TownClock
  readonly config: Config
  /** Tests may give the ids that a recording has. */
  readonly newId: () => string
  /** Tells whoever is connected. */
  readonly publish: (event: TownEvent) => void
  /** Called with each event; the returned function takes the listener away. */
  readonly listen: (listener: (event: TownEvent) => void) => () => void
}
