// A post of the server as the application takes it, and which ones it is not told of at all.
import { z } from 'zod'
import type { Attachment, Posting } from '../../ports/chat.ts'
import { type Api, read } from './api.ts'
import type { MattermostPost } from './shapes.ts'

/** Written by a person: not by the system, a webhook, a plug-in, another bot or this one. */
export function isOfPerson({ type, user_id, props }: MattermostPost, me: string): boolean {
  const made = ['from_webhook', 'from_bot', 'from_plugin'].some(
    (name) => props?.[name] === 'true' || props?.[name] === true,
  )
  return type === '' && user_id !== me && !made
}

/** As the application takes it; asks for the files when the post does not describe them. */
export async function toPosting(api: Api, post: MattermostPost, direct: boolean): Promise<Posting> {
  return {
    chat: 'mattermost',
    channel: post.channel_id,
    thread: post.root_id === '' ? null : post.root_id,
    post: post.id,
    author: post.user_id,
    text: post.message,
    files: await filesOf(api, post),
    direct,
    form: null,
  }
}

const infoSchema = z.array(z.object({ id: z.string(), name: z.string(), size: z.number(), mime_type: z.string() }))

/** In the order they were uploaded: `file_ids` are sorted, and so in none that means anything. */
async function filesOf(api: Api, { id, file_ids, metadata }: MattermostPost): Promise<readonly Attachment[]> {
  const ids = file_ids ?? []
  const given = metadata?.files ?? []
  const all = ids.every((wanted) => given.some((file) => file.id === wanted))
  const described = all ? given : read(infoSchema, await api.client.getFileInfosForPost(id))
  return described
    .filter(({ id: one }) => ids.includes(one))
    .map((file) => ({ id: file.id, name: file.name, size: file.size, type: file.mime_type }))
}
