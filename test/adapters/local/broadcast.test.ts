import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eventsWith, formOf, type LocalServer, messageOf, startLocal } from './local-server.ts'

describe('live updates', () => {
  let server: LocalServer
  let stop: () => Promise<void>

  beforeEach(async () => {
    server = await startLocal()
    stop = await server.chat.start(eventsWith())
  })
  afterEach(async () => {
    await stop()
    await server.close()
  })

  it('tell every page of new and changed posts', async () => {
    const [one, other] = await Promise.all([listen(), listen()])
    await fetch(`${server.url}/api/posts`, { method: 'POST', body: formOf({ author: 'requester', text: 'Bonjour' }) })
    const ref = await server.chat.post({ channel: 'support', thread: null }, 'k', messageOf('…'))
    await server.chat.update(ref, messageOf('Voilà'))
    await server.chat.mark(ref, 'ready')
    const expected = [
      ['post-created', { text: 'Bonjour', bot: false }],
      ['post-created', { text: '…', bot: true }],
      ['post-updated', { text: 'Voilà' }],
      ['post-updated', { reactions: ['✅'] }],
    ]
    for (const [kind, post] of expected) {
      expect(await one.next()).toMatchObject({ kind, post })
      expect(await other.next()).toMatchObject({ kind, post })
    }
  })

  it('tell of direct messages whose they are', async () => {
    const page = await listen()
    await server.chat.post({ direct: 'requester' }, 'k', messageOf('Un rappel'))
    expect(await page.next()).toMatchObject({ kind: 'post-created', post: { direct: 'requester' } })
  })

  it('are a stream that nobody keeps', async () => {
    const response = await fetch(`${server.url}/api/events`)
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
    expect(response.headers.get('cache-control')).toBe('no-store')
    await response.body?.cancel()
  })

  it('end when the chat stops', async () => {
    const response = await fetch(`${server.url}/api/events`)
    const rest = response.text()
    await stop()
    expect(await rest).toContain(': connected')
  })

  /** The events of one page, in order. */
  async function listen(): Promise<{ next(): Promise<{ kind: string; post: unknown }> }> {
    const response = await fetch(`${server.url}/api/events`)
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    let text = (await reader.read()).value ?? ''
    return {
      async next() {
        for (;;) {
          const found = /^event: (.*)\ndata: (.*)\n\n/m.exec(text)
          if (found) {
            text = text.slice(found.index + found[0].length)
            const { post } = JSON.parse(found[2]!) as { post: unknown }
            return { kind: found[1]!, post }
          }
          text += (await reader.read()).value ?? ''
        }
      },
    }
  }
})
