// Posts as they are read, one by one, by thread, or several at once.
import { mayRead, readablePost, standing } from '../rules/rights.ts'
import { showFile } from '../rules/show-file.ts'
import { filesOf, showPost } from '../rules/show-post.ts'
import { readThread } from '../rules/threads.ts'
import type { Call, Reply, Route } from './call.ts'
import { z } from './fields.ts'

export const readingRoutes: readonly Route[] = [
  { method: 'POST', path: '/posts/ids', answer: readSeveral },
  {
    method: 'GET',
    path: '/posts/:post_id',
    answer: ({ world, person, params }) => ({ body: showPost(world, readablePost(world, params.post_id!, person)) }),
  },
  { method: 'GET', path: '/posts/:post_id/thread', answer: thread },
  {
    method: 'GET',
    path: '/posts/:post_id/files/info',
    answer({ world, person, params }) {
      return { body: filesOf(world, readablePost(world, params.post_id!, person)).map(showFile) }
    },
  },
]

/** Those that are gone or not theirs are left out. */
async function readSeveral({ world, person, body }: Call): Promise<Reply> {
  const wanted = await body(z.array(z.string()), 'post_ids')
  const posts = wanted.flatMap((id) => standing(world, id) ?? [])
  const theirs = posts.filter(({ channel_id }) => mayRead(world, world.state.channels.get(channel_id)!, person))
  return { body: theirs.map((post) => showPost(world, post)) }
}

function thread({ world, person, params, query }: Call): Reply {
  const post = readablePost(world, params.post_id!, person)
  const perPage = Number(query.get('perPage') ?? 0)
  const up = query.get('direction') === 'up'
  return { body: readThread(world, post, { perPage, up, fromPost: query.get('fromPost') ?? '' }) }
}
