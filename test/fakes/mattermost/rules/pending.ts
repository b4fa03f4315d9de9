// A pending_post_id is remembered for 30 seconds: long enough for a client that asks again, not for one that restarts.
import { ApiError } from '../errors.ts'
import type { PersonRecord, PostRecord } from '../records.ts'
import type { World } from '../world.ts'
import { standing } from './rights.ts'

const memory = 30_000

/** The post already made for it. Throws ApiError 500 when it is being made at this moment. */
export function madeBefore(world: World, pending: string, person: PersonRecord): PostRecord | undefined {
  const { state, clock } = world
  const known = state.pending.get(pending)
  if (pending === '' || !known || clock.millis() - known.at >= memory) return undefined
  if (known.post !== null) {
    const post = standing(world, known.post)
    return post?.user_id === person.id ? post : undefined
  }
  const text = 'Rejected post since another client is making the same request.'
  throw new ApiError(500, 'api.post.deduplicate_create_post.pending', text)
}

/** Makes a post and remembers it; a post that was refused is forgotten. */
export async function makeOnce(
  { state, clock }: World,
  pending: string,
  make: () => Promise<PostRecord>,
): Promise<PostRecord> {
  if (pending === '') return make()
  state.pending.set(pending, { post: null, at: clock.millis() })
  try {
    const post = await make()
    state.pending.set(pending, { post: post.id, at: clock.millis() })
    return post
  } catch (error) {
    state.pending.delete(pending)
    throw error
  }
}
