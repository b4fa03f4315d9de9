// How long things may take, in milliseconds; tests hand in shorter ones.

export type Timings = {
  /** Of one request, until its answer is read. */
  readonly request: number
  /** Of one that carries a file. */
  readonly transfer: number
  /** Waits before a request is tried again; as many tries more as there are. */
  readonly retries: readonly number[]
  /** Longest Retry-After that is waited for here; a longer one is for whoever asked. */
  readonly patience: number
  /** Between two pings of the socket: one that is not answered by the next means that the line is dead. */
  readonly ping: number
  /** Between two looks whether the token still holds, which the socket does not tell. */
  readonly check: number
  /** Between two looks for posts that the socket did not tell. */
  readonly sweep: number
  /** First and longest wait before the socket is opened again. */
  readonly reconnect: readonly [first: number, longest: number]
  /** Before events that could not be stored are fetched again. */
  readonly again: number
  /** Of the work on a callback that its answer waits for; the server allows 30 s, people less. */
  readonly answer: number
}

export const standardTimings: Timings = {
  request: 15_000,
  transfer: 120_000,
  retries: [500, 2_000],
  patience: 10_000,
  ping: 30_000,
  check: 60_000,
  sweep: 600_000,
  reconnect: [3_000, 60_000],
  again: 5_000,
  answer: 700,
}
