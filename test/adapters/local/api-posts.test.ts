import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PostJson } from '../../../src/adapters/local/post-json.ts'
import type { Posting } from '../../../src/ports/chat.ts'
import { OutsideError } from '../../../src/ports/outside-error.ts'
import { fakeLocalPosts } from '../../fakes/local-posts.ts'
import { rawStatus, refusal } from '../http/serve.ts'
import { eventsWith, formOf, type LocalServer, messageOf, startLocal } from './local-server.ts'

describe('posts of the local channel', () => {
  let server: LocalServer
  let postings: Posting[]

  beforeEach(async () => {
    postings = []
    server = await startLocal({ uploadLimit: 1_000 })
    await server.chat.start(
      eventsWith({
        posted(posting) {
          postings.push(posting)
          return Promise.resolve()
        },
      }),
    )
  })
  afterEach(() => server.close())

  const send = (form: FormData) => fetch(`${server.url}/api/posts`, { method: 'POST', body: form })
  const posted = async (form: FormData): Promise<PostJson> =>
    ((await (await send(form)).json()) as { post: PostJson }).post
  const list = async (path = '/api/posts'): Promise<readonly PostJson[]> =>
    ((await (await fetch(server.url + path)).json()) as { posts: PostJson[] }).posts

  it('have every field of the contract', async () => {
    const response = await send(formOf({ author: 'requester', text: ' Bonjour ' }, [['liste.csv', 'a;b']]))
    expect(response.status).toBe(201)
    const { post } = (await response.json()) as { post: PostJson }
    expect(post).toEqual({
      id: expect.stringMatching(/^[a-z0-9]+$/) as string,
      thread: null,
      direct: null,
      author: 'requester',
      bot: false,
      text: 'Bonjour',
      body: null,
      language: null,
      files: [
        {
          id: expect.any(String) as string,
          name: 'liste.csv',
          size: 3,
          type: 'text/csv',
          url: expect.stringMatching(/^\/files\//) as string,
          picture: null,
        },
      ],
      buttons: [],
      choices: [],
      reactions: [],
      created: '2026-11-16T08:15:00.000Z',
      updated: '2026-11-16T08:15:00.000Z',
      edited: null,
    })
    expect(await list()).toEqual([post])
  })

  it('are stored before the application hears of them, and it has them before the answer', async () => {
    const posts = fakeLocalPosts()
    const seen: unknown[] = []
    const other = await startLocal({ posts })
    await other.chat.start(
      eventsWith({
        async posted({ post }) {
          seen.push((await posts.get(post))?.text)
        },
      }),
    )
    await fetch(`${other.url}/api/posts`, { method: 'POST', body: formOf({ author: 'staff', text: 'x' }) })
    expect(seen).toEqual(['x'])
    await other.close()
  })

  it('come in order of posting, threads included', async () => {
    const first = await posted(formOf({ author: 'requester', text: 'un' }))
    await posted(formOf({ author: 'requester', text: 'deux' }))
    await posted(formOf({ author: 'staff', text: 'trois', thread: first.id }))
    expect((await list()).map(({ text }) => text)).toEqual(['un', 'deux', 'trois'])
    expect((await list(`/api/posts?thread=${first.id}`)).map(({ text }) => text)).toEqual(['un', 'trois'])
  })

  it('stay in order over a restart with a clock set back', async () => {
    server.wait({ hours: 1 })
    await posted(formOf({ author: 'requester', text: 'un' }))
    const next = await startLocal({ posts: server.posts })
    await next.chat.start(eventsWith())
    await fetch(`${next.url}/api/posts`, { method: 'POST', body: formOf({ author: 'requester', text: 'deux' }) })
    expect((await list()).map(({ text }) => text)).toEqual(['un', 'deux'])
    await next.close()
  })

  it('join the thread of the answer they answer', async () => {
    const first = await posted(formOf({ author: 'requester', text: 'un' }))
    const answer = await posted(formOf({ author: 'staff', text: 'deux', thread: first.id }))
    const later = await posted(formOf({ author: 'requester', text: 'trois', thread: answer.id }))
    expect(later.thread).toBe(first.id)
  })

  it('show the bot’s paragraphs, text and language', async () => {
    await server.chat.post(
      { channel: 'support', thread: null },
      'k',
      messageOf('', { language: 'en', paragraphs: [{ kind: 'item', spans: [{ bold: 'Hi' }, { code: '`' }] }] }),
    )
    expect(await list()).toMatchObject([
      {
        bot: true,
        author: 'enrol-check',
        text: '- **Hi**`` ` ``',
        language: 'en',
        body: [{ kind: 'item', spans: [{ bold: 'Hi' }, { code: '`' }] }],
      },
    ])
  })

  it.each([
    ['nothing in it', {}, [], 400, 'empty-post'],
    ['blanks only', { text: ' \n ' }, [], 400, 'empty-post'],
    ['an unknown author', { author: 'eve', text: 'x' }, [], 400, 'unknown-author'],
    ['an unknown thread', { text: 'x', thread: 'nothere' }, [], 404, 'unknown-thread'],
    ['an unknown field', { text: 'x', colour: 'red' }, [], 400, 'unknown-field'],
    ['a file as text', { file: 'a;b' }, [], 400, 'unknown-field'],
    ['too long a text', { text: 'x'.repeat(16_384) }, [], 400, 'text-too-long'],
    ['far too long a text', { text: 'x'.repeat(70_000) }, [], 413, 'field-too-large'],
    ['too big a file', {}, [['a.csv', 'x'.repeat(1_001)]], 413, 'file-too-large'],
    ['eleven files', {}, Array.from({ length: 11 }, () => ['a.csv', 'x']), 400, 'too-many-files'],
  ] as const)('are refused with %s, and nothing is kept', async (_, fields, files, status, code) => {
    const form = formOf({ author: 'requester', ...fields }, files as [string, string][])
    expect(await refusal(await send(form))).toMatchObject({ status, code })
    expect(await list()).toEqual([])
    expect(postings).toEqual([])
  })

  it('are refused without an author', async () => {
    expect(await refusal(await send(formOf({ text: 'x' })))).toMatchObject({ status: 400, code: 'unknown-author' })
  })

  it.each([
    ['16,383 letters', 'x'.repeat(16_383)],
    ['16,383 characters of two code units', '🎓'.repeat(16_383)],
  ])('may have %s', async (_, text) => {
    expect((await send(formOf({ author: 'requester', text }))).status).toBe(201)
  })

  it('may have ten files, and an empty one', async () => {
    const files = Array.from({ length: 10 }, (_, index) => [`${index}.csv`, index === 0 ? '' : 'x'] as const)
    expect((await posted(formOf({ author: 'requester' }, files))).files).toHaveLength(10)
  })

  it('keep only the base name of a file', async () => {
    const { files } = await posted(formOf({ author: 'requester' }, [['../../etc/pass\nwd.csv', 'x']]))
    expect(files.map(({ name }) => name)).toEqual(['passwd.csv'])
  })

  it('are refused while nobody listens', async () => {
    const other = await startLocal()
    const response = await fetch(`${other.url}/api/posts`, {
      method: 'POST',
      body: formOf({ author: 'requester', text: 'x' }),
    })
    expect(await refusal(response)).toMatchObject({ status: 503, code: 'starting' })
    expect(await other.posts.list({})).toEqual([])
    await other.close()
  })

  it('are refused when the store fails, and the application hears nothing', async () => {
    const posts = { ...fakeLocalPosts(), save: () => Promise.reject(new OutsideError('store-failed', 'disk full')) }
    const other = await startLocal({ posts })
    await other.chat.start(eventsWith({ posted: () => Promise.reject(new Error('must not be told')) }))
    const response = await fetch(`${other.url}/api/posts`, {
      method: 'POST',
      body: formOf({ author: 'requester', text: 'x' }),
    })
    expect(await refusal(response)).toMatchObject({ status: 503, code: 'store-failed' })
    await other.close()
  })

  it('of an unknown thread are 404', async () => {
    expect(await refusal(await fetch(`${server.url}/api/posts?thread=x`))).toMatchObject({ status: 404 })
  })

  it('to one person are theirs alone', async () => {
    const { post } = await server.chat.post({ direct: 'requester' }, 'k', messageOf('Un rappel'))
    expect((await list('/api/direct?person=requester')).map(({ text }) => text)).toEqual(['Un rappel'])
    expect(await list('/api/direct?person=staff')).toEqual([])
    expect(await list()).toEqual([])
    expect(await refusal(await send(formOf({ author: 'staff', text: 'x', thread: post })))).toMatchObject({
      status: 404,
    })
    expect(await refusal(await fetch(`${server.url}/api/direct?person=eve`))).toMatchObject({ status: 404 })
  })

  it('are for the page of this server only', async () => {
    expect(await rawStatus(`${server.url}/api/posts`, 'GET', { host: 'evil.example' })).toBe(403)
    expect(await rawStatus(`${server.url}/api/posts`, 'POST', { origin: 'http://evil.example' })).toBe(403)
  })
})
