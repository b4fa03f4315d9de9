// Deleting a post takes its replies along; its files can be had a moment longer.
import { forbidden, postMissing } from '../errors.ts'
import type { PersonRecord, PostRecord } from '../records.ts'
import type { World } from '../world.ts'
import { tellOfDeletion } from './post-events.ts'
import { isAdmin, standing } from './rights.ts'
import { showPost } from './show-post.ts'

/** Throws ApiError 404 when there is none, 403 when it is somebody else's. */
export function deletePost(world: World, person: PersonRecord, id: string): void {
  const post = standing(world, id)
  if (!post) throw postMissing()
  if (post.user_id !== person.id && !isAdmin(person)) throw forbidden()
  const asItWas = showPost(world, post, { metadata: false })
  const at = world.clock.stamp()
  for (const gone of threadOf(world, post)) markDeleted(world, gone, person, at)
  tellOfDeletion(world, asItWas, post.channel_id)
}

const threadOf = ({ state }: World, post: PostRecord): readonly PostRecord[] =>
  [...state.posts.values()].filter((other) => other === post || (other.root_id === post.id && other.delete_at === 0))

function markDeleted({ state }: World, post: PostRecord, person: PersonRecord, at: number): void {
  post.delete_at = at
  post.update_at = at
  post.props = { ...post.props, deleteBy: person.id }
  for (const id of post.file_ids ?? []) {
    const file = state.files.get(id)
    if (file) file.orphan_at = at
  }
}
