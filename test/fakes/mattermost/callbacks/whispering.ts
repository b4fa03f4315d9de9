// Something for one person's eyes: an event, and nothing that stays.
import type { JsonObject } from '../json.ts'
import type { PostRecord } from '../records.ts'
import { keepProps } from '../rules/attachments.ts'
import { showPost } from '../rules/show-post.ts'
import type { Whisper } from '../state.ts'
import type { World } from '../world.ts'

export function whisper(world: World, said: Whisper, props: JsonObject = {}): void {
  const { person, channel, root, message } = said
  world.state.whispers.push(said)
  const post: PostRecord = {
    id: world.newId(),
    create_at: world.clock.stamp(),
    update_at: 0,
    edit_at: 0,
    delete_at: 0,
    is_pinned: false,
    user_id: person,
    channel_id: channel,
    root_id: root,
    original_id: '',
    message,
    type: 'system_ephemeral',
    props: keepProps(props, world.newId),
    file_ids: null,
  }
  const data = { post: JSON.stringify(showPost(world, post, { counts: false })) }
  world.publish({ event: 'ephemeral_message', data, broadcast: { user_id: person, channel_id: channel } })
}
