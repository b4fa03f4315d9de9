// The event `message` in all its subtypes: new posts, edits, deletions, and what Slack tells of itself.
import { z } from 'zod'
import type { Delivery } from './delivery.ts'
import { isOfPerson } from './posting.ts'
import { postShape, type SlackPost } from './shapes.ts'

const changedShape = z.object({
  subtype: z.literal('message_changed'),
  channel: z.string(),
  message: postShape,
  previous_message: postShape.nullish(),
})

const deletedShape = z.object({
  subtype: z.literal('message_deleted'),
  channel: z.string(),
  deleted_ts: z.string(),
})

const otherShape = postShape.extend({ channel: z.string() })

/** Delivers one event; settles once it is stored. Throws what the application throws: then Slack must send it again. */
export async function hearMessage(delivery: Delivery, event: unknown): Promise<void> {
  const changed = changedShape.safeParse(event).data
  const deleted = deletedShape.safeParse(event).data
  if (deleted) await delivery.deleted(deleted.channel, deleted.deleted_ts)
  else if (changed) await hearChange(delivery, changed)
  else await hearOther(delivery, event)
}

async function hearOther(delivery: Delivery, event: unknown): Promise<void> {
  const post = otherShape.safeParse(event).data
  if (post && isOfPerson(post)) await delivery.posted(post.channel, post)
}

/**
 * The first post of a thread is deleted by becoming a tombstone. The bot's own edits come back without a user at the
 * top of the event, and an address that is shown as a card changes a post too: only what its author wrote counts.
 */
async function hearChange(delivery: Delivery, change: z.output<typeof changedShape>): Promise<void> {
  const { channel, message, previous_message: before } = change
  if (message.subtype === 'tombstone') await delivery.deleted(channel, message.ts)
  else if (isOfPerson(message) && (!before || contentOf(message) !== contentOf(before)))
    await delivery.posted(channel, message)
}

function contentOf({ text, files }: SlackPost): string {
  return JSON.stringify([text ?? '', (files ?? []).map(({ id, mode }) => [id, mode === 'tombstone'])])
}
