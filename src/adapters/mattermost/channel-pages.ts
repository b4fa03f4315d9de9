// The lists of a channel's posts: pages after a post, edits since a moment, the newest; always given oldest first.
import { type Api, read } from './api.ts'
import { type MattermostPost, postListSchema } from './shapes.ts'

/** The server gives no more, whatever is asked. */
export const perPage = 200

/** All that were posted after that one, even when it was deleted; none, without an error, when it never existed. */
export async function postsAfter(api: Api, channel: string, last: string): Promise<readonly MattermostPost[]> {
  const all: MattermostPost[] = []
  for (let number = 0; ; number++) {
    const more = await page(api, channel, { after: last, page: number })
    all.push(...more)
    if (more.length < perPage) return all
  }
}

type Asked =
  | { readonly page: number; readonly after?: string }
  | { readonly since: number }
  | { readonly before: string; readonly count: number }

/** Oldest first. */
export async function page(api: Api, channel: string, asked: Asked): Promise<readonly MattermostPost[]> {
  const { client } = api
  const answer = await ('since' in asked
    ? client.getPostsSince(channel, asked.since, false)
    : 'before' in asked
      ? client.getPostsBefore(channel, asked.before, 0, asked.count, false)
      : asked.after === undefined
        ? client.getPosts(channel, asked.page, perPage, false)
        : client.getPostsAfter(channel, asked.after, asked.page, perPage, false))
  const { order, posts } = read(postListSchema, answer)
  return order.toReversed().flatMap((id) => posts[id] ?? [])
}

export async function postBefore(api: Api, channel: string, last: string): Promise<MattermostPost | undefined> {
  return (await page(api, channel, { before: last, count: 1 })).at(-1)
}
