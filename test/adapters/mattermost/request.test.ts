import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createApi } from '../../../src/adapters/mattermost/api.ts'
import { testTimings } from './mattermost-world.ts'

type Play = (request: IncomingMessage, response: ServerResponse) => void

let close: () => Promise<void> = () => Promise.resolve()
afterEach(() => close())

/** A server that answers one request after the other in these ways, the last for ever. */
async function serverOf(plays: readonly Play[], patience = 1_000) {
  let asked = 0
  const server = createServer((request, response) => {
    plays[Math.min(asked++, plays.length - 1)]!(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  let limited = 0
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const timings = { ...testTimings, request: patience }
  const api = createApi({ url, token: 'the-token', timings, limited: () => limited++ })
  return { api, asked: () => asked, limited: () => limited }
}

const good: Play = (_, response) => response.setHeader('content-type', 'application/json').end('{"id":"me"}')
const status = (code: number, body = '', headers: Readonly<Record<string, string>> = {}): Play => {
  return (_, response) => response.writeHead(code, headers).end(body)
}
const silence: Play = () => undefined
const cut: Play = (request) => request.socket.destroy()
const half: Play = (request, response) => {
  response.writeHead(200, { 'content-length': '100', 'content-type': 'application/json' }).write('{"id":')
  setTimeout(() => request.socket.destroy(), 5)
}

describe('a request', () => {
  it('carries the token', async () => {
    let header: string | undefined
    const { api } = await serverOf([
      (request, response) => {
        header = request.headers.authorization
        good(request, response)
      },
    ])
    await api.client.getMe()
    expect(header).toMatch(/^bearer the-token$/i)
  })

  it.each([
    ['a cut', cut],
    ['a silence', silence],
    ['a 502 of a proxy', status(502, '<html>Bad gateway</html>')],
    ['a 429 in plain text', status(429, 'limit exceeded\n', { 'retry-after': '0' })],
  ])('is made again after %s', async (_what, play) => {
    const { api, asked } = await serverOf([play, good], play === silence ? 100 : undefined)
    expect(await api.client.getMe()).toEqual({ id: 'me' })
    expect(asked()).toBeGreaterThanOrEqual(2)
  })

  it.each([
    ['a cut', cut, 'chat-unavailable'],
    ['a silence', silence, 'chat-unavailable'],
    ['a 503', status(503), 'chat-unavailable'],
    ['429 without a word on when', status(429, 'limit exceeded'), 'rate-limited'],
  ])('is given up after %s three times', async (_what, play, code) => {
    const { api, asked } = await serverOf([play], play === silence ? 20 : undefined)
    await expect(api.client.getMe()).rejects.toMatchObject({ name: 'OutsideError', code })
    expect(asked()).toBe(code === 'rate-limited' ? 1 : 3)
  })

  it.each([
    [401, 'auth-failed'],
    [403, 'chat-forbids'],
    [404, 'chat-refused'],
    [400, 'chat-refused'],
    [413, 'file-too-large'],
  ])('refused with %s is not made again: %s', async (code, expected) => {
    const { api, asked } = await serverOf([status(code, '{"id":"api.some.app_error","status_code":1}')])
    await expect(api.client.getMe()).rejects.toMatchObject({ code: expected, status: code, id: 'api.some.app_error' })
    expect(asked()).toBe(1)
  })

  it('that may be made once only is', async () => {
    const { api, asked } = await serverOf([cut])
    await expect(api.post('/commands/execute', {}, { once: true })).rejects.toMatchObject({ code: 'chat-unavailable' })
    expect(asked()).toBe(1)
  })

  it('that the server would not know again is not made again', async () => {
    const { api, asked } = await serverOf([silence], 20)
    await expect(api.post('/posts', {}, { within: 1 })).rejects.toMatchObject({ code: 'chat-unavailable' })
    expect(asked()).toBe(1)
  })

  it('that leads elsewhere is not followed: a POST would become a GET', async () => {
    const { api } = await serverOf([status(301, '', { location: 'https://elsewhere.example/' })])
    await expect(api.post('/posts', {})).rejects.toMatchObject({ code: 'wrong-address' })
  })

  it.each([
    ['half an answer', half],
    ['the page of a login', status(200, '<html>')],
  ])('that gets %s has none', async (_what, play) => {
    const { api } = await serverOf([play])
    await expect(api.client.getMe()).rejects.toMatchObject({ code: 'chat-unavailable' })
  })

  it('counts each 429', async () => {
    const { api, limited } = await serverOf([status(429, '', { 'retry-after': '0' }), good])
    await api.client.getMe()
    expect(limited()).toBe(1)
  })

  it('never tells the token', async () => {
    const { api } = await serverOf([status(500, 'the-token')])
    const error = await api.client.getMe().catch((thrown: unknown) => thrown)
    expect(JSON.stringify(error) + String(error)).not.toContain('the-token')
  })
})
