import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PostJson } from '../../../src/adapters/local/post-json.ts'
import type { Deletion, Posting } from '../../../src/ports/chat.ts'
import { fakeLocalPosts } from '../../fakes/local-posts.ts'
import { refusal } from '../http/serve.ts'
import { eventsWith, formOf, type LocalServer, messageOf, startLocal } from './local-server.ts'

describe('changes of one’s own posts', () => {
  let server: LocalServer
  let heard: (Posting | Deletion)[]

  beforeEach(async () => {
    heard = []
    server = await startLocal()
    await server.chat.start(eventsWith({ posted: hear, deleted: hear }))
  })
  afterEach(() => server.close())

  const hear = (event: Posting | Deletion): Promise<void> => {
    heard.push(event)
    return Promise.resolve()
  }

  const write = async (text: string, names: readonly string[] = []): Promise<PostJson> => {
    const body = formOf(
      { author: 'requester', text },
      names.map((name) => [name, `of ${name}`] as const),
    )
    const { post } = (await (await fetch(`${server.url}/api/posts`, { method: 'POST', body })).json()) as {
      post: PostJson
    }
    heard = []
    return post
  }

  const send = (method: 'PATCH' | 'DELETE', id: string, body: unknown, { url } = server) =>
    fetch(`${url}/api/posts/${id}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })

  it('replace the words, keep the files and their bytes, and are told', async () => {
    const { id, files } = await write('Bonjour', ['a.csv', 'b.csv'])
    server.wait({ minutes: 5 })
    const response = await send('PATCH', id, { author: 'requester', text: ' Bonsoir\r\nà tous\0 ' })
    expect(response.status).toBe(200)
    const { post } = (await response.json()) as { post: PostJson }
    expect(post).toMatchObject({
      text: 'Bonsoir\nà tous',
      files,
      created: '2026-11-16T08:15:00.000Z',
      edited: '2026-11-16T08:20:00.000Z',
    })
    expect(heard).toMatchObject([{ post: id, text: 'Bonsoir\nà tous', files: [{ name: 'a.csv' }, { name: 'b.csv' }] }])
    expect(await (await fetch(server.url + files[1]!.url)).text()).toBe('of b.csv')
  })

  it('take out the files that are not named, with their bytes', async () => {
    const { id, files } = await write('Bonjour', ['a.csv', 'b.csv'])
    await send('PATCH', id, { author: 'requester', text: '', files: [files[1]!.id, 'of another post'] })
    expect(heard).toMatchObject([{ post: id, text: '', files: [{ id: files[1]!.id }] }])
    expect((await fetch(server.url + files[0]!.url)).status).toBe(404)
  })

  it('delete words and files, which is told as such', async () => {
    const { id, files } = await write('Bonjour', ['a.csv'])
    const response = await send('DELETE', id, { author: 'requester' })
    expect(await response.json()).toMatchObject({ post: { id, text: '', files: [] } })
    expect(heard).toEqual([{ chat: 'local', channel: 'support', post: id }])
    expect((await fetch(server.url + files[0]!.url)).status).toBe(404)
  })

  it('leave the mark that the bot puts meanwhile', async () => {
    const posts = fakeLocalPosts()
    let marked: Promise<void> | undefined
    // The bytes are read between the post and its change.
    const file = async (id: string) => {
      marked = other.chat.mark({ channel: 'support', post: await idOfFirst() }, 'ready')
      await setImmediate()
      return await posts.file(id)
    }
    const idOfFirst = async () => (await posts.list({}))[0]!.id
    const other = await startLocal({ posts: { ...posts, file } })
    await other.chat.start(eventsWith())
    const body = formOf({ author: 'requester', text: 'Bonjour' }, [['a.csv', 'x']])
    await fetch(`${other.url}/api/posts`, { method: 'POST', body })
    await send('PATCH', await idOfFirst(), { author: 'requester', text: 'Bonsoir' }, other)
    await marked
    expect(await posts.list({})).toMatchObject([{ text: 'Bonsoir', reactions: ['✅'] }])
    await other.close()
  })

  it('show a mark as no edit', async () => {
    const { id } = await write('Bonjour')
    server.wait({ minutes: 5 })
    await server.chat.mark({ channel: 'support', post: id }, 'ready')
    const { posts } = (await (await fetch(`${server.url}/api/posts`)).json()) as { posts: PostJson[] }
    expect(posts).toMatchObject([{ updated: '2026-11-16T08:20:00.000Z', edited: null }])
  })

  it.each([
    ['of another person', { author: 'staff', text: 'x' }, 403, 'not-yours'],
    ['of somebody unknown', { author: 'eve', text: 'x' }, 400, 'unknown-author'],
    ['of nobody', { text: 'x' }, 400, 'bad-body'],
    ['that leave nothing', { author: 'requester', text: ' \0 ', files: [] }, 400, 'empty-post'],
    ['that say too much', { author: 'requester', text: 'x'.repeat(16_384) }, 400, 'text-too-long'],
  ])('%s are refused, and nothing is changed or told', async (_, body, status, code) => {
    const { id } = await write('Bonjour', ['a.csv'])
    expect(await refusal(await send('PATCH', id, body))).toMatchObject({ status, code })
    expect(await server.posts.get(id)).toMatchObject({ text: 'Bonjour', files: [{ name: 'a.csv' }] })
    expect(heard).toEqual([])
  })

  it('are not for posts of others or of the bot, nor for what is not there or deleted', async () => {
    const { id } = await write('Bonjour')
    const { post } = await server.chat.post({ channel: 'support', thread: null }, 'k', messageOf('Bien'))
    const refused = async (author: string, of: string) => await refusal(await send('DELETE', of, { author }))
    expect(await refused('staff', id)).toMatchObject({ status: 403, code: 'not-yours' })
    expect(await refused('requester', post)).toMatchObject({ status: 403, code: 'not-yours' })
    expect(await refused('requester', 'none')).toMatchObject({ status: 404, code: 'unknown-post' })
    await send('DELETE', id, { author: 'requester' })
    const again = await send('PATCH', id, { author: 'requester', text: 'x' })
    expect(await refusal(again)).toMatchObject({ status: 404, code: 'unknown-post' })
  })

  it('are refused when a file that stays was forgotten: it would look like one taken out', async () => {
    const { id } = await write('Bonjour', ['a.csv'])
    await server.posts.react(id, [], Temporal.Instant.from('2027-01-02T00:00:00Z'))
    await server.posts.forget(Temporal.Instant.from('2027-01-01T00:00:00Z'))
    const edit = await send('PATCH', id, { author: 'requester', text: 'Bonsoir' })
    expect(await refusal(edit)).toMatchObject({ status: 410, code: 'file-forgotten' })
    expect(heard).toEqual([])
    expect((await send('DELETE', id, { author: 'requester' })).status).toBe(200)
  })

  it('are refused while nobody listens', async () => {
    const posts = fakeLocalPosts()
    const other = await startLocal({ posts })
    const edit = await send('PATCH', 'any', { author: 'requester', text: 'x' }, other)
    expect(await refusal(edit)).toMatchObject({ status: 503, code: 'starting' })
    await other.close()
  })

  it('are told again at the next start, even of a post that is older than what is told again', async () => {
    const edited = await write('Bonjour', ['a.csv'])
    const deleted = await write('Adieu', ['b.csv'])
    await write('Rien', ['c.csv'])
    server.wait({ hours: 8 * 24 })
    await send('PATCH', edited.id, { author: 'requester', text: 'Bonsoir' })
    await send('DELETE', deleted.id, { author: 'requester' })
    const next = await startLocal({ posts: server.posts })
    next.wait({ hours: 9 * 24 })
    heard = []
    await next.chat.start(eventsWith({ posted: hear, deleted: hear }))
    expect(heard).toMatchObject([
      { post: edited.id, text: 'Bonsoir', files: [{ name: 'a.csv' }] },
      { chat: 'local', channel: 'support', post: deleted.id },
    ])
    await next.close()
  })
})
