import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PostJson } from '../../../src/adapters/local/post-json.ts'
import { refusal } from '../http/serve.ts'
import { eventsWith, type LocalServer, messageOf, startLocal } from './local-server.ts'

describe('downloads', () => {
  let server: LocalServer

  beforeEach(async () => {
    server = await startLocal()
    await server.chat.start(eventsWith())
  })
  afterEach(() => server.close())

  const upload = async (name: string, type: string, bytes: Uint8Array<ArrayBuffer>): Promise<Response> => {
    const form = new FormData()
    form.set('author', 'requester')
    form.append('file', new Blob([bytes], { type }), name)
    const response = await fetch(`${server.url}/api/posts`, { method: 'POST', body: form })
    const { post } = (await response.json()) as { post: PostJson }
    return await fetch(server.url + post.files[0]!.url)
  }

  it('give the very bytes', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
    const response = await upload('a.csv', 'text/csv', bytes)
    expect(response.headers.get('content-length')).toBe('256')
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes)
  })

  it.each([
    ['page.html', 'text/html'],
    ['drawing.svg', 'image/svg+xml'],
  ])('of %s are an attachment that nothing runs', async (name, type) => {
    const { headers } = await upload(name, type, Buffer.from('<script>alert(1)</script>'))
    expect(headers.get('content-type')).toBe(type)
    expect(headers.get('content-disposition')).toMatch(/^attachment; /)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  })

  it('of the bot’s pictures are attachments too: only the page shows them, as images', async () => {
    const bytes = Buffer.from('not really a picture')
    const files = [{ name: 'activity.png', type: 'image/png' as const, bytes }]
    await server.chat.post({ channel: 'support', thread: null }, 'k', messageOf('', { files }))
    const [post] = await server.posts.list({})
    const { headers } = await fetch(`${server.url}/files/${post!.files[0]!.id}`)
    expect(headers.get('content-type')).toBe('image/png')
    expect(headers.get('content-disposition')).toMatch(/^attachment; /)
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  })

  it('have a name that survives any header', async () => {
    const { headers } = await upload('liste "été" 100%.csv', 'text/csv', Buffer.from('x'))
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="liste _ete_ 100_.csv"; filename*=UTF-8''liste%20%22%C3%A9t%C3%A9%22%20100%25.csv`,
    )
  })

  it('of a file without a good type are plain bytes', async () => {
    expect((await upload('a', '', Buffer.from('x'))).headers.get('content-type')).toBe('application/octet-stream')
  })

  it('of an unknown file are 404', async () => {
    expect(await refusal(await fetch(`${server.url}/files/none`))).toMatchObject({ status: 404, code: 'unknown-file' })
  })

  it('of a forgotten file are 410', async () => {
    const { url } = await upload('a.csv', 'text/csv', Buffer.from('x'))
    const [post] = await server.posts.list({})
    await server.posts.react(post!.id, [], Temporal.Instant.from('2027-01-02T00:00:00Z'))
    await server.posts.forget(Temporal.Instant.from('2027-01-01T00:00:00Z'))
    expect(await refusal(await fetch(url))).toMatchObject({ status: 410, code: 'file-forgotten' })
  })
})
