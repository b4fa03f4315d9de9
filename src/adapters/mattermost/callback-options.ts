// What the three addresses that the server calls have in common.
import type { Chat, ChatEvents } from '../../ports/chat.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { Api } from './api.ts'
import type { OwnPosts } from './own-posts.ts'
import type { People } from './people.ts'
import type { Signer } from './signature.ts'
import type { StateKeeper } from './state.ts'
import type { Timings } from './timings.ts'

export type CallbackOptions = {
  readonly api: Api
  readonly clock: Clock
  readonly log: Log
  readonly me: () => Promise<string>
  readonly people: People
  readonly ownPosts: OwnPosts
  readonly signer: Signer
  readonly state: StateKeeper
  readonly timings: Pick<Timings, 'answer'>
  /** Who listens; null while nobody does. */
  readonly events: () => ChatEvents | null
  readonly post: Chat['post']
  /** Tokens of the slash command, one for each team that has it. */
  readonly commandTokens: readonly string[]
  /** Address at which the server reaches us, without a slash at its end; null when it cannot. */
  readonly callbackUrl: string | null
  /** IANA name of the days that are offered to those whose own is not known. */
  readonly timezone: string
}

/** Of the three addresses, after `callbackUrl`. */
export const paths = {
  command: '/mattermost/command',
  action: '/mattermost/action',
  form: '/mattermost/form',
} as const

/** Bytes of a command: 16,383 characters, of which one may take twelve, and some hundreds beside. */
export const mostBytes = 256 * 1024
