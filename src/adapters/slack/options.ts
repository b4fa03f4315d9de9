// What the composition root gives: plain values from the settings, and what the application's store remembers.
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'

export type SlackOptions = {
  /** `xoxb-…`. */
  readonly botToken: string
  /** `xapp-…`: the bot connects by Socket Mode. */
  readonly appToken?: string | undefined
  /** Without an app token: Slack's requests are awaited on `port`, and have this signature. */
  readonly signingSecret?: string | undefined
  /** Where `/slack/events` is served in HTTP mode; default 3001. */
  readonly port?: number | undefined
  /** Ids of the channels it answers in; empty for all that it is a member of. */
  readonly channels: readonly string[]
  /** Ids of people of the support team. */
  readonly staff: readonly string[]
  /** Id of the user group of the support team, or null. */
  readonly staffGroup: string | null
  /** For the form, in this order. */
  readonly sites: readonly { readonly id: string; readonly name: string }[]
  /** Threads whose replies still matter, to be read again after every connection. */
  threads(): Promise<readonly { readonly channel: string; readonly thread: string }[]>
  /** Id of the last post that was seen in a channel, or null; also asked for the channel `*`. */
  watermark(channel: string): Promise<string | null>
  setWatermark(channel: string, post: string): Promise<void>
  readonly clock: Clock
  readonly log: Log
  /** Of the Web API; Slack's own unless told otherwise. */
  readonly apiUrl?: string | undefined
  /** Waits that many milliseconds, less when the signal says so; tests do not. */
  readonly pause?: Pause | undefined
}

export type Pause = (milliseconds: number, signal?: AbortSignal) => Promise<void>
