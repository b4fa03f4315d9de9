// Clicks: only ours count, whoever may call the address.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sealed } from '../../../src/adapters/mattermost/action-context.ts'
import { createSigner } from '../../../src/adapters/mattermost/signature.ts'
import { OutsideError } from '../../../src/ports/outside-error.ts'
import type { JsonObject } from '../../fakes/mattermost/json.ts'
import { actionsOf } from '../../fakes/mattermost/rules/attachments.ts'
import { buttonsOf, eventually, filesOf, type MattermostWorld, makeWorld, messageOf } from './mattermost-world.ts'

let world: MattermostWorld

beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())

const message = messageOf('Quel site ?', {
  buttons: buttonsOf('done'),
  choices: [
    {
      id: 'site',
      label: 'Site',
      options: [
        { value: 'ecampus', label: 'Ecampus' },
        { value: 'collegium', label: 'Collégium' },
      ],
      chosen: null,
    },
  ],
})
const ask = () => world.chat().post({ channel: world.town.channel, thread: null }, 'k', message)
const refused = () => world.chat().state().refused.action
const whispers = (person: string) => world.town.whispers(person).map((whisper) => whisper.message)

/** What a button of that post carries. */
function contextOf(post: string, action: string): JsonObject {
  const found = actionsOf(world.town.look(post)!.props).find(({ id }) => id === action)
  return (found!.integration as JsonObject).context as JsonObject
}

/** A call of the address by whoever can reach it. */
async function call(body: unknown, path = '/mattermost/action'): Promise<{ status: number; body: unknown }> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(world.callbackUrl + path, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: response.status, body: await response.json() }
}

describe('a click', () => {
  it('is told, and answered with nothing to see', async () => {
    await world.start()
    const { post } = await ask()
    await world.town.press(world.town.people.marie, post, 'done')
    expect(world.heard.presses).toMatchObject([{ post, button: 'done', option: null, person: world.town.people.marie }])
    expect(whispers(world.town.people.marie)).toEqual([])
    expect(world.town.look(post)).toMatchObject({ edited: false, buttons: ['done'] })
  })

  it('twice is told twice: what it does is done once by whoever does it', async () => {
    await world.start()
    const { post } = await ask()
    await world.town.press(world.town.people.marie, post, 'done')
    await world.town.press(world.town.people.marie, post, 'done')
    expect(world.heard.presses).toHaveLength(2)
    expect(new Set(world.heard.presses.map((press) => JSON.stringify(press))).size).toBe(1)
  })

  it('may be answered for that person’s eyes', async () => {
    await world.start({ pressed: () => Promise.resolve(messageOf('Seul le demandeur peut choisir.')) })
    const { post } = await ask()
    await world.town.press(world.town.people.emma, post, 'done')
    expect(whispers(world.town.people.emma)).toEqual(['Seul le demandeur peut choisir.'])
  })

  it('answered with files is answered in direct messages', async () => {
    const answer = messageOf('Voici tout', { files: filesOf(['tout.csv', 'a;b']) })
    await world.start({ pressed: () => Promise.resolve(answer) })
    const { post } = await ask()
    await world.town.press(world.town.people.marie, post, 'done')
    expect(whispers(world.town.people.marie)).toEqual(['La réponse est dans votre conversation avec moi.'])
    const direct = world.town.seen(world.town.direct(world.town.people.marie, world.town.bot.id))
    expect(direct).toMatchObject([{ text: 'Voici tout', files: [{ name: 'tout.csv' }] }])
  })

  it('whose work takes long is answered at once, and by direct message in the end', async () => {
    world.restart({ timings: { retries: [], answer: 10 } })
    const work = Promise.withResolvers<ReturnType<typeof messageOf>>()
    await world.start({ pressed: () => work.promise })
    const { post } = await ask()
    await world.town.press(world.town.people.marie, post, 'done')
    expect(whispers(world.town.people.marie)).toEqual([])
    work.resolve(messageOf('C’est *fait*'))
    const direct = world.town.direct(world.town.people.marie, world.town.bot.id)
    await eventually(() => expect(world.town.seen(direct)).toMatchObject([{ text: String.raw`C’est \*fait\*` }]))
  })

  it('that fails says so, and the log knows', async () => {
    await world.start({ pressed: () => Promise.reject(new OutsideError('store-unavailable', 'no database')) })
    const { post } = await ask()
    await world.town.press(world.town.people.marie, post, 'done')
    expect(whispers(world.town.people.marie)).toEqual([expect.stringContaining('Réessayez')])
    expect(world.log.lines.at(-1)?.message).toContain('failed')
  })

  it('before the application listens says so', async () => {
    await world.start()
    const { post } = await ask()
    await world.stop()
    await world.town.press(world.town.people.marie, post, 'done')
    expect(whispers(world.town.people.marie)).toEqual([expect.stringContaining('Réessayez')])
  })
})

describe('a choice', () => {
  it('is told when it was offered', async () => {
    await world.start()
    const { post } = await ask()
    await world.town.choose(world.town.people.marie, post, 'site', 'collegium')
    expect(world.heard.presses).toMatchObject([{ button: 'site', option: 'collegium' }])
  })

  it('that was not offered, which the server does not check, is refused', async () => {
    await world.start()
    const { post } = await ask()
    await world.town.choose(world.town.people.marie, post, 'site', 'hack')
    expect(world.heard.presses).toEqual([])
    expect(refused()).toBe(1)
  })
})

describe('a forgery', () => {
  beforeEach(() => world.start())

  it('by a member whose own post calls us does nothing, and is counted', async () => {
    await ask()
    const { marie, emma } = world.town.people
    const integration = {
      url: `${world.callbackUrl}/mattermost/action`,
      context: { key: 'k', action: 'done', mac: 'x' },
    }
    const props = {
      attachments: [{ text: 'x', actions: [{ id: 'forged', name: 'Cliquez', type: 'button', integration }] }],
    }
    const { id } = world.town.post({ author: emma, channel: world.town.channel, text: 'cliquez', props })
    await world.town.press(marie, id, 'forged')
    expect(world.heard.presses).toEqual([])
    expect(refused()).toBe(1)
    expect(whispers(marie)).toEqual([expect.stringContaining('plus valable')])
    expect(world.log.lines.at(-1)).toMatchObject({ level: 'warn', fields: { callback: 'action', why: 'forged' } })
  })

  it.each([
    ['another action', { action: 'withdraw' }],
    ['another post’s key', { key: 'other' }],
    ['a later end', { expires: 9_999_999_999 }],
    ['other options', { offered: ['hack'] }],
    ['no proof', { mac: '' }],
  ])('with %s in a real context is refused', async (_what, change) => {
    const { post } = await ask()
    const context = { ...contextOf(post, 'done'), ...change }
    const { status, body } = await call({ user_id: world.town.people.sofia, post_id: post, context })
    expect({ status, body }).toMatchObject({ status: 200, body: { ephemeral_text: expect.any(String) as string } })
    expect(world.heard.presses).toEqual([])
    expect(refused()).toBe(1)
  })

  it('with a real context on another post is refused', async () => {
    const { post } = await ask()
    const { post: other } = await world.chat().post({ channel: world.town.channel, thread: null }, 'k2', message)
    const theirs = world.town.post({ author: world.town.people.emma, channel: world.town.channel, text: 'x' }).id
    const context = contextOf(post, 'done')
    for (const post_id of [other, theirs, 'z'.repeat(26), '../users/me'])
      await call({ user_id: world.town.people.sofia, post_id, context })
    expect(world.heard.presses).toEqual([])
    expect(refused()).toBe(4)
  })

  it('with the secret of another bot is refused', async () => {
    const { post } = await ask()
    const context = { key: 'k', action: 'done', person: null, expires: 9_999_999_999, offered: null }
    await call({ user_id: 'x', post_id: post, context: sealed(context, createSigner('guessed')) })
    expect(refused()).toBe(1)
  })

  it('of another person’s direct message is refused', async () => {
    const { marie, emma } = world.town.people
    const { post } = await world.chat().post({ direct: marie }, 'd', message)
    await call({ user_id: emma, post_id: post, context: contextOf(post, 'done') })
    expect(world.heard.presses).toEqual([])
    await world.town.press(marie, post, 'done')
    expect(world.heard.presses).toHaveLength(1)
  })

  it.each([{}, [], { user_id: 1 }, null, 'x'])('of this shape is refused: %j', async (body) => {
    expect((await call(body)).status).toBe(400)
    expect(world.heard.presses).toEqual([])
  })
})

describe('an old button', () => {
  it('is over after four months, unless its post was edited since', async () => {
    await world.start()
    const [old, edited] = [await ask(), await world.chat().post({ direct: world.town.people.marie }, 'd', message)]
    world.town.clock.pass({ hours: 24 * 119 })
    await world.chat().update(edited, message)
    world.town.clock.pass({ hours: 24 * 2 })
    await world.town.press(world.town.people.marie, old.post, 'done')
    expect(world.heard.presses).toEqual([])
    await world.town.press(world.town.people.marie, edited.post, 'done')
    expect(world.heard.presses).toHaveLength(1)
  })
})

describe('a server that cannot reach us', () => {
  it('is shown no buttons', async () => {
    world.restart({ callbackUrl: null })
    await world.start()
    expect(world.town.look((await ask()).post)).toMatchObject({ text: 'Quel site ?', buttons: [], selects: [] })
  })
})
