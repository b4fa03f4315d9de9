// A post as the API shows it: without what its buttons call, with files and reactions beside it.
import type { JsonObject } from '../json.ts'
import type { PostRecord } from '../records.ts'
import type { World } from '../world.ts'
import { showProps } from './attachments.ts'
import { showFile } from './show-file.ts'

export type Showing = {
  /** Lists of a channel say 0 whatever there is. */
  readonly counts?: boolean
  /** Left out where the server answers with a post that it already had. */
  readonly metadata?: boolean
  /** Echoed once, to whoever made the post. */
  readonly pending?: string
}

export function showPost(world: World, post: PostRecord, showing: Showing = {}): JsonObject {
  const { counts = true, metadata = true, pending = '' } = showing
  const deleted = post.delete_at > 0
  return {
    ...post,
    ...(deleted && { message: '', file_ids: [] }),
    props: showProps(post.props),
    hashtags: '',
    pending_post_id: pending,
    ...(!isOfServer(post) && { remote_id: '' }),
    reply_count: counts ? replyCount(world, post) : 0,
    last_reply_at: 0,
    participants: null,
    ...(reactionsOf(world, post).length > 0 && { has_reactions: true }),
    ...(metadata && { metadata: deleted ? {} : metadataOf(world, post) }),
  }
}

/** Said by the server itself, in its own name or in that of whoever gave a command. */
const isOfServer = ({ type, props }: PostRecord): boolean => type !== '' || 'from_webhook' in props

/** Answers in the post's thread, whichever post of it this is. */
function replyCount({ state }: World, post: PostRecord): number {
  const root = post.root_id || post.id
  return [...state.posts.values()].filter(({ root_id, delete_at }) => root_id === root && delete_at === 0).length
}

function metadataOf(world: World, post: PostRecord): JsonObject {
  const files = filesOf(world, post)
  const reactions = reactionsOf(world, post)
  return {
    ...('attachments' in post.props && { embeds: [{ type: 'message_attachment' }] }),
    ...(files.length > 0 && { files: files.map(showFile) }),
    ...(reactions.length > 0 && { reactions: reactions.map(showReaction) }),
  }
}

export const reactionsOf = ({ state }: World, post: PostRecord) =>
  state.reactions.filter(({ post_id }) => post_id === post.id)

export const showReaction = (reaction: ReturnType<typeof reactionsOf>[number]): JsonObject => ({
  ...reaction,
  delete_at: 0,
  remote_id: '',
})

/** Oldest first, whatever the order of `file_ids`. */
export function filesOf({ state }: World, post: PostRecord) {
  const files = (post.file_ids ?? []).flatMap((id) => state.files.get(id) ?? [])
  return files.sort((a, b) => a.create_at - b.create_at)
}
