import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { HttpError } from '../../../src/adapters/http/errors.ts'
import { json, type Route } from '../../../src/adapters/http/route.ts'
import { OutsideError } from '../../../src/ports/outside-error.ts'
import { refusal, serve } from './serve.ts'

describe('the server', () => {
  let server: Awaited<ReturnType<typeof serve>>
  afterEach(() => server.close())

  const get = (path: string, init?: RequestInit) => fetch(server.url + path, init)
  const thrower = (error: Error): Route => ({
    method: 'GET',
    path: '/x',
    answer: () => Promise.reject(error),
  })

  it('gives a route its parameters, decoded, and its query', async () => {
    server = await serve([
      { method: 'GET', path: '/a/:one/b/:two', answer: ({ params, query }) => json({ params, q: query.get('q') }) },
    ])
    const response = await get('/a/x%2Fy/b/%C3%A9?q=1')
    expect(await response.json()).toEqual({ params: { one: 'x/y', two: 'é' }, q: '1' })
  })

  it('says 404 for an unknown address, 405 with Allow for another method', async () => {
    server = await serve([{ method: 'GET', path: '/x', answer: () => json({}) }])
    expect(await refusal(await get('/y'))).toMatchObject({ status: 404, code: 'not-found' })
    const response = await get('/x', { method: 'POST' })
    expect(response.headers.get('allow')).toBe('GET')
    expect(await refusal(response)).toMatchObject({ status: 405, code: 'method-not-allowed' })
  })

  it('says 400 for an address that is not well formed', async () => {
    server = await serve([])
    expect(await refusal(await get('/%E9'))).toMatchObject({ status: 400, code: 'bad-path' })
  })

  it('answers HEAD without a body', async () => {
    server = await serve([{ method: 'GET', path: '/x', answer: () => json({ some: 'thing' }) }])
    const response = await get('/x', { method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([200, ''])
  })

  it('passes a refusal on with its headers', async () => {
    server = await serve([thrower(new HttpError(418, 'teapot', 'I am one.', { 'x-brew': 'tea' }))])
    const response = await get('/x')
    expect(response.headers.get('x-brew')).toBe('tea')
    expect(await refusal(response)).toEqual({ status: 418, code: 'teapot', message: 'I am one.' })
  })

  it('answers 503 with Retry-After for a failure outside, without its details', async () => {
    server = await serve([thrower(new OutsideError('store-gone', 'password=secret', { retryAfter: 1_200 }))])
    const response = await get('/x')
    expect(response.headers.get('retry-after')).toBe('2')
    const refused = await refusal(response)
    expect(refused).toMatchObject({ status: 503, code: 'store-gone' })
    expect(refused.message).not.toContain('secret')
  })

  it('answers 500 for a bug, with a reference that is in the log', async () => {
    server = await serve([thrower(new TypeError('secret is undefined'))])
    const { status, code, message } = await refusal(await get('/x'))
    expect([status, code]).toEqual([500, 'internal'])
    expect(message).not.toContain('secret')
    const [reference] = /chk-[0-9a-f]{6}/.exec(message) ?? []
    expect(server.lines).toMatchObject([{ level: 'error', fields: { reference } }])
  })

  it.each(['/x', '/nowhere', '/healthz'])('sends the security headers with %s', async (path) => {
    server = await serve([thrower(new Error('bug'))])
    const { headers } = await get(path)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    const policy = headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe')
  })

  it('lets a client that is still sending see why it was refused', async () => {
    server = await serve([
      { method: 'POST', path: '/x', answer: () => Promise.reject(new HttpError(413, 'too-big', 'Too big.')) },
    ])
    const length = 20_000_000
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1').setEncoding('utf8')
    socket.write(`POST /x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: ${length}\r\n\r\n`)
    // A cut while it sends is an error here, and the answer is lost with it.
    await new Promise((resolve) => socket.write(Buffer.alloc(length), resolve))
    expect((await socket.toArray()).join('')).toMatch(/^HTTP\/1\.1 413.*too-big/s)
  })

  it('survives a client that goes away while it sends', async () => {
    let asked = 0
    server = await serve([
      {
        method: 'POST',
        path: '/x',
        answer: async ({ body }) => {
          asked += 1
          body.resume()
          await once(body, 'end')
          return json({})
        },
      },
    ])
    await new Promise((resolve) => {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
      socket.end('POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nab')
      socket.once('close', resolve).resume()
    })
    expect((await get('/healthz')).status).toBe(200)
    expect(asked).toBe(1)
  })

  it('closes open streams and is then gone', async () => {
    server = await serve([
      { method: 'GET', path: '/x', answer: () => ({ status: 200, stream: (response) => response.write('one') }) },
    ])
    const response = await get('/x')
    const text = response.text()
    await server.close()
    expect(await text).toBe('one')
    await expect(get('/healthz')).rejects.toThrow()
  })

  it('lets a request under way finish when it closes', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>()
    const begun = Promise.withResolvers<undefined>()
    server = await serve([
      {
        method: 'GET',
        path: '/x',
        answer: async () => {
          begun.resolve(undefined)
          await promise
          return json('done')
        },
      },
    ])
    const response = get('/x')
    await begun.promise
    const closed = server.close()
    resolve(undefined)
    expect((await response).headers.get('connection')).toBe('close')
    expect(await (await response).json()).toBe('done')
    await closed
  })

  it('says when its port is taken', async () => {
    server = await serve([])
    const port = Number(new URL(server.url).port)
    await expect(serve([], { port })).rejects.toMatchObject({ name: 'OutsideError', code: 'port-in-use' })
  })

  it('says when it cannot listen there', async () => {
    server = await serve([])
    await expect(serve([], { host: '203.0.113.1' })).rejects.toMatchObject({ code: 'cannot-listen' })
  })
})
