// `/enrol-check …`, links to posts, and the shortcut.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OutsideError } from '../../../src/ports/outside-error.ts'
import { defaultChannel, otherChannel, people, privateChannel } from '../../fakes/slack/townsfolk.ts'
import { nextWhisper } from './next.ts'
import { type SlackWorld, saying, slackWorld } from './slack-world.ts'

let world: SlackWorld
beforeEach(async () => {
  world = await slackWorld()
})
afterEach(() => world.close())

const csv = { name: 'liste.csv', text: 'username' }
const shown = (person: string) => world.town.whispers(person).map((whisper) => whisper.shown)
const refused = () => Promise.reject(new OutsideError('store-unavailable', 'No store'))
const linkTo = ({ channel, ts }: { channel: string; ts: string }, host = 'universite.slack.com') =>
  `https://${host}/archives/${channel}/p${ts.replace('.', '')}`

describe('a command', () => {
  it('is answered to the one who gave it, even where the bot is not', async () => {
    await world.start()
    const told = nextWhisper(world)
    await world.town.people.command({ person: people.french, text: 'help', channel: otherChannel })
    await told
    expect(world.heard.commands).toMatchObject([{ text: 'help', channel: otherChannel, thread: null, about: null }])
    expect(world.town.whispers(people.french)).toMatchObject([{ shown: 'Voilà', channel: otherChannel }])
  })

  it('is answered with files in the direct messages', async () => {
    world.events.commanded = () => Promise.resolve(saying('Voici', { named: ['modele.csv'] }))
    await world.start()
    const told = nextWhisper(world)
    await world.town.people.command({ person: people.french, text: 'template' })
    await told
    expect(world.town.seenBy(people.french)).toMatchObject([{ text: 'Voici' }, { files: [{ name: 'modele.csv' }] }])
  })

  it('that fails is said to have failed, in the language of the one who gave it', async () => {
    world.events.commanded = refused
    await world.start()
    const told = nextWhisper(world)
    await world.town.people.command({ person: people.english, text: 'status' })
    await told
    expect(shown(people.english)[0]).toMatch(/nothing was done/)
  })

  it('about a link delivers that post first', async () => {
    await world.start()
    const post = await world.town.people.post({ author: people.english, channel: privateChannel, files: [csv] })
    world.heard.postings.splice(0)
    await world.town.people.command({
      person: people.french,
      text: `check <${linkTo(post)}?thread_ts=1.2&amp;cid=C|lien>`,
    })
    expect(world.heard.postings).toMatchObject([
      { post: post.ts, author: people.english, files: [{ name: 'liste.csv' }] },
    ])
    expect(world.heard.commands).toMatchObject([{ about: { channel: privateChannel, post: post.ts } }])
  })

  it.each([
    ['a channel that the person is not in', privateChannel, () => leave(privateChannel)],
    ['a channel that the bot is not in', otherChannel, () => undefined],
    ['somebody else’s direct messages', 'direct', () => undefined],
  ])('about a link into %s is refused', async (_, channel, arrange) => {
    await world.start()
    const where = channel === 'direct' ? { direct: true } : { channel }
    const post = await world.town.people.post({ author: people.english, ...where, files: [csv] })
    world.heard.postings.splice(0)
    arrange()
    const told = nextWhisper(world)
    await world.town.people.command({ person: people.french, text: `check ${linkTo(post)}` })
    await told
    expect(shown(people.french)[0]).toMatch(/Je ne peux pas ouvrir ce lien/)
    expect(world.heard.commands).toEqual([])
    expect(world.heard.postings).toEqual([])
  })

  it('about a link into a channel that the settings leave out is refused', async () => {
    await world.start({ channels: [defaultChannel] })
    const post = await world.town.people.post({ author: people.english, channel: privateChannel, files: [csv] })
    const told = nextWhisper(world)
    await world.town.people.command({ person: people.french, text: `check ${linkTo(post)}` })
    await told
    expect(world.heard.commands).toEqual([])
  })

  it('about a post that is gone is refused, and one of another workspace is no link', async () => {
    await world.start()
    const gone = { channel: defaultChannel, ts: '1700000000.000001' }
    const told = nextWhisper(world)
    await world.town.people.command({ person: people.french, text: `check ${linkTo(gone)}` })
    await told
    expect(world.heard.commands).toEqual([])
    await world.town.people.command({ person: people.french, text: `check ${linkTo(gone, 'other.slack.com')}` })
    expect(world.heard.commands).toMatchObject([{ about: null }])
  })

  function leave(channel: string): void {
    world.town.state.channels.get(channel)!.members.delete(people.french)
  }
})

describe('the shortcut', () => {
  it('delivers the post, then the command about it', async () => {
    await world.start()
    const { ts: thread } = await world.town.people.post({ author: people.english })
    const post = await world.town.people.post({ author: people.english, thread, files: [csv] })
    world.heard.postings.splice(0)
    const told = nextWhisper(world)
    await world.town.people.shortcut({ person: people.french, post, callback: 'check_this_file' })
    await told
    expect(world.heard.postings).toMatchObject([{ post: post.ts, thread, files: [{ name: 'liste.csv' }] }])
    expect(world.heard.commands).toMatchObject([
      { text: 'check', thread, person: people.french, about: { channel: defaultChannel, post: post.ts } },
    ])
  })

  it('where the bot is not says how to get it there', async () => {
    await world.start()
    const post = await world.town.people.post({ author: people.english, channel: otherChannel, files: [csv] })
    const told = nextWhisper(world)
    await world.town.people.shortcut({ person: people.french, post, callback: 'check_this_file' })
    await told
    expect(shown(people.french)[0]).toMatch(/canal\u202F: invitez-moi avec «\u202F\/invite\u202F»/)
    expect(world.heard.commands).toEqual([])
  })
})
