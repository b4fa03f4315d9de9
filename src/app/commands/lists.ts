// Lists of requests for one person's eyes: theirs, or for the team those of all; and the digest at any hour.
import type { Message } from '../../replies/message.ts'
import { pendingReply } from '../../replies/pending-reply.ts'
import { refusedReply } from '../../replies/press-replies.ts'
import { isStaff } from '../permissions.ts'
import { digestFor, pendingRequests } from '../post-digest.ts'
import type { Asked } from './asked.ts'

/** Open requests of the person; for staff those of everybody in that chat. Throws OutsideError. */
export async function pending({ outside, command, language }: Asked): Promise<Message> {
  const { chat, person } = command
  const all = await isStaff(outside, command)
  const batches = await outside.store.batches.pending(all ? { chat } : { chat, requester: person })
  const requests = await pendingRequests(outside, chat, batches)
  return pendingReply(requests, { language, all, now: outside.clock.now() })
}

/** The digest of the channel, for staff. Throws OutsideError. */
export async function digest({ outside, command, language }: Asked): Promise<Message> {
  if (!(await isStaff(outside, command))) return refusedReply(language, 'staff')
  return await digestFor(outside, command, language)
}
