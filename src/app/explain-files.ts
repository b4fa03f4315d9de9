// The kind word for a screenshot in a request's thread, said once per post.
import { z } from 'zod'
import { notATableReply } from '../replies/not-a-table-reply.ts'
import { languageOf } from './language-of.ts'
import type { Outside } from './outside.ts'
import { say } from './say.ts'

const payloadOf = z.object({
  chat: z.enum(['local', 'slack', 'mattermost']),
  channel: z.string(),
  thread: z.string().nullable(),
  post: z.string(),
  author: z.string(),
  name: z.string(),
  type: z.string(),
})

/** Says what is needed instead of such a file. Throws OutsideError. */
export async function explainFiles(outside: Outside, payload: unknown): Promise<void> {
  const posting = payloadOf.parse(payload)
  const { chat, channel, thread, post, name, type } = posting
  const language = await languageOf(outside, posting)
  const place = { channel, thread: thread ?? post }
  await say(outside, chat, place, `explain ${channel} ${post}`, notATableReply({ language, name, type }))
}
