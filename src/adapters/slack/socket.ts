// Socket Mode, kept connected by a loop of our own: Bolt's gives up with a rejection that nobody awaits when Slack
// refuses a new connection, and waits seconds before each.
import { SocketModeReceiver } from '@slack/bolt'
import { OutsideError } from '../../ports/outside-error.ts'
import { boltLog } from './bolt-log.ts'
import { failureOf, isFailure } from './failure.ts'
import { appScope } from './methods.ts'
import type { Pause, SlackOptions } from './options.ts'
import { clientOptions } from './web.ts'
import { within } from './within.ts'

export type Connection<Receiver> = {
  readonly receiver: Receiver
  /** Settles once it is connected, or once it must wait for that. Throws OutsideError when it never can be. */
  start(connected: () => Promise<void>): Promise<void>
  stop(): Promise<void>
  standing(): Standing
}

/** How Slack is reached; `trouble` is a code, `refused` counts requests with a wrong signature. */
export type Standing = { readonly connected: boolean; readonly trouble: string | null; readonly refused: number }

export type SocketOptions = Pick<SlackOptions, 'apiUrl' | 'log' | 'clock'> & {
  readonly appToken: string
  readonly pause: Pause
}

/** A connection that is there, and what settles when it is gone. */
type Connected = { readonly gone: Promise<unknown> }

/** Milliseconds without an answer to a ping before a connection counts as dead, of Slack's and of ours. */
const pings = { clientPingTimeout: 5_000, serverPingTimeout: 30_000 }

/** Milliseconds for a connection to say hello, and to say goodbye. */
const patience = { hello: 20_000, goodbye: 2_000 }

/** Seconds that a connection lasts when nothing is wrong, at the least. */
const shortest = 10

/** Milliseconds before the next attempt, after that many failures. */
const waitAfter = (failures: number) => Math.min(500 * 2 ** failures, 60_000)

export function openSocket(options: SocketOptions): Connection<SocketModeReceiver> {
  const { log, pause, clock } = options
  const receiver = receiverOf(options)
  const { client } = receiver
  const stopping = new AbortController()
  const isStopped = () => stopping.signal.aborted
  let loop = Promise.resolve()
  let trouble: string | null = 'starting'

  async function connect(): Promise<Connected> {
    try {
      const answer = await within(client.start(), patience.hello)
      if (answer === null) throw new OutsideError('chat-unavailable', 'Slack said no hello')
      trouble = null
      return { gone: new Promise((resolve) => void client.once('disconnected', resolve)).then(lost) }
    } catch (error) {
      void client.disconnect()
      const failure = failureOf('apps.connections.open', error)
      trouble = failure.code
      throw failure
    }
  }

  function lost(): void {
    trouble = 'disconnected'
  }

  /** Null when it has to be tried again. */
  async function connectFirst(): Promise<Connected | null> {
    try {
      return await connect()
    } catch (error) {
      if (isFailure(error, 'auth-failed', 'scope-missing')) throw refused(error)
      log.warn({ error }, 'slack: no connection yet')
      return null
    }
  }

  /** The first loss is made good at once; a connection that lasts no time is a failure too. */
  async function keep(first: Connected | null, connected: () => Promise<void>): Promise<void> {
    let failures = first ? 0 : 1
    for (let current = first; !isStopped(); failures++) {
      if (current && (await lasted(current))) failures = 0
      if (failures > 0) await pause(waitAfter(failures), stopping.signal)
      if (isStopped()) return
      current = await connectAgain(failures)
      if (current) void connected()
    }
  }

  /** Settles when it is gone; whether it held for a while. */
  async function lasted({ gone }: Connected): Promise<boolean> {
    const since = clock.now()
    await gone
    return clock.now().since(since).total('seconds') >= shortest
  }

  async function connectAgain(failures: number): Promise<Connected | null> {
    try {
      return await connect()
    } catch (error) {
      log.warn({ error, failures }, 'slack: no connection')
      return null
    }
  }

  return {
    receiver,
    async start(connected) {
      const first = await connectFirst()
      loop = keep(first, connected)
      if (first) await connected()
    },
    async stop() {
      stopping.abort()
      await within(client.disconnect(), patience.goodbye)
      await loop
    },
    standing: () => ({ connected: trouble === null, trouble, refused: 0 }),
  }
}

function refused(cause: OutsideError): OutsideError {
  const message = `Slack opens no Socket Mode with SLACK_APP_TOKEN (${cause.message}). It is an app-level token, xapp-…, with ${appScope}.`
  return new OutsideError(cause.code, message, { cause })
}

/** Its client gets an options object of its own: it writes into it. */
function receiverOf(options: SocketOptions): SocketModeReceiver {
  const { appToken, log } = options
  const installerOptions = { clientOptions: clientOptions(options) }
  return new SocketModeReceiver({
    appToken,
    logger: boltLog(log),
    autoReconnectEnabled: false,
    installerOptions,
    ...pings,
  })
}
