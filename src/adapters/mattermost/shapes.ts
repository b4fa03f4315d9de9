// What we read of the server's objects; everything else they hold is left out.
import { z } from 'zod'

const fileSchema = z.object({
  id: z.string(),
  name: z.string(),
  size: z.number().catch(0),
  mime_type: z.string().catch(''),
})

/** `file_ids` and `metadata` are null or absent when there is nothing. */
export const postSchema = z.object({
  id: z.string(),
  create_at: z.number(),
  edit_at: z.number().catch(0),
  delete_at: z.number().catch(0),
  user_id: z.string(),
  channel_id: z.string(),
  root_id: z.string(),
  /** Not empty for what an edited post said before, which is kept as a deleted post of its own. */
  original_id: z.string().catch(''),
  message: z.string(),
  type: z.string().catch(''),
  props: z.record(z.string(), z.unknown()).nullish(),
  file_ids: z.array(z.string()).nullish(),
  metadata: z.object({ files: z.array(fileSchema).nullish() }).nullish(),
})

export type MattermostPost = z.output<typeof postSchema>

/** `order` is newest first; `posts` also holds roots that are not in it. */
export const postListSchema = z.object({
  order: z.array(z.string()),
  posts: z.record(z.string(), postSchema),
})

export const channelSchema = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string(),
  team_id: z.string(),
  last_post_at: z.number().catch(0),
  delete_at: z.number().catch(0),
})

export type MattermostChannel = z.output<typeof channelSchema>

export const personSchema = z.object({
  id: z.string(),
  username: z.string(),
  first_name: z.string().catch(''),
  last_name: z.string().catch(''),
  nickname: z.string().catch(''),
  locale: z.string().catch(''),
  is_bot: z.boolean().catch(false),
  timezone: z.record(z.string(), z.string()).nullish().catch(null),
})

export const reactionsSchema = z.array(z.object({ user_id: z.string(), emoji_name: z.string() })).nullable()

export const uploadSchema = z.object({ file_infos: z.array(z.object({ id: z.string() })) })

export const idSchema = z.object({ id: z.string() })

/** Values are all texts. */
export const clientConfigSchema = z.record(z.string(), z.string())
