// What people press and choose; it settles once the bot acknowledged it, or three seconds of the town
// have passed. Slack sends none of it twice.
import { circumstances } from './circumstances.ts'
import type { Delivery } from './deliveries.ts'
import type { Inside } from './inside.ts'
import { postJson } from './json.ts'
import { find, type PostPlace } from './people.ts'
import { newResponseUrl } from './response.ts'
import { elementsOf } from './seen.ts'
import type { Json, State, Whisper } from './state.ts'

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
    ...circumstances(state, person, channel),
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
