import type { App } from '@slack/bolt'
import type { KnownBlock } from '@slack/types'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bolt, clientOf, startBolt } from './bolt.ts'
import { type SlackTown, slackTown } from './town.ts'
import { defaultChannel as channel, people } from './townsfolk.ts'

let town: SlackTown
let bot: Bolt

const start = async (prepare?: (app: App) => void) => {
  bot = await startBolt(town, prepare)
}
beforeEach(async () => {
  town = await slackTown()
})
afterEach(async () => {
  await bot.stop()
  await town.close()
})

const button = (id: string) => ({
  type: 'button',
  action_id: id,
  value: 'v',
  text: { type: 'plain_text', text: id },
})
const option = (value: string) => ({ value, text: { type: 'plain_text', text: value } })
const menu = { type: 'static_select', action_id: 'site', options: [option('ecampus'), option('prelude')] }
const actions = { type: 'actions', block_id: 'row', elements: [button('done'), menu] }
const postActions = async () => {
  const { ts } = await clientOf(town).chat.postMessage({ channel, text: 'Bien', blocks: [actions] })
  return { channel, ts: ts! }
}

describe('buttons and menus', () => {
  it('tell who pressed which on what', async () => {
    const pressed: unknown[] = []
    await start((app) =>
      app.action('done', async ({ ack, body, action }) => {
        await ack()
        pressed.push(body.user.id, action)
      }),
    )
    const post = await postActions()
    const { fate, payload } = await town.people.press({ person: people.staff, post, action: 'done' })
    expect(fate).toBe('acknowledged')
    expect(pressed).toMatchObject([people.staff, { action_id: 'done', block_id: 'row', value: 'v', type: 'button' }])
    expect(payload).toMatchObject({
      container: { message_ts: post.ts },
      channel: { id: channel },
      message: { text: 'Bien' },
    })
  })

  it('tell which option was chosen', async () => {
    const chosen: unknown[] = []
    await start((app) =>
      app.action('site', async ({ ack, action }) => {
        await ack()
        chosen.push(action)
      }),
    )
    const post = await postActions()
    await town.people.choose({ person: people.staff, post, action: 'site', option: 'prelude' })
    expect(chosen).toMatchObject([{ type: 'static_select', selected_option: { value: 'prelude' } }])
  })

  it('that are not there cannot be pressed', async () => {
    await start()
    const post = await postActions()
    expect(() => town.people.press({ person: people.staff, post, action: 'all' })).toThrow('no all')
  })

  it('wait for an acknowledgement three seconds of the town, and never come again', async () => {
    await start((app) => app.action('done', () => Promise.resolve()))
    const pressing = town.people.press({ person: people.staff, post: await postActions(), action: 'done' })
    await town.pass({ seconds: 3 })
    expect((await pressing).fate).toBe('lost')
    await town.pass({ hours: 1 })
    expect(town.deliveries.all.filter(({ kind }) => kind === 'interactive')).toHaveLength(1)
  })
})

describe('answers to a press', () => {
  it.each([
    ['replace', { text: 'après', replace_original: true }, [['après', []]], []],
    ['delete', { delete_original: true }, [], []],
    ['add', { text: 'pour vous', replace_original: false }, [['', ['done', 'site']]], ['pour vous']],
  ])('%s', async (_, answer, seen, whispers) => {
    await start((app) =>
      app.action('done', async ({ ack, respond }) => {
        await ack()
        await respond(answer)
      }),
    )
    await town.people.press({ person: people.french, post: await postActions(), action: 'done' })
    await expect.poll(() => town.seen().map(({ text, actionIds }) => [text, actionIds])).toEqual(seen)
    await expect.poll(() => town.whispers(people.french).map(({ shown }) => shown)).toEqual(whispers)
  })
})

describe('answers to a press of what one person alone sees', () => {
  it.each([
    ['replace', { text: 'après', replace_original: true }, ['après']],
    ['delete', { delete_original: true }, []],
  ])('%s', async (_, answer, whispers) => {
    await start((app) =>
      app.action('done', async ({ ack, respond }) => {
        await ack()
        await respond(answer)
      }),
    )
    const sent = { channel, user: people.french, text: 'Bien', blocks: [actions] as KnownBlock[] }
    const { message_ts: ts } = await clientOf(town).chat.postEphemeral(sent)
    const pressed = await town.people.press({ person: people.french, post: { channel, ts: ts! }, action: 'done' })
    expect(pressed.payload).toMatchObject({ container: { is_ephemeral: true, message_ts: ts } })
    await expect.poll(() => town.whispers(people.french).map(({ shown }) => shown)).toEqual(whispers)
  })
})
