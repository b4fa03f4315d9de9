// What happens in a channel, as the Events API tells the bot: only what it asked for and only where it is a member.
import type { Delivery } from './deliveries.ts'
import type { Inside } from './inside.ts'
import { postJson } from './json.ts'
import { scopeWords } from './lookup.ts'
import type { Channel, Json, Post, State } from './state.ts'

/** Settles when the bot has acknowledged, or is known not to; null when it is not told. */
export type Told = Promise<Delivery | null>

export function tellPosted(inside: Inside, post: Post): Told {
  const json = postJson(inside.state, post)
  return tell(inside, channelOf(inside.state, post), { ...json, ...(post.share ? { subtype: 'file_share' } : {}) })
}

/** As Slack writes edits, of the bot's own posts too: there is no `user` at the top. */
export function tellChanged(inside: Inside, post: Post, before: Json): Told {
  const { state } = inside
  const message = postJson(state, post)
  return tell(inside, channelOf(state, post), {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    message,
    previous_message: before,
    ts: state.newTs(),
  })
}

export function tellDeleted(inside: Inside, post: Post, before: Json): Told {
  const { state } = inside
  return tell(inside, channelOf(state, post), {
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    deleted_ts: post.ts,
    previous_message: before,
    ts: state.newTs(),
  })
}

/** An event that is not a message, under its own name in the manifest. */
export function tellEvent(inside: Inside, event: Json): Told {
  if (!inside.state.app.events.has(String(event.type))) return Promise.resolve(null)
  return inside.deliveries.deliver('events_api', callback(inside.state, { event_ts: inside.state.newTs(), ...event }))
}

const kinds = { public: 'channel', private: 'group', direct: 'im' } as const

function tell({ state, deliveries }: Inside, channel: Channel, event: Json): Told {
  const asked = state.app.events.has(`message.${scopeWords[channel.kind]}`)
  if (!asked || !channel.members.has(state.app.botPerson)) return Promise.resolve(null)
  const place = { channel: channel.id, channel_type: kinds[channel.kind], event_ts: event.ts }
  return deliveries.deliver('events_api', callback(state, { ...event, ...place }))
}

/** The envelope of every event. */
export function callback({ app, team, clock, newId }: State, event: Json): Json {
  const { id: team_id } = team
  return {
    token: 'verification',
    team_id,
    api_app_id: app.id,
    event,
    type: 'event_callback',
    event_id: newId('Ev'),
    event_time: Math.floor(clock.now().epochMilliseconds / 1000),
    authorizations: [
      { enterprise_id: null, team_id, user_id: app.botPerson, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: 'context',
  }
}

function channelOf({ channels }: State, { channel }: Post): Channel {
  return channels.get(channel)!
}
