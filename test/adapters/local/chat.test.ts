import type { PostJson } from '../../../src/adapters/local/post-json.ts'
import { type ChatWorld, chatContract, type Said, type SeenPost } from '../../contracts/chat.ts'
import { fakeLocalPosts } from '../../fakes/local-posts.ts'
import { eventsWith, formOf, startLocal } from './local-server.ts'

chatContract('the local channel', makeWorld)

/** People act over HTTP, as the page does; while the chat under test is stopped another process takes their posts. */
async function makeWorld(): Promise<ChatWorld> {
  const posts = fakeLocalPosts()
  const other = await startLocal({ posts })
  await other.chat.start(eventsWith())
  let current = await startLocal({ posts })
  const servers = [other, current]

  const press = (post: string, button: string, author: string) =>
    send(`${current.url}/api/posts/${post}/buttons/${button}`, { author })

  return {
    chat: current.chat,
    channel: 'support',
    people: { french: 'requester', english: 'requester-en', staff: 'staff' },
    say: async (said) => (await post(current.url, said)) ?? (await post(other.url, said))!,
    async edit(id, text, without = []) {
      const { author, files } = await postOf(current.url, id)
      const kept = files.filter(({ name }) => !without.includes(name)).map((file) => file.id)
      await send(`${current.url}/api/posts/${id}`, { author, text, files: kept }, 'PATCH')
    },
    async remove(id) {
      const { author } = await postOf(current.url, id)
      await send(`${current.url}/api/posts/${id}`, { author }, 'DELETE')
    },
    press: ({ post: id }, button, person) => press(id, button, person),
    choose: ({ post: id }, choice, option, author) =>
      send(`${current.url}/api/posts/${id}/buttons/${choice}`, { author, option }),
    command: (author, text, thread) =>
      send(`${current.url}/api/commands`, { author, text: `/enrol-check ${text}`, thread }),
    async seen(where) {
      const path = where ? `/api/direct?person=${where.direct}` : '/api/posts'
      const list = (await (await fetch(current.url + path)).json()) as { posts: PostJson[] }
      return await Promise.all(list.posts.map((shown) => see(current.url, shown)))
    },
    async restart() {
      current = await startLocal({ posts })
      servers.push(current)
      return current.chat
    },
    async close() {
      for (const server of servers) await server.close()
    },
  }
}

/** Id of the new post, or null when nobody listens. */
async function post(url: string, { files = [], thread, ...fields }: Said): Promise<string | null> {
  const form = formOf(
    thread === undefined ? fields : { ...fields, thread },
    files.map(({ name, text }) => [name, text]),
  )
  const response = await fetch(`${url}/api/posts`, { method: 'POST', body: form })
  if (response.status === 503) return null
  return ((await response.json()) as { post: PostJson }).post.id
}

async function postOf(url: string, id: string): Promise<PostJson> {
  const { posts } = (await (await fetch(`${url}/api/posts?thread=${id}`)).json()) as { posts: PostJson[] }
  return posts.find((post) => post.id === id)!
}

async function send(url: string, body: unknown, method = 'POST'): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url, { method, headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(await response.text())
}

async function see(url: string, shown: PostJson): Promise<SeenPost> {
  const files = shown.files.map(async ({ name, url: path }) => {
    const response = await fetch(url + path)
    return { name, text: await response.text() }
  })
  return {
    ref: { channel: 'support', post: shown.id },
    text: shown.text,
    files: await Promise.all(files),
    buttons: shown.buttons.map(({ id }) => id),
    choices: shown.choices.map(({ id, chosen }) => ({ id, chosen })),
    reactions: shown.reactions,
  }
}
