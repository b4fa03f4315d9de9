// Lists of requests for one person's eyes: theirs, or for the team those of all; and the digest at any hour.
import { digestOf } from '../../batches/digest.ts'
import type { Message } from '../../replies/message.ts'
import { refusalReply } from '../../replies/notes.ts'
import { pendingReply } from '../../replies/pending-reply.ts'
import { pendingRequests } from '../pending-requests.ts'
import { isStaff } from '../permissions.ts'
import { digestFor } from '../post-digest.ts'
import { siteFor } from '../sites.ts'
import type { Asked } from './asked.ts'

/** Open requests of the person; for staff those of everybody in that chat. Throws OutsideError. */
export async function pending({ outside, command, language }: Asked): Promise<Message> {
  const { chat, person } = command
  const mine = !(await isStaff(outside, command))
  const batches = await outside.store.batches.pending(mine ? { chat, requester: person } : { chat })
  const requests = await pendingRequests(outside, chat, batches, { named: !mine })
  const site = await siteFor(outside, { ...command, form: null })
  const { lines } = digestOf({ pending: requests, history: [], checked: [] }, outside.clock.now(), site)
  return pendingReply(lines, { language, mine })
}

/** The digest of the channel, for staff. Throws OutsideError. */
export async function digest({ outside, command, language }: Asked): Promise<Message> {
  if (!(await isStaff(outside, command))) return refusalReply('digest', language)
  return await digestFor(outside, command, language)
}
