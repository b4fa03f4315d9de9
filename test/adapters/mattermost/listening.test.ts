// What people do in channels and direct messages, and what of it the application is told.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OutsideError } from '../../../src/ports/outside-error.ts'
import { addBot } from '../../fakes/mattermost/acts/building.ts'
import { eventually, listenerOn, type MattermostWorld, makeWorld } from './mattermost-world.ts'

let world: MattermostWorld

beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())

const marie = () => world.town.people.marie
const csv = (name: string, text = 'username\nx') => ({ name, text })
const say = (text: string, more: Partial<Parameters<MattermostWorld['town']['post']>[0]> = {}) =>
  world.town.post({ author: marie(), channel: world.town.channel, text, ...more })
const said = () => world.heard.postings.map(({ text }) => text)

/** Once this last word arrived, everything before it has. */
async function last(text = 'fin'): Promise<readonly string[]> {
  say(text)
  await eventually(() => expect(said()).toContain(text))
  return said().filter((one) => one !== text)
}

describe('posts', () => {
  it('come with their files, in the order they were uploaded', async () => {
    await world.start()
    const names = ['c.csv', 'a.csv', 'b.csv', 'd.xlsx']
    say('', { files: names.map((name) => csv(name)) })
    await last()
    expect(world.heard.postings[0]?.files.map(({ name }) => name)).toEqual(names)
    expect(world.heard.postings[0]?.files[0]).toMatchObject({
      size: 10,
      type: expect.stringContaining('csv') as string,
    })
  })

  it('have files of any name, whatever type the server makes of it', async () => {
    await world.start()
    say('', { files: [csv('liste.XLSX'), csv('inscriptions')] })
    await last()
    const [posting] = world.heard.postings
    expect(posting?.files.map(({ name }) => name)).toEqual(['liste.XLSX', 'inscriptions'])
    expect(typeof posting?.files[1]?.type).toBe('string')
  })

  it('of a channel that is not configured are none of ours', async () => {
    await world.start()
    const other = world.town.addChannel({ team: world.town.team, name: 'detente' })
    for (const member of [marie(), world.town.bot.id]) other.members.add(member)
    say('ailleurs', { channel: other.id })
    expect(await last()).toEqual([])
  })

  it('of every channel are, when none is configured', async () => {
    const other = world.town.addChannel({ team: world.town.team, name: 'detente' })
    for (const member of [marie(), world.town.bot.id]) other.members.add(member)
    world.restart({ channels: [] })
    await world.start()
    say('ailleurs', { channel: other.id })
    expect(await last()).toEqual(['ailleurs'])
  })

  it('to the bot alone are direct', async () => {
    await world.start()
    say('à vous', { channel: world.town.direct(marie(), world.town.bot.id), files: [csv('a.csv')] })
    await eventually(() => expect(world.heard.postings).toMatchObject([{ direct: true, files: [{ name: 'a.csv' }] }]))
  })

  it('of the system, of webhooks and of other bots are not told', async () => {
    await world.start()
    const { town } = world
    const robot = addBot(town, { username: 'robot', teams: [town.team], channels: [town.channel] })
    say('bip', { author: robot.id })
    say('par webhook', { props: { from_webhook: 'true' } })
    town.removeFromChannel(town.people.admin, town.channel, town.people.emma)
    expect(await last()).toEqual([])
  })

  it('with buttons that somebody made are a person’s all the same', async () => {
    await world.start()
    say('à cliquer', { props: { enrol_check_key: 'k', attachments: [] } })
    expect(await last()).toEqual(['à cliquer'])
  })
})

describe('edits and deletions', () => {
  it('bring a post again as it stands, and tell of one that is gone', async () => {
    await world.start()
    const { id } = say('un', { files: [csv('a.csv')] })
    world.town.edit(marie(), id, { text: 'deux', files: [csv('b.csv')] })
    world.town.remove(marie(), id)
    await last()
    expect(world.heard.postings.filter(({ post }) => post === id)).toMatchObject([
      { text: 'un', files: [{ name: 'a.csv' }] },
      { text: 'deux', files: [{ name: 'b.csv' }] },
    ])
    expect(world.heard.deletions).toEqual([{ chat: 'mattermost', channel: world.town.channel, post: id }])
  })

  it('made while nobody listened are told at the next start', async () => {
    await world.start()
    const [edited, deleted] = [say('un', { files: [csv('a.csv')] }), say('deux', { files: [csv('b.csv')] })]
    await last()
    await world.stop()
    world.town.edit(marie(), edited.id, { files: [csv('c.csv')] })
    world.town.remove(marie(), deleted.id)
    world.heard.postings.length = 0
    world.restart()
    await world.start()
    expect(world.heard.postings.find(({ post }) => post === edited.id)?.files).toMatchObject([{ name: 'c.csv' }])
    expect(world.heard.deletions.map(({ post }) => post)).toEqual([deleted.id])
  })
})

describe('the first look at a channel', () => {
  it('leaves what came before the bot to people', async () => {
    const { town } = world
    const channel = town.addChannel({ team: town.team, name: 'nouveau', by: marie() })
    say('d’avant', { channel: channel.id })
    town.addToChannel(marie(), channel.id, town.bot.id)
    say('d’après', { channel: channel.id })
    world.restart({ channels: ['cemu/nouveau'] })
    await world.start()
    expect(said()).toEqual(['d’après'])
  })

  it('brings the first words of somebody who wrote while the bot was away', async () => {
    say('bonjour', { channel: world.town.direct(marie(), world.town.bot.id) })
    await world.start()
    expect(said()).toEqual(['bonjour'])
  })

  it('joins a configured channel that is public', async () => {
    const { town } = world
    const channel = town.addChannel({ team: town.team, name: 'ouvert', by: marie() })
    world.restart({ channels: ['cemu/ouvert'] })
    await world.start()
    expect(channel.members.has(town.bot.id)).toBe(true)
    say('là', { channel: channel.id })
    await eventually(() => expect(said()).toContain('là'))
  })

  it('tells which channels are out of reach', async () => {
    world.restart({ channels: ['cemu/inscriptions', 'cemu/support', 'cemu/nulle-part', 'autre/canal'] })
    await world.start()
    expect(world.chat().state().channelsMissing).toEqual(['cemu/support', 'cemu/nulle-part', 'autre/canal'])
    expect(world.chat().connection()).toEqual({ connected: true, trouble: 'channels-missing', refused: 0 })
    expect(world.log.lines.filter(({ level }) => level === 'warn')).toHaveLength(1)
  })
})

describe('coming and going', () => {
  it('a channel to which the bot is added is listened to from then on', async () => {
    const { town } = world
    const channel = town.addChannel({ team: town.team, name: 'prive', type: 'P', by: marie() })
    world.restart({ channels: ['cemu/prive'] })
    await world.start()
    expect(world.chat().state().channelsMissing).toEqual(['cemu/prive'])
    town.addToChannel(marie(), channel.id, town.bot.id)
    say('bienvenue', { channel: channel.id })
    await eventually(() => expect(said()).toContain('bienvenue'))
    expect(world.chat().state().channelsMissing).toEqual([])
  })

  it('a channel that it is taken out of is told, and not joined again', async () => {
    const { town } = world
    await world.start()
    town.removeFromChannel(town.people.admin, town.channel, town.bot.id)
    await eventually(() => expect(world.chat().state().channelsMissing).toEqual(['cemu/inscriptions']))
    expect(town.state.channels.get(town.channel)?.members.has(town.bot.id)).toBe(false)
  })

  it('what was said while it was taken out stays between people, and the rest does not', async () => {
    const { town } = world
    const { admin } = town.people
    await world.start()
    await last('avant')
    await world.stop()
    say('pendant une panne')
    town.removeFromChannel(admin, town.channel, town.bot.id)
    say('entre nous')
    town.addToChannel(admin, town.channel, town.bot.id)
    say('de retour')
    world.restart()
    await world.start()
    expect(said()).toEqual(['avant', 'avant', 'pendant une panne', 'de retour'])
  })

  it('a channel to which it is added again is heard from then on', async () => {
    const { town } = world
    const { admin } = town.people
    await world.start()
    await last('avant')
    town.removeFromChannel(admin, town.channel, town.bot.id)
    await eventually(() => expect(world.chat().state().channelsMissing).toEqual(['cemu/inscriptions']))
    say('entre nous')
    town.addToChannel(admin, town.channel, town.bot.id)
    expect(await last('de retour')).not.toContain('entre nous')
    await world.stop()
    world.restart()
    await world.start()
    expect(said()).not.toContain('entre nous')
  })

  it('a channel that is renamed stays ours', async () => {
    await world.start()
    world.town.rename(world.town.people.admin, world.town.channel, 'Inscriptions 2027')
    expect(await last()).toEqual([])
  })
})

describe('what was missed', () => {
  it('is walked through page by page, oldest first', async () => {
    await world.start()
    say('zéro')
    await last()
    await world.stop()
    const texts = Array.from({ length: 450 }, (_, index) => `m${index}`)
    for (const text of texts) say(text)
    world.heard.postings.length = 0
    world.restart()
    await world.start()
    expect(said().filter((text) => text.startsWith('m'))).toEqual(texts)
  })

  it('is found after a post that was deleted since', async () => {
    await world.start()
    const { id } = say('repère')
    await eventually(() => expect(said()).toContain('repère'))
    await world.stop()
    world.town.remove(marie(), id)
    say('ensuite')
    world.restart()
    await world.start()
    expect(said()).toContain('ensuite')
  })

  it('is found even when what was seen last never existed there', async () => {
    await world.start()
    await last()
    await world.stop()
    say('perdu de vue')
    world.restart({ postings: { watermark: () => Promise.resolve('z'.repeat(26)), setWatermark: async () => {} } })
    await world.start()
    expect(said()).toContain('perdu de vue')
  })

  it('is told to the last, even when it is more than the server tells of edits', async () => {
    await world.start()
    say('zéro')
    await last()
    await world.stop()
    const texts = Array.from({ length: 1_050 }, (_, index) => `m${index}`)
    for (const text of texts) say(text)
    world.heard.postings.length = 0
    world.restart()
    await world.start()
    expect(said().filter((text) => text.startsWith('m'))).toEqual(texts)
    expect(world.log.lines.some(({ message }) => message.includes('too many edits'))).toBe(true)
  })

  it('in a thread that is open is read again, and a thread that is gone is told', async () => {
    const { id } = say('demande')
    const { id: gone } = say('retirée')
    say('réponse', { root: id, files: [csv('a.csv')] })
    world.town.remove(marie(), gone)
    const { channel } = world.town
    world.restart({
      threads: () => Promise.resolve([id, gone].map((thread) => ({ channel, thread }))),
      postings: { watermark: () => Promise.resolve(say('plus tard').id), setWatermark: async () => {} },
    })
    world.town.clock.pass({ hours: 1 })
    await world.start()
    expect(world.heard.postings).toContainEqual(expect.objectContaining({ thread: id, text: 'réponse' }))
    expect(world.heard.deletions.map(({ post }) => post)).toEqual([gone])
  })
})

describe('an application that cannot take a post', () => {
  it('gets it again, and what came after it, until it can', async () => {
    let down = true
    await world.start({
      posted(posting) {
        if (down) return Promise.reject(new OutsideError('store-unavailable', 'no database'))
        return listenerOn(world.heard).posted(posting)
      },
    })
    say('un')
    say('deux')
    await eventually(() => expect(world.log.lines.some(({ message }) => message.includes('told again'))).toBe(true))
    expect(said()).toEqual([])
    down = false
    await eventually(() => expect([...new Set(said())]).toEqual(['un', 'deux']))
  })

  it('because of a bug is not kept from all the others', async () => {
    await world.start({
      posted: (posting) =>
        posting.text === 'poison' ? Promise.reject(new TypeError('a bug')) : listenerOn(world.heard).posted(posting),
    })
    say('poison')
    say('remède')
    await eventually(() => expect(said()).toContain('remède'))
    expect(world.log.lines.filter(({ level }) => level === 'error')).toHaveLength(1)
  })

  it('loses nothing when the server fails in the middle of the look', async () => {
    world.server.faults.add({ trouble: { refuse: 502 }, path: /\/posts$/, times: 4 })
    say('malgré tout')
    await world.start()
    await eventually(() => expect(said()).toContain('malgré tout'))
  })
})
