import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PostJson } from '../../../src/adapters/local/post-json.ts'
import type { Command, PostRef, Press } from '../../../src/ports/chat.ts'
import type { Message } from '../../../src/replies/message.ts'
import { refusal } from '../http/serve.ts'
import { eventsWith, type LocalServer, messageOf, startLocal } from './local-server.ts'

describe('buttons and commands', () => {
  let server: LocalServer
  let heard: (Press | Command)[]
  let answer: Message | null

  beforeEach(async () => {
    heard = []
    answer = null
    server = await startLocal()
    await server.chat.start(
      eventsWith({
        pressed(press) {
          heard.push(press)
          return Promise.resolve(answer)
        },
        commanded(command) {
          heard.push(command)
          return Promise.resolve(answer ?? messageOf('Voilà'))
        },
      }),
    )
  })
  afterEach(() => server.close())

  const send = (path: string, body: unknown) =>
    fetch(server.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const buttons = [{ id: 'done', label: 'Fait', style: 'primary' as const }]
  const postWithButton = (place: { direct: string } | { channel: string; thread: null }): Promise<PostRef> =>
    server.chat.post(place, 'k', messageOf('Tout est bon', { buttons }))
  const inChannel = { channel: 'support', thread: null }

  it('a press reaches the application; the answer has the post and no reply', async () => {
    const { post } = await postWithButton(inChannel)
    const response = await send(`/api/posts/${post}/buttons/done`, { author: 'staff' })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ post: { id: post, text: 'Tout est bon' }, reply: null })
    expect(heard).toEqual([{ chat: 'local', channel: 'support', post, button: 'done', option: null, person: 'staff' }])
  })

  it('a press may be answered to that person alone', async () => {
    const { post } = await postWithButton(inChannel)
    answer = messageOf('Seule l’équipe peut fermer')
    const response = await send(`/api/posts/${post}/buttons/done`, { author: 'requester' })
    expect(await response.json()).toMatchObject({ reply: { text: 'Seule l’équipe peut fermer', direct: 'requester' } })
    expect(await server.posts.list({})).toHaveLength(1)
  })

  it('the answer has the post as the press left it', async () => {
    const ref = await postWithButton(inChannel)
    const stop = await server.chat.start(
      eventsWith({
        async pressed() {
          await server.chat.update(ref, messageOf('Fait'))
          return null
        },
      }),
    )
    const response = await send(`/api/posts/${ref.post}/buttons/done`, { author: 'staff' })
    expect(await response.json()).toMatchObject({ post: { text: 'Fait', buttons: [] } })
    await stop()
  })

  it.each([
    ['an unknown post', () => '/api/posts/none/buttons/done', { author: 'staff' }, 404, 'unknown-post'],
    [
      'an unknown button',
      (post: string) => `/api/posts/${post}/buttons/no`,
      { author: 'staff' },
      404,
      'unknown-button',
    ],
    [
      'an unknown person',
      (post: string) => `/api/posts/${post}/buttons/done`,
      { author: 'eve' },
      400,
      'unknown-author',
    ],
    ['nobody', (post: string) => `/api/posts/${post}/buttons/done`, {}, 400, 'bad-body'],
  ])('a press with %s is refused', async (_, path, body, status, code) => {
    const { post } = await postWithButton(inChannel)
    expect(await refusal(await send(path(post), body))).toMatchObject({ status, code })
    expect(heard).toEqual([])
  })

  it('buttons of a direct message are for that person', async () => {
    const { post, channel } = await postWithButton({ direct: 'requester' })
    expect(await refusal(await send(`/api/posts/${post}/buttons/done`, { author: 'staff' }))).toMatchObject({
      status: 404,
    })
    expect((await send(`/api/posts/${post}/buttons/done`, { author: 'requester' })).status).toBe(200)
    expect(heard).toMatchObject([{ post, channel }])
  })

  it('buttons of a private reply work too', async () => {
    answer = messageOf('Vos demandes', { buttons })
    const { reply } = (await (await send('/api/commands', { author: 'staff', text: '/enrol-check' })).json()) as {
      reply: PostJson
    }
    expect((await send(`/api/posts/${reply.id}/buttons/done`, { author: 'staff' })).status).toBe(200)
    expect((await send(`/api/posts/${reply.id}/buttons/done`, { author: 'requester' })).status).toBe(404)
  })

  it.each([
    ['/enrol-check', ''],
    ['/enrol-check   status  all ', 'status  all'],
    ['/ENROL-CHECK help', 'help'],
    ['/enrol-check\nhelp', 'help'],
  ])('the command %j is told as %j', async (text, told) => {
    expect((await send('/api/commands', { author: 'requester', text })).status).toBe(200)
    const command = { chat: 'local', channel: 'support', thread: null, person: 'requester', text: told, about: null }
    expect(heard).toEqual([command])
  })

  it('the answer to a command is kept out of the channel, with files one can download', async () => {
    const bytes = Buffer.from('username\r\n')
    answer = messageOf('Le modèle', { files: [{ name: 'modele.csv', type: 'text/csv', bytes }] })
    const response = await send('/api/commands', { author: 'requester', text: '/enrol-check template' })
    const { reply } = (await response.json()) as { reply: PostJson }
    expect(reply).toMatchObject({ bot: true, text: 'Le modèle', files: [{ name: 'modele.csv', size: 10 }] })
    expect(await (await fetch(server.url + reply.files[0]!.url)).text()).toBe('username\r\n')
    expect(await server.posts.list({})).toEqual([])
    expect(await server.posts.list({ direct: 'requester' })).toEqual([])
  })

  it('a command in a thread says in which', async () => {
    const { post } = await postWithButton(inChannel)
    await send('/api/commands', { author: 'requester', text: '/enrol-check', thread: post })
    expect(heard).toMatchObject([{ thread: post }])
  })

  it.each([
    [{ author: 'requester', text: '/other' }, 400, 'unknown-command'],
    [{ author: 'requester', text: '/enrol-checks' }, 400, 'unknown-command'],
    [{ author: 'requester', text: 'enrol-check' }, 400, 'unknown-command'],
    [{ author: 'eve', text: '/enrol-check' }, 400, 'unknown-author'],
    [{ author: 'requester', text: '/enrol-check', thread: 'none' }, 404, 'unknown-thread'],
    [{ text: '/enrol-check' }, 400, 'bad-body'],
  ])('the command %j gets %i', async (body, status, code) => {
    expect(await refusal(await send('/api/commands', body))).toMatchObject({ status, code })
    expect(heard).toEqual([])
  })
})
