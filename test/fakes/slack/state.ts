// What a Slack workspace remembers, whatever the bot's process does; ids and stamps look like Slack's own.
import type { FakeClock } from '../clock.ts'

export type Json = Readonly<Record<string, unknown>>

export type Person = {
  readonly id: string
  readonly name: string
  readonly realName: string
  /** As Slack writes it: `fr-FR`. */
  readonly locale: string
  readonly tz: string
  readonly bot: boolean
}

/** `direct` is a person's conversation with the bot. */
export type ChannelKind = 'public' | 'private' | 'direct'

export type Channel = {
  readonly id: string
  readonly name: string
  readonly kind: ChannelKind
  readonly members: Set<string>
  archived: boolean
  /** Oldest first. */
  readonly posts: Post[]
}

export type Post = {
  readonly channel: string
  readonly ts: string
  /** Stamp of the thread's first post; null at the top of the channel. */
  readonly thread: string | null
  readonly author: string
  readonly byBot: boolean
  /** Was sent together with files, which makes it a `file_share`. */
  readonly share: boolean
  /** A reply that was also sent to the channel. */
  readonly broadcast: boolean
  text: string
  blocks: readonly Json[]
  metadata: Json | null
  /** Ids. */
  files: readonly string[]
  edited: string | null
  /** Deleted while it had replies: an empty shell that holds the thread. */
  tombstone: boolean
  /** Name → who. */
  readonly reactions: Map<string, Set<string>>
}

/**
 * `checked` shows itself in events as Slack Connect does (only `files.info` tells more), `hidden` is beyond the plan's
 * limit, `deleted` leaves a tombstone.
 */
export type FileState = 'plain' | 'checked' | 'hidden' | 'deleted'

export type StoredFile = {
  readonly id: string
  name: string
  title: string
  readonly type: string
  readonly mode: 'hosted' | 'snippet'
  readonly owner: string
  bytes: Uint8Array | null
  /** False between getUploadURLExternal and completeUploadExternal. */
  complete: boolean
  state: FileState
}

/** What only one person sees. */
export type Whisper = {
  readonly person: string
  readonly channel: string
  readonly ts: string
  readonly thread: string | null
  text: string
  blocks: readonly Json[]
}

export type View = {
  readonly id: string
  readonly person: string
  content: Json
  hash: string
  open: boolean
}

/** A handle that the bot was given to open a form or to answer later. */
export type Handle = { readonly person: string; readonly channel: string; readonly given: Temporal.Instant }
export type ResponseUrl = Handle & { uses: number; readonly about: string | null; readonly thread: string | null }

/** The bot as Slack knows it. */
export type App = {
  readonly id: string
  readonly botPerson: string
  readonly botId: string
  readonly botToken: string
  readonly appToken: string
  readonly signingSecret: string
  /** Of the bot's token. */
  readonly scopes: Set<string>
  /** Of the app's own token. */
  readonly appScopes: Set<string>
  /** Names of the events it asked for, as in a manifest. */
  readonly events: Set<string>
}

export type State = {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string }
  readonly app: App
  readonly clock: FakeClock
  readonly people: Map<string, Person>
  readonly channels: Map<string, Channel>
  readonly files: Map<string, StoredFile>
  readonly groups: Map<string, { readonly handle: string; readonly members: Set<string> }>
  readonly whispers: Whisper[]
  readonly views: Map<string, View>
  readonly triggers: Map<string, Handle>
  readonly responseUrls: Map<string, ResponseUrl>
  /** What the bot sent and Slack would refuse; a test ends with none. */
  readonly breaches: string[]
  /** Every call of a method, oldest first. */
  readonly calls: { readonly method: string; readonly args: Json }[]
  /**
   * When files appear that the bot shares: Slack answers before they do, and rarely never shows them
   * (github.com/slackapi/bolt-js/issues/2115).
   */
  sharing: 'at once' | 'late' | 'never'
  /** Show what waits since sharing is late. */
  readonly lateShares: (() => void)[]
  /** Set for one post a second and channel, as Slack asks. */
  postingLimit: boolean
  /** Where the server listens, without a slash at the end. */
  url: string
  /** A new id: `Ev`, `F`, … and a number in Slack's manner. */
  readonly newId: (prefix: string) => string
  /** A new stamp, later than all others. */
  readonly newTs: () => string
}
