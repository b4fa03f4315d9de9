import { afterEach, describe, expect, it } from 'vitest'
import { json, type Route } from '../../../src/adapters/http/route.ts'
import { sameOriginOnly } from '../../../src/adapters/http/same-origin.ts'
import { rawStatus, serve } from './serve.ts'

describe('routes for the same origin only', () => {
  let server: Awaited<ReturnType<typeof serve>>
  afterEach(() => server.close())

  const routes: readonly Route[] = [
    { method: 'GET', path: '/x', answer: () => json({}) },
    { method: 'POST', path: '/x', answer: () => json({}) },
  ]
  const statusFor = async (listening: string, method: string, headers: Record<string, string>): Promise<number> => {
    server = await serve(sameOriginOnly(routes, listening))
    return await rawStatus(`${server.url}/x`, method, headers)
  }

  it.each([
    ['127.0.0.1', 'localhost', 200],
    ['127.0.0.1', 'localhost:3000', 200],
    ['127.0.0.1', 'LOCALHOST', 200],
    ['127.0.0.1', '127.0.0.1:3000', 200],
    ['127.0.0.1', '[::1]:3000', 200],
    ['127.0.0.1', 'evil.example', 403],
    ['127.0.0.1', 'evil.example:3000', 403],
    ['127.0.0.1', 'localhost.evil.example', 403],
    ['127.0.0.1', '192.0.2.7', 403],
    ['box.example', 'box.example:3000', 200],
    ['box.example', 'other.example', 403],
    ['0.0.0.0', '192.0.2.7:3000', 200],
    ['::', '[2001:db8::1]:3000', 200],
    ['0.0.0.0', 'evil.example', 403],
  ])('listening on %s answers to %s with %i', async (listening, host, status) => {
    expect(await statusFor(listening, 'GET', { host })).toBe(status)
  })

  it.each([
    [{}, 200],
    [{ origin: 'http://localhost:3000' }, 200],
    [{ origin: 'http://localhost:3001' }, 403],
    [{ origin: 'http://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 200],
  ])('a post with %j gets %i', async (headers, status) => {
    expect(await statusFor('127.0.0.1', 'POST', { host: 'localhost:3000', ...headers })).toBe(status)
  })

  it('reads are not asked for their origin', async () => {
    expect(await statusFor('127.0.0.1', 'GET', { host: 'localhost', origin: 'http://evil.example' })).toBe(200)
  })
})
