// Changing a post: what it said before is kept as a deleted post of its own, which only `since=` ever shows.
import { ApiError } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import type { PersonRecord, PostRecord } from '../records.ts'
import type { World } from '../world.ts'
import { replaceFiles } from './attaching.ts'
import { keepProps } from './attachments.ts'
import { tellOfEdit } from './post-events.ts'
import { checkLength } from './posting.ts'
import { editablePost, isArchived } from './rights.ts'

/** What is not given stays as it is; props are replaced whole. */
export type Patch = {
  readonly message?: string
  readonly props?: JsonObject
  readonly files?: readonly string[]
  readonly pinned?: boolean
}

/** Throws ApiError 403 for a post that is not there, deleted or somebody else's; 400 when too long. */
export function patchPost(world: World, person: PersonRecord, id: string, patch: Patch): PostRecord {
  const post = editablePost(world, id, person)
  if (isArchived(world, post)) {
    const text = 'Can not update a post in a deleted channel.'
    throw new ApiError(400, 'api.post.patch_post.can_not_update_post_in_deleted.error', text)
  }
  checkLength(patch.message ?? '')
  return changePost(world, post, patch)
}

/** The same without asking who: the server does it for the answer of a button. */
export function changePost(world: World, post: PostRecord, { message, props, files, pinned }: Patch): PostRecord {
  const at = world.clock.stamp()
  keepVersion(world, post, at)
  if (message !== undefined) post.message = message
  if (props !== undefined) post.props = keepProps(props, () => world.newId())
  if (files !== undefined) replaceFiles(world, post, files)
  if (pinned !== undefined) post.is_pinned = pinned
  post.update_at = at
  post.edit_at = at
  tellOfEdit(world, post)
  return post
}

export function pinPost(world: World, post: PostRecord): void {
  post.is_pinned = true
  post.update_at = world.clock.stamp()
  tellOfEdit(world, post)
}

function keepVersion({ state, newId }: World, post: PostRecord, at: number): void {
  const version = { ...post, id: newId(), original_id: post.id, update_at: at, delete_at: at, edit_at: 0 }
  state.posts.set(version.id, version)
}
