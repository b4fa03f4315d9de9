import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Form, readMultipart } from '../../../src/adapters/http/multipart.ts'
import { json } from '../../../src/adapters/http/route.ts'
import { refusal, serve } from './serve.ts'

describe('a multipart form', () => {
  let server: Awaited<ReturnType<typeof serve>>
  let form: Form | undefined

  beforeEach(async () => {
    form = undefined
    server = await serve([
      {
        method: 'POST',
        path: '/',
        answer: async (request) => {
          form = await readMultipart(request, { files: 2, bytes: 1_000, field: 10 })
          return json({})
        },
      },
    ])
  })
  afterEach(() => server.close())

  const send = (body: BodyInit, headers?: Record<string, string>) =>
    fetch(server.url, { method: 'POST', body, ...(headers ? { headers } : {}) })
  const sendRaw = (body: string) => send(body, { 'content-type': 'multipart/form-data; boundary=b' })
  const withFiles = (...sizes: number[]): FormData => {
    const data = new FormData()
    for (const [index, size] of sizes.entries()) data.append('file', new Blob(['x'.repeat(size)]), `${index}.csv`)
    return data
  }

  it('gives fields and files in order', async () => {
    const data = new FormData()
    data.set('text', 'é à')
    data.append('file', new Blob(['a;b'], { type: 'text/csv' }), 'évé.csv')
    data.append('file', new Blob([]), 'empty.csv')
    expect((await send(data)).status).toBe(200)
    expect(form?.fields).toEqual(new Map([['text', 'é à']]))
    expect(form?.files.map(({ name, type, bytes }) => [name, type, Buffer.from(bytes).toString()])).toEqual([
      ['évé.csv', 'text/csv', 'a;b'],
      ['empty.csv', 'application/octet-stream', ''],
    ])
  })

  it('takes no notice of an input left empty in a browser', async () => {
    const part = 'Content-Disposition: form-data; name="file"; filename=""\r\nContent-Type: application/octet-stream'
    expect((await sendRaw(`--b\r\n${part}\r\n\r\n\r\n--b--\r\n`)).status).toBe(200)
    expect(form?.files).toEqual([])
  })

  it.each([
    ['one file just within', [1_000], 200],
    ['two files just within together', [400, 600], 200],
    ['one byte too much', [1_001], 413],
    ['one byte too much together', [500, 501], 413],
    ['three files', [1, 1, 1], 400],
  ])('with %s', async (_, sizes, status) => {
    expect((await send(withFiles(...sizes))).status).toBe(status)
  })

  it('says how much is allowed', async () => {
    expect(await refusal(await send(withFiles(1_001)))).toEqual({
      status: 413,
      code: 'file-too-large',
      message: 'The files of one post may have 1000 bytes together. Nothing was kept.',
    })
  })

  it('refuses by length before it reads, and by count when the length is not said', async () => {
    const response = await send(withFiles(5_000_000))
    expect(await refusal(response)).toMatchObject({ status: 413, code: 'file-too-large' })
    const data = new Response(withFiles(5_000_000))
    const headers = { 'content-type': data.headers.get('content-type')! }
    const chunked = await fetch(server.url, { method: 'POST', body: data.body, headers, duplex: 'half' } as RequestInit)
    expect(await refusal(chunked)).toMatchObject({ status: 413, code: 'file-too-large' })
  })

  it('refuses a field that is too long', async () => {
    const data = new FormData()
    data.set('text', 'x'.repeat(11))
    expect(await refusal(await send(data))).toMatchObject({ status: 413, code: 'field-too-large' })
  })

  it.each([
    ['cut short', '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc'],
    ['empty', ''],
    ['no form at all', 'hello'],
  ])('refuses a body that is %s', async (_, body) => {
    expect(await refusal(await sendRaw(body))).toMatchObject({ status: 400, code: 'bad-multipart' })
  })

  it('refuses a type without a boundary', async () => {
    const response = await send('x', { 'content-type': 'multipart/form-data' })
    expect(await refusal(response)).toMatchObject({ status: 400, code: 'bad-multipart' })
  })

  it('refuses another type', async () => {
    expect(await refusal(await send('{}', { 'content-type': 'application/json' }))).toMatchObject({ status: 415 })
  })

  it('refuses a form of a thousand parts', async () => {
    const part = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'
    expect(await refusal(await sendRaw(`${part.repeat(1_000)}--b--\r\n`))).toMatchObject({ status: 400 })
  })
})
