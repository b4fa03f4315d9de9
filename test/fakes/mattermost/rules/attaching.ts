// Files and their posts: a file belongs to the post that took it first, and to its uploader alone before.
import type { PostRecord } from '../records.ts'
import type { World } from '../world.ts'

/** Gives the post those files that it may have, and says which; the others are left out without an error. */
export function attach({ state }: World, post: PostRecord, ids: readonly string[]): readonly string[] {
  return ids.filter((id) => {
    const file = state.files.get(id)
    const free = file?.post_id === '' && file.user_id === post.user_id && file.channel_id === post.channel_id
    if (file && free) file.post_id = post.id
    return free
  })
}

/** Makes these the files of the post: others are deleted, new ones attached where possible. */
export function replaceFiles(world: World, post: PostRecord, ids: readonly string[]): void {
  const before = post.file_ids ?? []
  const wanted = [...new Set(ids)].sort()
  for (const id of before) if (!wanted.includes(id)) remove(world, id)
  const fresh = attach(
    world,
    post,
    wanted.filter((id) => !before.includes(id)),
  )
  post.file_ids = wanted.filter((id) => before.includes(id) || fresh.includes(id))
}

function remove({ state }: World, id: string): void {
  const file = state.files.get(id)
  if (file) file.gone = true
}
