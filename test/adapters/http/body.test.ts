import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readBody, readJson } from '../../../src/adapters/http/body.ts'
import { json } from '../../../src/adapters/http/route.ts'
import { refusal, serve } from './serve.ts'

describe('a body', () => {
  let server: Awaited<ReturnType<typeof serve>>

  beforeEach(async () => {
    const schema = z.object({ author: z.string() })
    server = await serve([
      { method: 'POST', path: '/json', answer: async (request) => json(await readJson(request, schema)) },
      { method: 'POST', path: '/raw', answer: async (request) => json((await readBody(request, 5)).toString()) },
    ])
  })
  afterEach(() => server.close())

  const send = (path: string, body: string, type = 'application/json') =>
    fetch(server.url + path, { method: 'POST', body, headers: { 'content-type': type } })

  it('of the wanted shape comes through, without what was not asked for', async () => {
    expect(await (await send('/json', '{"author":"é","more":1}')).json()).toEqual({ author: 'é' })
  })

  it.each([
    ['{"author":1}', 'application/json', 400, 'bad-body'],
    ['[]', 'application/json', 400, 'bad-body'],
    ['', 'application/json', 400, 'bad-json'],
    ['{"author":', 'application/json', 400, 'bad-json'],
    ['{"author":"x"}', 'text/plain', 415, 'not-json'],
    [JSON.stringify({ author: 'x'.repeat(300_000) }), 'application/json', 413, 'body-too-large'],
  ])('%.20s as %s gets %i', async (body, type, status, code) => {
    expect(await refusal(await send('/json', body, type))).toMatchObject({ status, code })
  })

  it('names the field that is wrong', async () => {
    expect((await refusal(await send('/json', '{"author":1}'))).message).toMatch(/^author: /)
  })

  it.each([
    ['12345', 200],
    ['123456', 413],
  ])('of bytes %s gets %i', async (body, status) => {
    expect((await send('/raw', body)).status).toBe(status)
  })
})
