// When the bot came into a channel and left it, as the posts of the system tell: what people said meanwhile was for people.
import type { MattermostPost } from './shapes.ts'

/** Whether that post says that the bot came. */
export function isJoining({ type, user_id, props }: MattermostPost, me: string): boolean {
  if (type === 'system_join_channel') return user_id === me
  return type === 'system_add_to_channel' && props?.addedUserId === me
}

/** Ids of what was said before the bot came (back), of posts oldest first. */
export function saidWithout(posts: readonly MattermostPost[], me: string): ReadonlySet<string> {
  const without = new Set<string>()
  let perhaps: string[] = []
  for (const post of posts) {
    if (isJoining(post, me)) for (const id of perhaps) without.add(id)
    if (isJoining(post, me) || isLeaving(post, me)) perhaps = []
    else perhaps.push(post.id)
  }
  return without
}

function isLeaving({ type, user_id, props }: MattermostPost, me: string): boolean {
  if (type === 'system_leave_channel') return user_id === me
  return type === 'system_remove_from_channel' && props?.removedUserId === me
}
