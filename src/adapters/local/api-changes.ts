// A person may change or take away what they posted; the application follows, as with any other chat.
import { z } from 'zod'
import type { LocalPost, NewLocalFile } from '../../ports/local-posts.ts'
import { readJson } from '../http/body.ts'
import { HttpError } from '../http/errors.ts'
import { type Answer, type HttpRequest, json, type Route } from '../http/route.ts'
import type { Channel } from './channel.ts'
import { bodyOfEdit, isDeleted } from './edits.ts'
import { checkAuthor, checkText } from './new-post.ts'
import { toPostJson } from './post-json.ts'

const editSchema = z.object({
  author: z.string(),
  text: z.string(),
  /** Ids of the files that stay; all of them when it is left out. */
  files: z.array(z.string()).optional(),
})

const deletionSchema = z.object({ author: z.string() })

/** What is left of a post. */
type Left = Pick<LocalPost, 'text' | 'files'>

/** `PATCH` and `DELETE /api/posts/:post`; 403 for anybody but its author, 404 once it is deleted. */
export function changeRoutes(channel: Channel): readonly Route[] {
  return [
    { method: 'PATCH', path: '/api/posts/:post', answer: (request) => edit(channel, request) },
    { method: 'DELETE', path: '/api/posts/:post', answer: (request) => remove(channel, request) },
  ]
}

async function edit(channel: Channel, request: HttpRequest): Promise<Answer> {
  const { author, text, files } = await readJson(request, editSchema)
  return await change(channel, request, author, (post) => {
    const kept = post.files.filter(({ id }) => files?.includes(id) ?? true)
    return { text: checkText(text, kept), files: kept }
  })
}

async function remove(channel: Channel, request: HttpRequest): Promise<Answer> {
  const { author } = await readJson(request, deletionSchema)
  return await change(channel, request, author, () => ({ text: '', files: [] }))
}

/** Durable first; the answer comes once the application has it too. */
async function change(
  channel: Channel,
  { params }: HttpRequest,
  author: string,
  leave: (post: LocalPost) => Left,
): Promise<Answer> {
  const { posts, clock, broadcast, delivery, locks } = channel
  delivery.listener()
  const id = params.post ?? ''
  const saved = await locks.run(id, async () => {
    const post = await ownPost(channel, id, author)
    const { text, files } = leave(post)
    const now = clock.now()
    const changed = { ...post, text, body: bodyOfEdit(now), updated: now }
    return await posts.save(changed, await withBytes(channel, files))
  })
  broadcast.announce('post-updated', saved)
  await delivery.deliver(saved)
  return json({ post: toPostJson(saved) })
}

/** Throws HttpError 404 `unknown-post`, 403 `not-yours`. */
async function ownPost({ posts, people }: Channel, id: string, author: string): Promise<LocalPost> {
  const person = checkAuthor(author, people)
  const post = await posts.get(id)
  if (!post || isDeleted(post)) throw new HttpError(404, 'unknown-post', 'There is no such post.')
  if (post.bot || post.author !== person) throw new HttpError(403, 'not-yours', 'Only its author may change a post.')
  return post
}

/** Throws HttpError 410 `file-forgotten`: without its bytes a file that stays would look like one taken out. */
async function withBytes({ posts }: Channel, files: LocalPost['files']): Promise<readonly NewLocalFile[]> {
  const kept: NewLocalFile[] = []
  for (const { id } of files) {
    const file = await posts.file(id)
    if (!file?.bytes) throw new HttpError(410, 'file-forgotten', 'Its files were deleted after the retention time.')
    kept.push({ ...file, bytes: file.bytes })
  }
  return kept
}
