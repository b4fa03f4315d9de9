// The slash command, the forms it opens and the posts it points at.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { textIn } from '../../fakes/mattermost/json.ts'
import { buttonsOf, eventually, filesOf, type MattermostWorld, makeWorld, messageOf } from './mattermost-world.ts'

let world: MattermostWorld

beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())

const marie = () => world.town.people.marie
const give = (text: string, more: { root?: string; channel?: string; person?: string } = {}) =>
  world.town.command({ person: marie(), channel: world.town.channel, line: `/enrol-check ${text}`, ...more })
const whispers = (person = marie()) => world.town.whispers(person).map(({ message }) => message)
const refused = () => world.chat().state().refused

describe('a command', () => {
  it('is told with its thread, and answered for that person alone', async () => {
    await world.start()
    const root = world.town.post({ author: marie(), channel: world.town.channel, text: 'Une demande' }).id
    expect(await give('status  all', { root })).toMatchObject({ response_type: 'ephemeral', text: 'Voilà' })
    expect(world.heard.commands).toMatchObject([{ thread: root, text: 'status  all', person: marie(), about: null }])
    expect(whispers()).toEqual(['Voilà'])
  })

  it('keeps its lines and accents, and works in direct messages', async () => {
    await world.start()
    await give('règles é\n2', { channel: world.town.direct(marie(), world.town.bot.id) })
    expect(world.heard.commands).toMatchObject([{ text: 'règles é\n2' }])
  })

  it('may be as long as a post, in any script', async () => {
    await world.start()
    const text = 'Ж'.repeat(16_000)
    await give(text)
    expect(world.heard.commands).toMatchObject([{ text }])
  })

  it('answered with files or buttons is answered in direct messages, once', async () => {
    const answer = messageOf('Un modèle', { files: filesOf(['modele.csv', 'a']), buttons: buttonsOf('all') })
    await world.start({ commanded: () => Promise.resolve(answer) })
    await give('template')
    expect(whispers()).toEqual(['La réponse est dans votre conversation avec moi.'])
    expect(world.town.seen(world.town.direct(marie(), world.town.bot.id))).toMatchObject([
      { text: 'Un modèle', files: [{ name: 'modele.csv' }], buttons: ['all'] },
    ])
  })

  it('whose work takes long is answered at once, and under the command in the end', async () => {
    world.restart({ timings: { retries: [], answer: 10 } })
    const work = Promise.withResolvers<ReturnType<typeof messageOf>>()
    await world.start({ commanded: () => work.promise })
    await give('pending')
    expect(whispers()).toEqual(['C’est en cours : la réponse arrive.'])
    work.resolve(messageOf('Deux demandes'))
    await eventually(() => expect(whispers()).toEqual(['C’est en cours : la réponse arrive.', 'Deux demandes']))
  })

  it('that can be answered no more there is answered in direct messages', async () => {
    world.restart({ timings: { retries: [], answer: 10 } })
    const work = Promise.withResolvers<ReturnType<typeof messageOf>>()
    await world.start({ commanded: () => work.promise })
    await give('pending')
    world.town.clock.pass({ minutes: 31 })
    work.resolve(messageOf('Deux demandes'))
    const direct = world.town.direct(marie(), world.town.bot.id)
    await eventually(() => expect(world.town.seen(direct)).toMatchObject([{ text: 'Deux demandes' }]))
  })

  it('that meets a bug is answered all the same', async () => {
    await world.start({ commanded: () => Promise.reject(new TypeError('a bug')) })
    await give('status')
    expect(whispers()).toEqual([expect.stringContaining('Réessayez')])
    expect(world.log.lines.some(({ level }) => level === 'error')).toBe(true)
  })
})

describe('a call that is not the server’s', () => {
  beforeEach(() => world.start())

  async function call(fields: Readonly<Record<string, string>>) {
    const body = new URLSearchParams({ user_id: marie(), channel_id: world.town.channel, text: 'status', ...fields })
    return await fetch(`${world.callbackUrl}/mattermost/command`, { method: 'POST', body })
  }

  it.each(['', 'x', 'x'.repeat(26)])('with the token %j is refused and counted', async (token) => {
    expect((await call({ token })).status).toBe(401)
    expect(world.heard.commands).toEqual([])
    expect(refused().command).toBe(1)
  })

  it('with a token that only begins like ours is refused', async () => {
    expect((await call({ token: world.commandToken.slice(0, -1) })).status).toBe(401)
    expect((await call({ token: world.commandToken })).status).toBe(200)
  })

  it('is refused when no token was set', async () => {
    world.restart({ commandTokens: [] })
    expect((await call({ token: '' })).status).toBe(401)
  })

  it('of another shape is refused', async () => {
    expect((await call({})).status).toBe(400)
  })
})

describe('a command that points at a post', () => {
  const linkTo = (post: string) => `https://chat.univ.example/cemu/pl/${post}`
  const post = (channel = world.town.channel) =>
    world.town.post({ author: world.town.people.sofia, channel, files: [{ name: 'a.csv', text: 'x' }] }).id

  it('brings that post first, then itself', async () => {
    const id = post()
    const order: string[] = []
    await world.start({
      posted: (posting) => Promise.resolve(void order.push(`posted ${posting.post}`)),
      commanded: (command) => {
        order.push(`commanded ${command.about?.post ?? ''}`)
        return Promise.resolve(messageOf('Voilà'))
      },
    })
    order.length = 0
    await give(`check ${linkTo(id)}`)
    expect(order).toEqual([`posted ${id}`, `commanded ${id}`])
  })

  it('that the person may not see is told nothing of it', async () => {
    const { town } = world
    town.state.channels.get(town.supportChannel)!.members.add(town.bot.id)
    await world.start()
    const id = post(town.supportChannel)
    await give(`check ${linkTo(id)}`)
    expect(whispers()).toEqual([expect.stringContaining('n’y a pas accès')])
    expect(world.heard.commands).toEqual([])
    expect(world.heard.postings.filter((posting) => posting.post === id)).toEqual([])
    await give(`check ${linkTo(id)}`, { person: town.people.sofia })
    expect(world.heard.commands).toMatchObject([{ about: { channel: town.supportChannel, post: id } }])
  })

  it.each(['z'.repeat(26), 'deleted', 'unseen'])('that is not there for the bot (%s) is told', async (which) => {
    await world.start()
    const id = which.length === 26 ? which : post(which === 'unseen' ? world.town.supportChannel : undefined)
    if (which === 'deleted') world.town.remove(world.town.people.sofia, id)
    await give(`check ${linkTo(id)}`, { person: world.town.people.sofia })
    expect(whispers(world.town.people.sofia)).toEqual([expect.stringContaining('n’y a pas accès')])
    expect(world.heard.commands).toEqual([])
  })
})

describe('a form', () => {
  beforeEach(() => world.start())

  const opened = (person = marie()) => world.town.dialogs(person).at(-1)!
  const elements = () => (opened().dialog.elements as unknown as { options: { text: string; value: string }[] }[])[0]!
  const submit = (value: string) => world.town.submit(opened(), world.town.channel, { value })

  it('asks for the language, and completes the command', async () => {
    await give('langue')
    expect(world.heard.commands).toEqual([])
    expect(opened().dialog).toMatchObject({ title: 'Langue' })
    expect(elements().options.map(({ value }) => value)).toEqual(['fr', 'en'])
    await submit('en')
    expect(world.heard.commands).toMatchObject([{ text: 'language en', person: marie(), channel: world.town.channel }])
    await eventually(() => expect(whispers()).toEqual(['Voilà']))
  })

  it('asks for a day, of the next that people work, in the thread of the command', async () => {
    const root = world.town.post({ author: marie(), channel: world.town.channel, text: 'Une demande' }).id
    await give('remind', { root })
    expect(elements().options.map(({ value }) => value)).toEqual([
      ...['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30'],
      ...['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-07'],
    ])
    expect(elements().options[5]?.text).toBe('mardi 1 décembre')
    await submit('2026-12-01')
    expect(world.heard.commands).toMatchObject([{ text: 'remind 2026-12-01', thread: root }])
  })

  it('is in the language of the person', async () => {
    await give('remind', { person: world.town.people.emma })
    expect(opened(world.town.people.emma).dialog).toMatchObject({ title: 'Reminder' })
  })

  it('is not opened for a command that has its object', async () => {
    await give('language en')
    expect(world.town.dialogs(marie())).toEqual([])
    expect(world.heard.commands).toMatchObject([{ text: 'language en' }])
  })

  it('that does not open says what to write instead', async () => {
    world.server.faults.add({ trouble: { refuse: 500 }, path: /dialogs\/open/ })
    await give('language')
    expect(whispers()).toEqual([expect.stringContaining('`/enrol-check language fr`')])
  })

  it('that is submitted twice is obeyed once', async () => {
    await give('language')
    await submit('en')
    expect(textIn((await submit('en')).error)).toContain('plus valable')
    expect(world.heard.commands).toHaveLength(1)
    expect(refused().form).toBe(1)
  })

  it.each([
    ['by somebody else', (form: Form) => ({ ...form, user_id: world.town.people.sofia })],
    ['with another command', (form: Form) => ({ ...form, state: form.state.replace('language', 'remind') })],
    ['for another channel', (form: Form) => ({ ...form, state: form.state.replace(world.town.channel, 'c') })],
    ['with no state', (form: Form) => ({ ...form, state: '' })],
    ['with a state of no shape', (form: Form) => ({ ...form, state: '[]' })],
  ])('that is submitted %s is refused and counted', async (_how, forge) => {
    await give('language')
    const form = { user_id: marie(), state: textIn(opened().dialog.state), submission: { value: 'en' } }
    const response = await post(forge(form))
    expect(await response.json()).toMatchObject({ error: expect.any(String) as string })
    expect(world.heard.commands).toEqual([])
    expect(refused().form).toBe(1)
  })

  it('with a value that was not offered may be corrected', async () => {
    await give('language')
    expect(await submit('de')).toMatchObject({ errors: { value: expect.any(String) as string } })
    await submit('en')
    expect(world.heard.commands).toMatchObject([{ text: 'language en' }])
  })

  it('is over after half an hour', async () => {
    await give('language')
    world.town.clock.pass({ minutes: 31 })
    expect(textIn((await submit('en')).error)).toContain('plus valable')
  })

  type Form = { readonly user_id: string; readonly state: string; readonly submission: object }

  async function post(body: Form): Promise<Response> {
    const headers = { 'content-type': 'application/json' }
    return await fetch(`${world.callbackUrl}/mattermost/form`, { method: 'POST', headers, body: JSON.stringify(body) })
  }
})
