// Making a post: what is refused, what is dropped without a word, and who hears of it.
import { ApiError, rootInvalid } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import type { ChannelRecord, PersonRecord, PostRecord } from '../records.ts'
import type { World } from '../world.ts'
import { attach } from './attaching.ts'
import { keepProps } from './attachments.ts'
import { tellOfPost } from './post-events.ts'
import { writableChannel } from './rights.ts'

/** Code points of a message. */
const longestMessage = 16_383
/** Files of one post. */
const mostFiles = 10

export type Draft = {
  readonly channel: string
  readonly message: string
  readonly root?: string
  readonly props?: JsonObject
  readonly files?: readonly string[]
  readonly type?: string
  readonly pending?: string
}

/** Throws ApiError 403 outside one's channels, 400 for an archived one, a root that is none, too long, too many files. */
export function createPost(world: World, person: PersonRecord, draft: Draft): PostRecord {
  const channel = writableChannel(world, draft.channel, person)
  checkDraft(world, channel, draft)
  const props = keepProps(draft.props ?? {}, () => world.newId())
  const post = addPost(world, channel, person, { ...draft, props: person.bot ? { ...props, from_bot: 'true' } : props })
  const asked = draft.files ?? []
  if (asked.length > 0) attachAll(world, post, asked)
  tellOfPost(world, post, draft.pending)
  return post
}

/** Throws ApiError 400 `model.post.is_valid.…`. */
export function checkLength(message: string): void {
  if (Array.from(message).length <= longestMessage) return
  const text = 'Post Message property is longer than the maximum permitted length.'
  throw new ApiError(400, 'model.post.is_valid.message_length.app_error', text)
}

/** Puts a post in its place without a check and without telling anybody. */
export function addPost(world: World, channel: ChannelRecord, person: PersonRecord, draft: Draft): PostRecord {
  const at = world.clock.stamp()
  const post: PostRecord = {
    id: world.newId(),
    create_at: at,
    update_at: at,
    edit_at: 0,
    delete_at: 0,
    is_pinned: false,
    user_id: person.id,
    channel_id: channel.id,
    root_id: draft.root ?? '',
    original_id: '',
    message: draft.message,
    type: draft.type ?? '',
    props: draft.props ?? {},
    file_ids: [],
  }
  world.state.posts.set(post.id, post)
  touch(world, channel, post)
  return post
}

function checkDraft(world: World, channel: ChannelRecord, { message, root = '', files = [] }: Draft): void {
  if (channel.delete_at > 0) {
    const id = 'api.post.create_post.can_not_post_to_deleted.error'
    throw new ApiError(400, id, 'Can not post to deleted channel.')
  }
  const found = world.state.posts.get(root)
  const isRoot = found?.delete_at === 0 && found.root_id === '' && found.channel_id === channel.id
  if (root !== '' && !isRoot) throw rootInvalid()
  checkLength(message)
  if (new Set(files).size <= mostFiles) return
  const text =
    'Invalid file ids. Note that uploads are limited to 10 files maximum. Please use additional posts for more files.'
  throw new ApiError(400, 'model.post.is_valid.file_ids.app_error', text)
}

/** When any was left out, the post is changed once more and tells so by its time alone. */
function attachAll(world: World, post: PostRecord, asked: readonly string[]): void {
  const wanted = [...new Set(asked)].sort()
  const attached = attach(world, post, wanted)
  post.file_ids = attached.length > 0 ? attached : null
  if (attached.length < wanted.length) post.update_at = world.clock.stamp()
}

function touch({ state }: World, channel: ChannelRecord, post: PostRecord): void {
  channel.last_post_at = post.create_at
  if (post.type === '') channel.total_msg_count += 1
  if (post.type === '' && post.root_id === '') channel.total_msg_count_root += 1
  const root = state.posts.get(post.root_id)
  if (root) root.update_at = post.create_at
}
