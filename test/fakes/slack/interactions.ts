// What people press, choose, call and open; each act settles once the bot acknowledged it, or three seconds of the town
// have passed. Slack sends none of these twice.
import type { Delivery } from './deliveries.ts'
import type { Inside } from './inside.ts'
import { postJson } from './json.ts'
import { find, type PostPlace } from './people.ts'
import { answer, newResponseUrl } from './response.ts'
import { elementsOf } from './seen.ts'
import type { Json, State, Whisper } from './state.ts'
import { defaultChannel } from './townsfolk.ts'

export type Pressing = {
  readonly person: string
  /** Of the bot, shown to all or to this person alone. */
  readonly post: PostPlace
  /** `action_id` of the button or of the menu. */
  readonly action: string
  /** Value of the chosen option of a menu. */
  readonly option?: string
}

/** Fails the test when the post has no such button. */
export function press(inside: Inside, { person, post: place, action, option }: Pressing): Promise<Delivery> {
  const { state } = inside
  const whisper = state.whispers.find(({ ts }) => ts === place.ts)
  const post = whisper ?? find(state, place)
  const element = elementsOf(post.blocks).find(({ action_id: id }) => id === action)
  if (!element) throw new Error(`The post has no ${action}`)
  const { channel, ts, thread } = post
  const about = { channel_id: channel, message_ts: ts, is_ephemeral: whisper !== undefined }
  return inside.deliveries.deliver('interactive', {
    type: 'block_actions',
    ...common(state, person, channel),
    container: { type: 'message', ...about, ...(thread === null ? {} : { thread_ts: thread }) },
    message: whisper ? whisperJson(state, whisper) : postJson(state, find(state, place)),
    state: { values: {} },
    response_url: newResponseUrl(state, { person, channel, about: ts, thread }),
    actions: [pressed(state, element, option)],
  })
}

function pressed(state: State, element: Json, option: string | undefined): Json {
  const { action_id, block_id, type, text, value, style, options = [] } = element
  const known = { action_id, block_id, type, text, value, style }
  if (option === undefined) return { ...known, action_ts: state.newTs() }
  const chosen = (options as readonly Json[]).find(({ value }) => value === option)
  if (!chosen) throw new Error(`There is no option ${option} to choose`)
  return { ...known, selected_option: chosen, action_ts: state.newTs() }
}

function whisperJson({ app }: State, { ts, text, blocks }: Whisper): Json {
  return { type: 'message', bot_id: app.botId, user: app.botPerson, text, blocks, ts }
}

export type Commanding = {
  readonly person: string
  /** What follows the command's name. */
  readonly text?: string
  readonly name?: string
  readonly channel?: string
}

/** A command, which Slack takes in a channel and never in a thread; an answer in the acknowledgement is shown. */
export async function command(inside: Inside, given: Commanding): Promise<Delivery> {
  const { state } = inside
  const { person, text = '', name = '/enrol-check', channel = defaultChannel } = given
  const url = { person, channel, about: null, thread: null }
  const { id, domain } = state.team
  const delivery = await inside.deliveries.deliver('slash_commands', {
    token: 'verification',
    team_id: id,
    team_domain: domain,
    channel_id: channel,
    channel_name: state.channels.get(channel)!.name,
    user_id: person,
    user_name: state.people.get(person)!.name,
    command: name,
    text,
    api_app_id: state.app.id,
    is_enterprise_install: 'false',
    response_url: newResponseUrl(state, url),
    trigger_id: newTrigger(state, person, channel),
  })
  if (delivery.answer) answer(inside, url, delivery.answer)
  return delivery
}

export type Shortcutting = { readonly person: string; readonly post: PostPlace; readonly callback: string }

/** An entry of the menu beside any post. */
export function shortcut(inside: Inside, { person, post: place, callback }: Shortcutting): Promise<Delivery> {
  const { state } = inside
  const post = find(state, place)
  const { channel, ts, thread } = post
  return inside.deliveries.deliver('interactive', {
    type: 'message_action',
    ...common(state, person, channel),
    callback_id: callback,
    message_ts: ts,
    message: postJson(state, post),
    response_url: newResponseUrl(state, { person, channel, about: ts, thread }),
    action_ts: state.newTs(),
  })
}

function common(state: State, person: string, channel: string): Json {
  return {
    ...whoAndWhere(state, person),
    channel: { id: channel, name: state.channels.get(channel)!.name },
    trigger_id: newTrigger(state, person, channel),
  }
}

export function whoAndWhere({ team, app, people }: State, person: string): Json {
  const { name } = people.get(person)!
  return {
    team: { id: team.id, domain: team.domain },
    user: { id: person, username: name, name, team_id: team.id },
    api_app_id: app.id,
    token: 'verification',
    enterprise: null,
    is_enterprise_install: false,
  }
}

export function newTrigger({ triggers, clock, newId }: State, person: string, channel: string): string {
  const id = newId('trigger-')
  triggers.set(id, { person, channel, given: clock.now() })
  return id
}
