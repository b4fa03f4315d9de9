// Reading and writing the channel over HTTP.
import type { LocalPost } from '../../ports/local-posts.ts'
import { HttpError } from '../http/errors.ts'
import { type HttpRequest, json, type Route } from '../http/route.ts'
import type { Channel } from './channel.ts'
import { readNewPost } from './new-post.ts'
import { toPostJson } from './post-json.ts'

/** `GET` and `POST /api/posts`, `GET /api/direct`, `GET /api/people`; what changes a post is in `api-changes.ts`. */
export function postRoutes(channel: Channel): readonly Route[] {
  return [
    { method: 'GET', path: '/api/people', answer: () => json({ people: channel.people }) },
    { method: 'GET', path: '/api/posts', answer: (request) => listPosts(channel, request) },
    { method: 'GET', path: '/api/direct', answer: (request) => listDirect(channel, request) },
    { method: 'POST', path: '/api/posts', answer: (request) => addPost(channel, request) },
  ]
}

async function listPosts({ posts }: Channel, { query }: HttpRequest): Promise<ReturnType<typeof json>> {
  const thread = query.get('thread')
  if (thread === null) return json({ posts: (await posts.list({})).map(toPostJson) })
  const first = await findThread(posts, thread)
  const replies = (await posts.list({ thread: first.id })).filter(({ id }) => id !== first.id)
  return json({ posts: [first, ...replies].map(toPostJson) })
}

async function listDirect({ posts, people }: Channel, { query }: HttpRequest): Promise<ReturnType<typeof json>> {
  const direct = query.get('person') ?? ''
  if (!people.some(({ id }) => id === direct)) throw new HttpError(404, 'unknown-person', 'There is no such person.')
  return json({ posts: (await posts.list({ direct })).map(toPostJson) })
}

/** Durable first; the answer comes once the application has it too. */
async function addPost(channel: Channel, request: HttpRequest): Promise<ReturnType<typeof json>> {
  const { posts, clock, ids, broadcast, delivery } = channel
  delivery.listener()
  const { author, text, thread, files } = await readNewPost(request, channel.people, channel.uploadLimit)
  const first = thread === null ? null : await findThread(posts, thread)
  const created = clock.now()
  const blank = { bot: false, key: null, body: null, buttons: [], choices: [], reactions: [], direct: null }
  const post = await posts.save(
    { ...blank, id: ids.next(), thread: first?.id ?? null, author, text, created, updated: created },
    files,
  )
  broadcast.announce('post-created', post)
  await delivery.deliver(post)
  return json({ post: toPostJson(post) }, 201)
}

/** First post of the thread that post is in. Throws HttpError 404 `unknown-thread`. */
export async function findThread(posts: Channel['posts'], id: string): Promise<LocalPost> {
  const post = await posts.get(id)
  const first = post?.thread ? await posts.get(post.thread) : post
  if (first?.direct === null) return first
  throw new HttpError(404, 'unknown-thread', 'There is no such thread in this channel.')
}
