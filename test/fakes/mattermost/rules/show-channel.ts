// Channels, teams and memberships as the API shows them; most of it never changes.
import { type JsonObject, without } from '../json.ts'
import type { ChannelRecord, TeamRecord } from '../records.ts'

export function showChannel(channel: ChannelRecord): JsonObject {
  const direct = channel.type === 'D' || channel.type === 'G'
  return {
    ...without(channel, 'members'),
    header: '',
    purpose: '',
    extra_update_at: 0,
    scheme_id: null,
    props: null,
    group_constrained: null,
    autotranslation: false,
    shared: direct ? false : null,
    policy_id: null,
    last_root_post_at: channel.last_post_at,
    banner_info: null,
    policy_enforced: false,
    policy_is_active: false,
    default_category_name: '',
  }
}

export function showChannelMember(channel: ChannelRecord, person: string, at: number): JsonObject {
  return {
    channel_id: channel.id,
    user_id: person,
    roles: 'channel_user',
    last_viewed_at: 0,
    msg_count: 0,
    mention_count: 0,
    mention_count_root: 0,
    urgent_mention_count: 0,
    msg_count_root: 0,
    notify_props: {
      channel_auto_follow_threads: 'off',
      desktop: 'default',
      email: 'default',
      ignore_channel_mentions: 'default',
      mark_unread: 'all',
      push: 'default',
    },
    last_update_at: at,
    scheme_guest: false,
    scheme_user: true,
    scheme_admin: false,
    explicit_roles: '',
    autotranslation_disabled: false,
  }
}

export function showTeam({ id, create_at, name, display_name, invite_id }: TeamRecord): JsonObject {
  return {
    id,
    create_at,
    update_at: create_at,
    delete_at: 0,
    display_name,
    name,
    description: '',
    email: '',
    type: 'I',
    company_name: '',
    allowed_domains: '',
    invite_id,
    allow_open_invite: false,
    scheme_id: null,
    group_constrained: null,
    policy_id: null,
    cloud_limits_archived: false,
  }
}

export function showTeamMember(team: TeamRecord, person: string): JsonObject {
  const admin = team.members.get(person) === true
  return {
    team_id: team.id,
    user_id: person,
    roles: admin ? 'team_user team_admin' : 'team_user',
    delete_at: 0,
    scheme_guest: false,
    scheme_user: true,
    scheme_admin: admin,
    explicit_roles: '',
  }
}
