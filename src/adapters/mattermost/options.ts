// Plain values and ports; `src/main.ts` fills them from the settings of the same names.
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { Postings } from '../../ports/store.ts'
import type { Timings } from './timings.ts'

export type MattermostOptions = {
  /** Address of the server, MATTERMOST_URL. */
  readonly url: string
  /** Of the bot account, MATTERMOST_TOKEN. */
  readonly token: string
  /** `team/channel`, MATTERMOST_CHANNELS; empty for all that the bot is in. */
  readonly channels: readonly string[]
  /** One for each team, MATTERMOST_COMMAND_TOKEN; none: the command is refused. */
  readonly commandTokens: readonly string[]
  /** Where the server reaches us, MATTERMOST_CALLBACK_URL; null: no buttons, no command, no forms. */
  readonly callbackUrl: string | null
  /** Usernames or ids of the support team, MATTERMOST_STAFF. */
  readonly staff: readonly string[]
  /** A group, or `team/channel` whose members they are, MATTERMOST_STAFF_GROUP; null for none. */
  readonly staffGroup: string | null
  /** Proves that buttons and forms are ours; null: made from the token, so that a new token ends old buttons. */
  readonly secret: string | null
  /** IANA name of the days that are offered to people whose own is not known. */
  readonly timezone: string
  readonly clock: Clock
  readonly log: Log
  /** How far each channel was seen. */
  readonly postings: Pick<Postings, 'watermark' | 'setWatermark'>
  /** Threads in which something is still expected: they are read again after a gap. */
  readonly threads: () => Promise<readonly { readonly channel: string; readonly thread: string }[]>
  readonly timings?: Partial<Timings>
}
