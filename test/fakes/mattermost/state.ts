// All that the town remembers, in the very words of the API (so `snake_case`), so that showing it needs no translation.
import type { Json, JsonObject } from './json.ts'

export type PersonRecord = {
  readonly id: string
  readonly create_at: number
  update_at: number
  /** Not 0: may do nothing any more. */
  delete_at: number
  username: string
  email: string
  first_name: string
  last_name: string
  locale: string
  timezone: { automaticTimezone: string; manualTimezone: string; useAutomaticTimezone: string }
  /** `system_user`, or with `system_admin`. */
  roles: string
  readonly bot: { readonly description: string; readonly owner: string } | null
}

export type TeamRecord = {
  readonly id: string
  readonly create_at: number
  readonly name: string
  readonly display_name: string
  readonly invite_id: string
  /** By person: whether they administer it. */
  readonly members: Map<string, boolean>
}

export type ChannelRecord = {
  readonly id: string
  readonly create_at: number
  update_at: number
  delete_at: number
  /** Empty for a direct one. */
  readonly team_id: string
  readonly type: 'O' | 'P' | 'D' | 'G'
  display_name: string
  readonly name: string
  last_post_at: number
  total_msg_count: number
  total_msg_count_root: number
  readonly creator_id: string
  readonly members: Set<string>
}

export type PostRecord = {
  readonly id: string
  readonly create_at: number
  update_at: number
  edit_at: number
  delete_at: number
  is_pinned: boolean
  readonly user_id: string
  readonly channel_id: string
  readonly root_id: string
  /** Not empty for what an edited post said before. */
  readonly original_id: string
  message: string
  readonly type: string
  /** With the `integration` of its buttons, which nobody is shown. */
  props: JsonObject
  file_ids: readonly string[] | null
}

export type FileRecord = {
  readonly id: string
  readonly user_id: string
  post_id: string
  readonly channel_id: string
  readonly create_at: number
  readonly name: string
  readonly bytes: Uint8Array
  /** When its post was deleted: it can be had a little longer. */
  orphan_at: number | null
  /** Taken out of its post. */
  gone: boolean
}

export type ReactionRecord = {
  readonly user_id: string
  readonly post_id: string
  readonly emoji_name: string
  readonly create_at: number
  update_at: number
  readonly channel_id: string
}

export type TokenRecord = {
  readonly id: string
  readonly person: string
  readonly description: string
  active: boolean
}

export type CommandRecord = {
  readonly id: string
  token: string
  readonly create_at: number
  update_at: number
  readonly creator_id: string
  readonly team_id: string
  trigger: string
  method: string
  username: string
  icon_url: string
  auto_complete: boolean
  auto_complete_desc: string
  auto_complete_hint: string
  display_name: string
  description: string
  url: string
}

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
  responseUrls: new Map(),
  whispers: [],
  dialogs: [],
  pending: new Map(),
})

export type EventData = { readonly [key: string]: Json }
