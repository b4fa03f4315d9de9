// What the town keeps of people, places, posts and files, in the words of the API (so `snake_case`): showing it needs no
// translation.
import type { JsonObject } from './json.ts'

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

/** On servers with a licence. */
export type GroupRecord = { readonly id: string; readonly name: string; readonly members: readonly string[] }
