// A person takes one of the bot's entries in the menu beside a post; Slack sends it once.
import { circumstances } from './circumstances.ts'
import type { Delivery } from './deliveries.ts'
import type { Inside } from './inside.ts'
import { postJson } from './json.ts'
import { find, type PostPlace } from './people.ts'
import { newResponseUrl } from './response.ts'

export type Shortcutting = { readonly person: string; readonly post: PostPlace; readonly callback: string }

/** An entry of the menu beside any post. */
export function shortcut(inside: Inside, { person, post: place, callback }: Shortcutting): Promise<Delivery> {
  const { state } = inside
  const post = find(state, place)
  const { channel, ts, thread } = post
  return inside.deliveries.deliver('interactive', {
    type: 'message_action',
    ...circumstances(state, person, channel),
    callback_id: callback,
    message_ts: ts,
    message: postJson(state, post),
    response_url: newResponseUrl(state, { person, channel, about: ts, thread }),
    action_ts: state.newTs(),
  })
}
