// Buttons, menus, the command, the form and the shortcut: what people do beside posting.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OutsideError } from '../../../src/ports/outside-error.ts'
import type { Line } from '../../fakes/log.ts'
import { defaultChannel, otherChannel, people, privateChannel } from '../../fakes/slack/townsfolk.ts'
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

describe('a press', () => {
  const buttons = [{ id: 'done', label: 'Fait', style: 'primary' }] as const

  async function press(thread: string | null = null) {
    const chat = await world.start()
    const { channel, post: ts } = await chat.post({ channel: defaultChannel, thread }, 'k', saying('Bien', { buttons }))
    return await world.town.people.press({ person: people.french, post: { channel, ts }, action: 'button:0' })
  }

  it('is answered to the one who pressed, in the same thread', async () => {
    world.events.pressed = () => Promise.resolve(saying('Noté'))
    const { ts: thread } = await world.town.people.post({ author: people.french })
    const told = nextWhisper()
    await press(thread)
    await told
    expect(world.town.whispers(people.french)).toMatchObject([{ shown: 'Noté', thread }])
    expect(shown(people.english)).toEqual([])
  })

  it('is answered with files in the direct messages, since an ephemeral post holds none', async () => {
    world.events.pressed = () => Promise.resolve(saying('Voilà', { named: ['tout.txt'] }))
    const told = nextWhisper()
    await press()
    await told
    expect(shown(people.french)[0]).toMatch(/messages directs/)
    expect(world.town.seenBy(people.french)).toMatchObject([{ text: 'Voilà' }, { files: [{ name: 'tout.txt' }] }])
  })

  it('that could not be stored is not acknowledged, so that Slack says so', async () => {
    world.events.pressed = refused
    const chat = await world.start()
    const { channel, post: ts } = await chat.post(
      { channel: defaultChannel, thread: null },
      'k',
      saying('Bien', { buttons }),
    )
    const pressing = world.town.people.press({ person: people.french, post: { channel, ts }, action: 'button:0' })
    await logged('error')
    await world.town.pass({ seconds: 3 })
    expect((await pressing).fate).toBe('lost')
  })
})

describe('a command', () => {
  it('is answered to the one who gave it, even where the bot is not', async () => {
    await world.start()
    const told = nextWhisper()
    await world.town.people.command({ person: people.french, text: 'help', channel: otherChannel })
    await told
    expect(world.heard.commands).toMatchObject([{ text: 'help', channel: otherChannel, thread: null, about: null }])
    expect(world.town.whispers(people.french)).toMatchObject([{ shown: 'Voilà', channel: otherChannel }])
  })

  it('is answered with files in the direct messages', async () => {
    world.events.commanded = () => Promise.resolve(saying('Voici', { named: ['modele.csv'] }))
    await world.start()
    const told = nextWhisper()
    await world.town.people.command({ person: people.french, text: 'template' })
    await told
    expect(world.town.seenBy(people.french)).toMatchObject([{ text: 'Voici' }, { files: [{ name: 'modele.csv' }] }])
  })

  it('that fails is said to have failed, in the language of the one who gave it', async () => {
    world.events.commanded = refused
    await world.start()
    const told = nextWhisper()
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
    const told = nextWhisper()
    await world.town.people.command({ person: people.french, text: `check ${linkTo(post)}` })
    await told
    expect(shown(people.french)[0]).toMatch(/Je ne peux pas ouvrir ce lien/)
    expect(world.heard.commands).toEqual([])
    expect(world.heard.postings).toEqual([])
  })

  it('about a post that is gone is refused, and one of another workspace is no link', async () => {
    await world.start()
    const gone = { channel: defaultChannel, ts: '1700000000.000001' }
    const told = nextWhisper()
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
    const told = nextWhisper()
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
    const told = nextWhisper()
    await world.town.people.shortcut({ person: people.french, post, callback: 'check_this_file' })
    await told
    expect(shown(people.french)[0]).toMatch(/invitez-moi/)
    expect(world.heard.commands).toEqual([])
  })
})

describe('the form', () => {
  const open = async (person: string = people.french, channel: string = defaultChannel) => {
    const opened = nextCall('views.open')
    await world.town.people.command({ person, channel })
    await opened
  }

  beforeEach(() => world.start())

  it('asks for files, site and language, in the language of the person', async () => {
    await open()
    expect(world.town.people.form(people.french).content).toMatchObject({
      title: { text: 'Vérifier des fichiers' },
      blocks: [
        { element: { type: 'file_input', max_files: 10 } },
        { element: { options: [{ value: 'ecampus' }, { value: 'collegium' }], initial_option: { value: 'ecampus' } } },
        { element: { initial_option: { value: 'fr' } } },
      ],
    })
    await open(people.english)
    expect(world.town.people.form(people.english).content).toMatchObject({ title: { text: 'Check files' } })
    expect(world.heard.commands).toEqual([])
  })

  it('becomes a post that says whose the files are, and a posting of that person', async () => {
    await open()
    await world.town.people.submit(people.french, {
      files: [csv, { name: 'b.csv', text: 'x' }],
      site: 'collegium',
      language: 'en',
    })
    const [post] = world.town.seen()
    expect(post).toMatchObject({ author: world.town.app.botPerson, thread: null })
    expect(post?.text).toBe(`📎 liste.csv, b.csv to check, from @${people.french}`)
    expect(world.heard.postings).toMatchObject([
      {
        channel: defaultChannel,
        thread: null,
        post: post?.ts,
        author: people.french,
        direct: false,
        files: [{ name: 'liste.csv', size: 8 }, { name: 'b.csv' }],
        form: { site: 'collegium', language: 'en' },
      },
    ])
    const bytes = await world.process().download(world.heard.postings[0]!.files[0]!, 100)
    expect(Buffer.from(bytes).toString()).toBe('username')
  })

  it.each([
    ['where the bot is not', otherChannel],
    ['in the conversation with the bot', 'direct'],
  ])('given %s goes to the direct messages', async (_, where) => {
    const direct = await world.town.people.post({ author: people.french, direct: true })
    await open(people.french, where === 'direct' ? direct.channel : where)
    world.heard.postings.splice(0)
    await world.town.people.submit(people.french, { files: [csv] })
    expect(world.heard.postings).toMatchObject([
      { channel: direct.channel, direct: true, author: people.french, form: { site: 'ecampus', language: 'fr' } },
    ])
    expect(world.town.seen(otherChannel)).toEqual([])
  })

  it('that comes twice makes one post, and the same posting', async () => {
    await open()
    const { delivery } = await world.town.people.submit(people.french, { files: [csv] })
    await world.town.deliveries.repeat(delivery)
    expect(world.town.seen()).toHaveLength(1)
    const [one, two] = world.heard.postings
    expect(two).toEqual(one)
  })

  it('stays open with a sentence when its files could not be stored, and may be sent again', async () => {
    await open()
    const { posted } = world.events
    world.events.posted = refused
    const { errors } = await world.town.people.submit(people.french, { files: [csv] })
    expect(errors).toEqual({ files: expect.stringContaining('Réessayez') as string })
    world.events.posted = posted
    await world.town.people.submit(people.french, { files: [csv] })
    expect(world.town.seen()).toHaveLength(1)
    expect(world.heard.postings).toHaveLength(1)
  })

  it('is found again when the process died between its post and its posting', async () => {
    await open()
    world.events.posted = refused
    await world.town.people.submit(people.french, { files: [csv], site: 'collegium' })
    await world.stop()
    const again = await slackAgain()
    expect(again).toMatchObject([
      { author: people.french, files: [{ name: 'liste.csv' }], form: { site: 'collegium', language: 'fr' } },
    ])
  })

  it('that Slack would not open, as the trigger was too old, is said', async () => {
    world.town.faults.next('views.open', { kind: 'refused', code: 'expired_trigger_id' })
    const told = nextWhisper()
    await world.town.people.command({ person: people.english })
    await told
    expect(shown(people.english)[0]).toMatch(/Type the command again/)
  })

  async function slackAgain() {
    const { postings } = world.heard
    world.events.posted = (posting) => Promise.resolve(void postings.push(posting))
    await world.start()
    return postings
  }
})

/** Settles once Slack took the next answer for one person's eyes. */
function nextWhisper(): Promise<unknown> {
  return next(world.town.state.whispers)
}

function nextCall(method: string): Promise<unknown> {
  const { calls } = world.town
  return next(calls, (call) => call.method === method)
}

function logged(level: string): Promise<unknown> {
  return next(world.log.lines as Line[], (line) => line.level === level)
}

/** Settles once something is put into that list. */
function next<T>(list: T[], isIt: (added: T) => boolean = () => true): Promise<unknown> {
  return new Promise((resolve) => {
    const { push } = list
    list.push = (...added) => {
      if (added.some(isIt)) resolve(undefined)
      return push.apply(list, added)
    }
  })
}
