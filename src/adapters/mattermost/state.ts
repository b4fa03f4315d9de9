// What health and metrics ask: a bot that is deaf must not look well.
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'

/** `auth-failed`: the token is wrong or revoked, or the bot is disabled; somebody must act. */
export type Connection = 'stopped' | 'starting' | 'connected' | 'reconnecting' | 'auth-failed'

export type MattermostState = {
  readonly connection: Connection
  readonly since: Temporal.Instant
  /** Times the socket was opened again. */
  readonly reconnects: number
  /** Times the server could not say what was missed, so that it was fetched. */
  readonly gaps: number
  /** Answers that asked for patience (429). */
  readonly rateLimited: number
  /** Callbacks without a proof, or with one that is over. */
  readonly refused: Readonly<Record<Callback, number>>
  /** Configured channels that the bot is not in, as they are written in the settings. */
  readonly channelsMissing: readonly string[]
}

/** The same in short, as `/healthz` shows every chat. */
export function connectionOf({ connection, channelsMissing, refused }: MattermostState) {
  const trouble = connection !== 'connected' ? connection : channelsMissing.length > 0 ? 'channels-missing' : null
  return {
    connected: connection === 'connected',
    trouble,
    refused: refused.command + refused.action + refused.form,
  }
}

export type Callback = 'command' | 'action' | 'form'
type Count = 'reconnects' | 'gaps' | 'rateLimited'

export type StateKeeper = {
  now(): MattermostState
  /** Says it in the log when it is news. */
  become(connection: Connection, why?: string): void
  count(what: Count): void
  refuse(callback: Callback, why: string): void
  miss(channels: readonly string[]): void
}

const sentences: Readonly<Record<Connection, string>> = {
  stopped: 'mattermost: stopped',
  starting: 'mattermost: connecting',
  connected: 'mattermost: connected',
  reconnecting: 'mattermost: the connection was lost, it is opened again',
  'auth-failed': 'mattermost: the server refuses the token: is it revoked, or the bot disabled?',
}

export function createStateKeeper(clock: Clock, log: Log): StateKeeper {
  let state: MattermostState = {
    connection: 'stopped',
    since: clock.now(),
    reconnects: 0,
    gaps: 0,
    rateLimited: 0,
    refused: { command: 0, action: 0, form: 0 },
    channelsMissing: [],
  }
  return {
    now: () => state,
    become(connection, why) {
      if (connection === state.connection) return
      state = { ...state, connection, since: clock.now() }
      const level = connection === 'auth-failed' ? 'error' : connection === 'reconnecting' ? 'warn' : 'info'
      log[level](why === undefined ? {} : { code: why }, sentences[connection])
    },
    count(what) {
      state = { ...state, [what]: state[what] + 1 }
    },
    refuse(callback, why) {
      state = { ...state, refused: { ...state.refused, [callback]: state.refused[callback] + 1 } }
      log.warn({ callback, why }, 'mattermost: a callback was refused')
    },
    miss(channels) {
      if (channels.length > 0 && channels.join() !== state.channelsMissing.join())
        log.warn({ channels }, 'mattermost: the bot is not in these channels, or they do not exist')
      state = { ...state, channelsMissing: channels }
    },
  }
}
