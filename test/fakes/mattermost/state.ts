// All that the town remembers, and how its server is set up.
import type { Json, JsonObject } from './json.ts'
import type {
  ChannelRecord,
  CommandRecord,
  FileRecord,
  GroupRecord,
  PersonRecord,
  PostRecord,
  ReactionRecord,
  TeamRecord,
  TokenRecord,
} from './records.ts'

/** Where a command may be answered later. */
export type ResponseUrl = {
  readonly command: string
  readonly person: string
  readonly channel: string
  readonly root: string
  readonly at: number
  uses: number
}

/** Said to one person alone; kept nowhere by the real server either. */
export type Whisper = {
  readonly person: string
  readonly channel: string
  readonly root: string
  readonly message: string
}

export type OpenDialog = { readonly person: string; readonly url: string; readonly dialog: JsonObject }

export type State = {
  readonly people: Map<string, PersonRecord>
  readonly teams: Map<string, TeamRecord>
  readonly channels: Map<string, ChannelRecord>
  readonly posts: Map<string, PostRecord>
  readonly files: Map<string, FileRecord>
  reactions: ReactionRecord[]
  /** By what is sent as bearer. */
  readonly tokens: Map<string, TokenRecord>
  readonly commands: Map<string, CommandRecord>
  /** None: the server has no licence for them. */
  readonly groups: GroupRecord[]
  readonly responseUrls: Map<string, ResponseUrl>
  readonly whispers: Whisper[]
  readonly dialogs: OpenDialog[]
  /** By pending_post_id: the post, null while it is being made. Lost at a restart. */
  readonly pending: Map<string, { post: string | null; at: number }>
}

export type Config = {
  version: string
  siteUrl: string
  maxFileSize: number
  enableBotAccounts: boolean
  /** Hosts that callbacks may reach; empty on a new server: no private address. */
  allowedUntrustedInternalConnections: string
  /** Seconds that a callback may take, and a trigger lives. */
  outgoingIntegrationRequestsTimeout: number
  /** Off by default. */
  rateLimit: { readonly perSec: number; readonly maxBurst: number } | null
}

export const emptyState = (): State => ({
  people: new Map(),
  teams: new Map(),
  channels: new Map(),
  posts: new Map(),
  files: new Map(),
  reactions: [],
  tokens: new Map(),
  commands: new Map(),
  groups: [],
  responseUrls: new Map(),
  whispers: [],
  dialogs: [],
  pending: new Map(),
})

export type EventData = { readonly [key: string]: Json }
