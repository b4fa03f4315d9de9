// A person may change or take away what they posted; the application follows, as with any other chat.
import { z } from 'zod'
import type { LocalPost, NewLocalFile } from '../../ports/local-posts.ts'
import { readJson } from '../http/body.ts'
import { HttpError } from '../http/errors.ts'
import { type Answer, type HttpRequest, json, type Route } from '../http/route.ts'
import type { Channel } from './channel.ts'
import { checkAuthor, longestText } from './new-post.ts'
import { toPostJson } from './post-json.ts'

const editSchema = z.object({
  author: z.string(),
  text: z.string().max(longestText),
  /** Ids of the files that stay; all of them when it is left out. */
  files: z.array(z.string()).optional(),
})

const deletionSchema = z.object({ author: z.string() })

/** `PATCH` and `DELETE /api/posts/:post`; 403 for anybody but its author. */
export function changeRoutes(channel: Channel): readonly Route[] {
  return [
    { method: 'PATCH', path: '/api/posts/:post', answer: (request) => edit(channel, request) },
    { method: 'DELETE', path: '/api/posts/:post', answer: (request) => remove(channel, request) },
  ]
}

async function edit(channel: Channel, request: HttpRequest): Promise<Answer> {
  const { author, text, files } = await readJson(request, editSchema)
  const post = await ownPost(channel, request, author)
  const kept = post.files.filter(({ id }) => files?.includes(id) ?? true)
  if (text.trim() === '' && kept.length === 0) throw new HttpError(400, 'empty-post', 'A post needs a text or a file.')
  return await save(channel, { ...post, text: text.trim(), files: kept })
}

async function remove(channel: Channel, request: HttpRequest): Promise<Answer> {
  const { author } = await readJson(request, deletionSchema)
  const post = await ownPost(channel, request, author)
  return await save(channel, { ...post, text: '', files: [] })
}

async function save(channel: Channel, { files, ...post }: LocalPost): Promise<Answer> {
  const { posts, broadcast, delivery, clock } = channel
  const kept: NewLocalFile[] = []
  for (const file of files) {
    const stored = await posts.file(file.id)
    if (stored?.bytes) kept.push({ ...stored, bytes: stored.bytes })
  }
  const saved = await posts.save({ ...post, updated: clock.now() }, kept)
  broadcast.announce('post-updated', saved)
  await delivery.deliver(saved)
  return json({ post: toPostJson(saved) })
}

/** Throws HttpError 404 `unknown-post`, 403 `not-yours`. */
async function ownPost(
  { posts, people, delivery }: Channel,
  { params }: HttpRequest,
  author: string,
): Promise<LocalPost> {
  delivery.listener()
  const person = checkAuthor(author, people)
  const post = await posts.get(params.post ?? '')
  if (!post) throw new HttpError(404, 'unknown-post', 'There is no such post.')
  if (post.bot || post.author !== person) throw new HttpError(403, 'not-yours', 'Only its author may change a post.')
  return post
}
