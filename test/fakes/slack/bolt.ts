// Real Bolt in the town, and quiet, for the tests of the town itself.
import { App, type Logger, LogLevel, SocketModeReceiver, webApi } from '@slack/bolt'
import type { SlackTown } from './town.ts'

export type Bolt = { readonly app: App; readonly heard: Heard[]; stop(): Promise<void> }

/** An event as a listener gets it, with Bolt's account of how often it came. */
export type Heard = {
  readonly event: Readonly<Record<string, unknown>>
  readonly id: unknown
  readonly retry: readonly [number | undefined, string | undefined]
}

/** A bot that listens to messages; give it more before it starts. */
export async function startBolt(town: SlackTown, prepare?: (app: App) => void, patience?: number): Promise<Bolt> {
  const { app: slack, apiUrl, sockets } = town
  const receiver = receiverOf(town, patience)
  const clientOptions = { slackApiUrl: apiUrl }
  const app = new App({ token: slack.botToken, receiver, clientOptions, logger: silent })
  const heard = listen(app)
  prepare?.(app)
  await app.start()
  await sockets.opened()
  return { app, heard, stop: () => app.stop() as Promise<void> }
}

/**
 * `patience`, in milliseconds, is what it grants a pong before it leaves, and how long it stays away then: a short one is
 * only for tests of connections that end, as a busy machine may be late with a pong.
 *
 * The receiver's options of its client stand under the installer's: elsewhere it would look for Slack itself.
 */
export function receiverOf({ app, apiUrl }: SlackTown, patience = 5000): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken: app.appToken,
    logger: silent,
    clientPingTimeout: patience,
    installerOptions: { clientOptions: { slackApiUrl: apiUrl } },
  })
}

/** Keeps all messages that Bolt lets through. */
export function listen(app: App): Heard[] {
  const heard: Heard[] = []
  app.event('message', ({ event, body, context }) => {
    const { retryNum, retryReason } = context
    heard.push({ event: event as unknown as Heard['event'], id: body.event_id, retry: [retryNum, retryReason] })
    return Promise.resolve()
  })
  return heard
}

/** A client with the bot's token that gives up at once, unless told otherwise. */
export function clientOf(
  { app, apiUrl }: SlackTown,
  options: webApi.WebClientOptions = {},
  token: string = app.botToken,
): webApi.WebClient {
  return new webApi.WebClient(token, { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, logger: silent, ...options })
}

/** The `error` of a refused call. */
export async function refusalOf(call: Promise<unknown>): Promise<unknown> {
  try {
    await call
  } catch (error) {
    return (error as { readonly data?: { readonly error?: unknown } }).data?.error ?? error
  }
  return undefined
}

export const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
}
