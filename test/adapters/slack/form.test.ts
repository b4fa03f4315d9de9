// The form behind the command.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OutsideError } from '../../../src/ports/outside-error.ts'
import { defaultChannel, otherChannel, people } from '../../fakes/slack/townsfolk.ts'
import { nextCall, nextWhisper } from './next.ts'
import { type SlackWorld, slackWorld } from './slack-world.ts'

let world: SlackWorld
beforeEach(async () => {
  world = await slackWorld()
})
afterEach(() => world.close())

const csv = { name: 'liste.csv', text: 'username' }
const shown = (person: string) => world.town.whispers(person).map((whisper) => whisper.shown)
const refused = () => Promise.reject(new OutsideError('store-unavailable', 'No store'))

describe('the form', () => {
  const open = async (person: string = people.french, channel: string = defaultChannel) => {
    const opened = nextCall(world, 'views.open')
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
    const told = nextWhisper(world)
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
