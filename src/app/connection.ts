// What is shown of a chat to whoever keeps the process running.

/** How a chat is reached. `refused`: calls that were not what they said they were. */
export type Connection = {
  readonly connected: boolean
  /** Why not, as a code; null when it is. */
  readonly trouble: string | null
  readonly refused: number
}
