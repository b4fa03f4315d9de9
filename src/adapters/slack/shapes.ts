// What is read of Slack's posts and files; all else that they carry is left aside.
import { z } from 'zod'

/** Of a file that Slack hides, or shares from another workspace, little more than the id is there. */
export const fileShape = z.object({
  id: z.string(),
  name: z.string().nullish(),
  title: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  /** `hosted`, `snippet`, `external`, `file_access`, `hidden_by_limit`, `tombstone`, … */
  mode: z.string().nullish(),
  file_access: z.string().nullish(),
  url_private_download: z.string().nullish(),
  url_private: z.string().nullish(),
  shares: z.record(z.string(), z.record(z.string(), z.array(z.object({ ts: z.string() })))).nullish(),
})

export type SlackFile = z.output<typeof fileShape>

export const postShape = z.object({
  ts: z.string(),
  subtype: z.string().nullish(),
  user: z.string().nullish(),
  bot_id: z.string().nullish(),
  text: z.string().nullish(),
  thread_ts: z.string().nullish(),
  latest_reply: z.string().nullish(),
  reply_count: z.number().nullish(),
  edited: z.object({ ts: z.string() }).nullish(),
  files: z.array(fileShape).nullish(),
  reactions: z.array(z.object({ name: z.string(), users: z.array(z.string()) })).nullish(),
  metadata: z.object({ event_type: z.string(), event_payload: z.unknown() }).nullish(),
})

export type SlackPost = z.output<typeof postShape>

/** A page of a history or of a thread. */
export const pageShape = z.object({
  messages: z.array(postShape),
  has_more: z.boolean().nullish(),
  response_metadata: z.object({ next_cursor: z.string().nullish() }).nullish(),
})

/** For answers of which nothing is needed. */
export const anything = z.unknown()
