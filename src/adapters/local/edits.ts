// A mark of the bot changes `updated` too, so what the author did is noted apart, where the bot's posts have their body.
import { z } from 'zod'
import type { LocalPost } from '../../ports/local-posts.ts'

const schema = z.object({ edited: z.iso.datetime() })

/** `LocalPost.body` of a post that its author changed or deleted then. */
export const bodyOfEdit = (at: Temporal.Instant): z.output<typeof schema> => ({ edited: at.toString() })

/** When its words or files were last changed; null when they are as they were posted. */
export function editedAt({ bot, body, created, updated }: LocalPost): Temporal.Instant | null {
  if (bot) return updated.equals(created) ? null : updated
  const edit = schema.safeParse(body).data
  return edit ? Temporal.Instant.from(edit.edited) : null
}

/** A post of a person with nothing left of it. */
export const isDeleted = ({ bot, text, files }: LocalPost): boolean => !bot && text === '' && files.length === 0
