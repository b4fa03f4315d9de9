// What the bot writes on its own posts, invisible to people: the key that makes a post unique, and which files are its.
import { z } from 'zod'
import { parts } from './form-metadata.ts'
import type { SlackPost } from './shapes.ts'

export const eventType = 'enrol_check'

/** Slack takes lists of flat objects only. */
const payloadShape = z.object({
  key: z.string(),
  /** Files of this post, shown or about to be. `sha` is of the bytes. */
  files: z.array(z.object({ id: z.string(), name: z.string(), sha: z.string() })).default([]),
  /** Files that it had before, and that must go. */
  stale: z.array(z.object({ id: z.string() })).default([]),
  form: parts.form,
  posted: parts.posted,
})

export type Own = z.output<typeof payloadShape>
export type OwnFile = Own['files'][number]

/** Null when the bot did not make that post, or not with a key. */
export function ownOf(post: SlackPost, bot: string): Own | null {
  if (post.user !== bot || post.metadata?.event_type !== eventType) return null
  return payloadShape.safeParse(post.metadata.event_payload).data ?? null
}

/** For chat.postMessage and chat.update. */
export function metadataOf(own: Own): { readonly event_type: string; readonly event_payload: Own } {
  return { event_type: eventType, event_payload: own }
}
