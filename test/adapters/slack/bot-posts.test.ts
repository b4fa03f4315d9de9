// What the bot says stands there once, with its files once, whatever goes wrong on the way.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Chat, Posted } from '../../../src/ports/chat.ts'
import type { Fault } from '../../fakes/slack/faults.ts'
import { defaultChannel, people } from '../../fakes/slack/townsfolk.ts'
import { type SlackWorld, saying, slackWorld } from './slack-world.ts'

let world: SlackWorld
let chat: Chat
let thread: string
beforeEach(async () => {
  world = await slackWorld()
  chat = world.process()
  thread = (await world.town.people.post({ author: people.french, text: 'Une demande' })).ts
})
afterEach(() => world.close())

const place = () => ({ channel: defaultChannel, thread })
const said = () => world.town.seen().filter(({ author }) => author === world.town.app.botPerson)
const texts = () => said().flatMap(({ metadata, text }) => (metadata ? [text] : []))
const files = () => said().flatMap((post) => post.files.map(({ name }) => name))
const calls = (method: string) => world.town.calls.filter((call) => call.method === method)

describe('a post', () => {
  it('is taken back when its thread was deleted at that moment: it would stand in the open channel', async () => {
    const act = () => world.town.people.remove({ channel: defaultChannel, ts: thread })
    world.town.faults.next('chat.postMessage', { kind: 'meanwhile', act })
    await expect(chat.post(place(), 'k', saying('Voilà'))).rejects.toMatchObject({ code: 'post-gone' })
    expect(said()).toEqual([])
  })

  it('has its files in one message below it, in the thread', async () => {
    await chat.post(place(), 'k', saying('Voilà', { named: ['a.csv', 'b.csv'] }))
    expect(said()).toMatchObject([
      { thread, text: 'Voilà', files: [] },
      {
        thread,
        files: [
          { name: 'a.csv', text: 'of a.csv' },
          { name: 'b.csv', text: 'of b.csv' },
        ],
      },
    ])
  })

  it('at the top of a channel has its files in its own thread', async () => {
    const { post } = await chat.post(
      { channel: defaultChannel, thread: null },
      'k',
      saying('Bilan', { named: ['a.csv'] }),
    )
    expect(said()).toMatchObject([
      { ts: post, thread: null },
      { thread: post, files: [{ name: 'a.csv' }] },
    ])
  })

  it('to one person has its files right below it', async () => {
    await chat.post({ direct: people.french }, 'k', saying('Voilà', { named: ['a.csv'] }))
    expect(world.town.seenBy(people.french)).toMatchObject([
      { text: 'Voilà' },
      { thread: null, files: [{ name: 'a.csv' }] },
    ])
  })

  it('has an address that opens it in its thread', async () => {
    const { post, link } = await chat.post(place(), 'k', saying('Voilà'))
    const id = post.replace('.', '')
    expect(link).toBe(
      `https://${world.town.state.team.domain}.slack.com/archives/${defaultChannel}/p${id}?thread_ts=${thread}&cid=${defaultChannel}`,
    )
  })

  it('sends the bytes that it was given, never a file of this machine that is called so', async () => {
    await chat.post(place(), 'k', saying('Voilà', { named: ['package.json'] }))
    expect(said().at(-1)?.files).toMatchObject([{ name: 'package.json', text: 'of package.json' }])
  })

  it('goes without a file that has no bytes, which Slack would refuse', async () => {
    await chat.post(
      place(),
      'k',
      saying('Voilà', { files: [{ name: 'a.csv', type: 'text/csv', bytes: new Uint8Array() }] }),
    )
    expect(files()).toEqual([])
    expect(texts()).toEqual(['Voilà'])
  })

  it('is refused when its thread is gone', async () => {
    const gone = { channel: defaultChannel, thread: '1700000000.000001' }
    await expect(chat.post(gone, 'k', saying('Voilà'))).rejects.toMatchObject({ code: 'post-gone' })
    await world.town.people.post({ author: people.english, thread })
    await world.town.people.remove({ channel: defaultChannel, ts: thread })
    await expect(chat.post(place(), 'k', saying('Voilà'))).rejects.toMatchObject({ code: 'post-gone' })
    expect(said()).toEqual([])
  })

  it('is refused by a person who takes no messages', async () => {
    world.town.faults.next('conversations.open', { kind: 'refused', code: 'cannot_dm_bot' })
    await expect(chat.post({ direct: people.french }, 'k', saying('…'))).rejects.toMatchObject({
      code: 'direct-refused',
    })
  })

  it('names the right that is missing', async () => {
    world.town.app.scopes.delete('chat:write')
    await expect(chat.post(place(), 'k', saying('…'))).rejects.toMatchObject({
      code: 'scope-missing',
      message: expect.stringContaining('chat:write') as string,
    })
  })
})

describe('renewing', () => {
  let ref: Posted
  beforeEach(async () => {
    ref = await chat.post(place(), 'k', saying('un', { named: ['a.csv'] }))
  })

  it('takes the old files away with their message', async () => {
    await chat.update(ref, saying('deux', { named: ['b.csv'] }))
    expect(texts()).toEqual(['deux'])
    expect(said()).toHaveLength(2)
    expect(files()).toEqual(['b.csv'])
  })

  it('leaves files alone that are the same', async () => {
    const uploads = calls('files.getUploadURLExternal').length
    await chat.update(ref, saying('deux', { named: ['a.csv'] }))
    expect(calls('files.getUploadURLExternal')).toHaveLength(uploads)
    expect(files()).toEqual(['a.csv'])
  })

  it('sends a file again that somebody deleted', async () => {
    const [file] = said().flatMap((post) => post.files)
    await world.town.people.removeFile(file!.id)
    await world.town.pass({ minutes: 1 })
    await chat.update(ref, saying('deux', { named: ['a.csv'] }))
    expect(files()).toEqual(['a.csv'])
  })

  it('of the same post by two at once leaves the last word, and one set of files', async () => {
    await Promise.all(['b.csv', 'c.csv', 'd.csv'].map((name) => chat.update(ref, saying(name, { named: [name] }))))
    expect(texts()).toEqual(['d.csv'])
    expect(files()).toEqual(['d.csv'])
  })

  it('of a post that was deleted says so', async () => {
    await world.town.people.remove({ channel: ref.channel, ts: ref.post })
    await expect(chat.update(ref, saying('deux'))).rejects.toMatchObject({ code: 'post-gone' })
  })
})

/** Where the answer of Slack may be lost, before or after it did what it was asked. */
const losses: readonly (readonly [string, Fault])[] = [
  ['is cut before it arrives', { kind: 'cut', when: 'before' }],
  ['is cut after it arrived', { kind: 'cut', when: 'after' }],
  ['meets an error of Slack before', { kind: 'broken', status: 503, when: 'before' }],
  ['meets an error of Slack after', { kind: 'broken', status: 502, when: 'after' }],
]
const methods = [
  'conversations.replies',
  'files.getUploadURLExternal',
  'upload',
  'chat.postMessage',
  'chat.update',
  'files.completeUploadExternal',
  'files.info',
  'chat.delete',
  'files.delete',
]

describe.each(methods)('when a call of %s', (method) => {
  it.each(losses)('%s, whoever tries again finds one post with its files once', async (_, fault) => {
    const message = saying('un', { named: ['a.csv'] })
    await untilDone(() => chat.post(place(), 'k', message), [method, fault])
    await world.town.pass({ hours: 1 })
    const other = world.process()
    const ref = await untilDone(() => other.post(place(), 'k', message), [method, fault])
    await untilDone(() => other.update(ref, saying('deux', { named: ['b.csv'] })), [method, fault])
    expect(texts()).toEqual(['deux'])
    expect(files()).toEqual(['b.csv'])
    expect(world.town.faults.left()).toBeLessThan(3)
  })
})

/** The application tries again what failed for now. */
async function untilDone<T>(work: () => Promise<T>, [method, fault]: readonly [string, Fault]): Promise<T> {
  world.town.faults.next(method, fault)
  for (let tries = 0; ; tries++)
    try {
      return await work()
    } catch (error) {
      expect(error).toMatchObject({ name: 'OutsideError', code: 'chat-unavailable' })
      if (tries === 3) throw error
    }
}

describe('limits of Slack', () => {
  it('are waited out when they are short', async () => {
    world.town.faults.next('chat.postMessage', { kind: 'limited', retryAfter: 4 })
    await chat.post(place(), 'k', saying('un'))
    expect(world.waits).toEqual([4000])
    expect(texts()).toEqual(['un'])
  })

  it('are handed on when they are long, with the time', async () => {
    world.town.faults.next('chat.postMessage', { kind: 'limited', retryAfter: 90 })
    await expect(chat.post(place(), 'k', saying('un'))).rejects.toMatchObject({
      code: 'rate-limited',
      retryAfter: 90_000,
    })
    expect(world.waits).toEqual([])
  })

  it('of one post a second in a channel are kept', async () => {
    world.town.state.postingLimit = true
    for (const key of ['1', '2', '3']) await chat.post(place(), key, saying(key))
    expect(texts()).toEqual(['1', '2', '3'])
  })

  it('do not make it wait for ever', async () => {
    world.town.faults.next(
      'chat.update',
      ...Array.from({ length: 9 }, () => ({ kind: 'limited', retryAfter: 9 }) as const),
    )
    const ref = await chat.post(place(), 'k', saying('un'))
    await expect(chat.update(ref, saying('deux'))).rejects.toMatchObject({ code: 'rate-limited' })
    expect(world.waits).toEqual([9000, 9000, 9000])
  })
})
