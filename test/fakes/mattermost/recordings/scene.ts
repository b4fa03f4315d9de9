// How a file of recordings is played.
import type { Exchange } from './read.ts'
import type { Stage } from './stage.ts'

/** By the name of an exchange, or of what it belongs to. */
type ByName<T> = Readonly<Record<string, T>>

export type Scene = {
  readonly file: string
  /** False: the bot was not made yet. */
  readonly settled?: false
  /** Before the first request. */
  readonly prepare?: (stage: Stage) => void
  /** What happened before a request that is not among the recorded ones. */
  readonly before?: ByName<(stage: Stage) => void>
  /** Another way of sending it; what differs. */
  readonly instead?: ByName<(stage: Stage, exchange: Exchange) => Promise<readonly string[]>>
  /** Names that are not played, each with the reason. */
  readonly leftOut?: ByName<string>
}
