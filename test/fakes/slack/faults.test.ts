import type { webApi } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clientOf } from './bolt.ts'
import type { Fault } from './faults.ts'
import { type SlackTown, slackTown } from './town.ts'
import { defaultChannel as channel, people } from './townsfolk.ts'

describe('faults', () => {
  let town: SlackTown
  let client: webApi.WebClient

  beforeEach(async () => {
    town = await slackTown()
    client = clientOf(town)
  })
  afterEach(async () => {
    expect(town.faults.left()).toBe(0)
    await town.close()
  })

  const say = () => client.chat.postMessage({ channel, text: 'un' })

  const faults: readonly (readonly [string, Fault, object, number])[] = [
    ['refused though accepted', { kind: 'refused', code: 'ratelimited' }, { data: { error: 'ratelimited' } }, 0],
    ['broken before', { kind: 'broken', status: 503, when: 'before' }, { statusCode: 503 }, 0],
    ['broken after', { kind: 'broken', status: 500, when: 'after' }, { statusCode: 500 }, 1],
    ['cut before', { kind: 'cut', when: 'before' }, { code: 'slack_webapi_request_error' }, 0],
    ['cut during', { kind: 'cut', when: 'during' }, { code: 'slack_webapi_request_error' }, 0],
    ['cut after', { kind: 'cut', when: 'after' }, { code: 'slack_webapi_request_error' }, 1],
  ]
  it.each(faults)('%s: the call fails and so many posts are there', async (_, fault, error, posts) => {
    town.faults.next('chat.postMessage', fault)
    await expect(say()).rejects.toMatchObject(error)
    expect(town.seen()).toHaveLength(posts)
    await say()
    expect(town.seen()).toHaveLength(posts + 1)
  })

  it('limited: a client waits for as long as it is told, then is heard', async () => {
    town.faults.next('chat.postMessage', { kind: 'limited', retryAfter: 0 })
    await clientOf(town, { retryConfig: { retries: 1, minTimeout: 0 } }).chat.postMessage({ channel, text: 'un' })
    expect(town.seen()).toHaveLength(1)
  })

  it('limited: a client that does not wait learns for how long', async () => {
    town.faults.next('chat.postMessage', { kind: 'limited', retryAfter: 1 })
    const impatient = clientOf(town, { rejectRateLimitedCalls: true }).chat.postMessage({ channel, text: 'un' })
    await expect(impatient).rejects.toMatchObject({ retryAfter: 1 })
  })

  it('a client that tries again after a cut posts twice', async () => {
    town.faults.next('chat.postMessage', { kind: 'cut', when: 'after' })
    await clientOf(town, { retryConfig: { retries: 1, minTimeout: 0 } }).chat.postMessage({ channel, text: 'un' })
    expect(town.seen()).toHaveLength(2)
  })

  it('slow: the work is done, the answer waits', async () => {
    const gate = Promise.withResolvers<undefined>()
    town.faults.next('chat.postMessage', { kind: 'slow', until: gate.promise })
    let answered = false
    const calling = say().finally(() => {
      answered = true
    })
    await expect.poll(() => town.seen().length).toBe(1)
    await client.auth.test()
    expect(answered).toBe(false)
    gate.resolve(undefined)
    await expect(calling).resolves.toMatchObject({ ok: true })
  })

  it('meanwhile: the thread goes while the reply is on its way', async () => {
    const first = await town.people.post({ author: people.french, text: 'Une demande' })
    town.faults.next('chat.postMessage', { kind: 'meanwhile', act: () => town.people.remove(first) })
    await client.chat.postMessage({ channel, text: 'un', thread_ts: first.ts })
    expect(town.seen()).toMatchObject([{ text: 'un', thread: null }])
  })

  it('an upload that ends in the middle leaves nothing', async () => {
    town.faults.next('upload', { kind: 'cut', when: 'during' })
    const file = { filename: 'a.csv', file: Buffer.alloc(300_000, 'x') }
    await expect(client.filesUploadV2({ ...file, channel_id: channel })).rejects.toThrow()
    expect(town.seen()).toEqual([])
    await client.filesUploadV2({ ...file, channel_id: channel })
    expect(town.seen()).toHaveLength(1)
  })

  it('a download may be a page, be elsewhere, or not come at all', async () => {
    const { files } = await town.people.post({ author: people.french, files: [{ name: 'a.csv', text: 'x' }] })
    const { file } = await client.files.info({ file: files[0]! })
    const headers = { authorization: `Bearer ${town.app.botToken}` }
    const elsewhere = { kind: 'redirected', to: 'http://127.0.0.1:1/' } as const
    town.faults.next('download', { kind: 'page' }, elsewhere, { kind: 'cut', when: 'before' })
    expect(await (await fetch(file!.url_private_download!, { headers })).text()).toMatch('Sign in')
    const { status, headers: told } = await fetch(file!.url_private_download!, { headers, redirect: 'manual' })
    expect([status, told.get('location')]).toEqual([302, elsewhere.to])
    await expect(fetch(file!.url_private_download!, { headers })).rejects.toThrow()
  })
})
