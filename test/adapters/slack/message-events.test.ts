// What people post, edit and delete, as Slack tells it: the traps of its files, and the acknowledgement that comes only
// once everything is stored.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OutsideError } from '../../../src/ports/outside-error.ts'
import type { FileState } from '../../fakes/slack/state.ts'
import { defaultChannel, otherChannel, people, privateChannel } from '../../fakes/slack/townsfolk.ts'
import { type SlackWorld, saying, slackWorld } from './slack-world.ts'

let world: SlackWorld
beforeEach(async () => {
  world = await slackWorld()
})
afterEach(() => world.close())

const csv = { name: 'liste.csv', text: 'username' }
const post = (state: FileState = 'plain', name = 'liste.csv') =>
  world.town.people.post({ author: people.french, files: [{ name, text: 'username', state }] })

describe('files', () => {
  beforeEach(() => world.start())

  it('delivers several with their names, sizes and types', async () => {
    await world.town.people.post({
      author: people.french,
      text: 'a < b & c',
      files: [csv, { name: 'b.xlsx', text: 'x' }],
    })
    expect(world.heard.postings).toMatchObject([
      {
        text: 'a < b & c',
        form: null,
        files: [
          { name: 'liste.csv', size: 8, type: 'text/csv' },
          { name: 'b.xlsx', size: 1, type: 'application/octet-stream' },
        ],
      },
    ])
  })

  it('delivers a snippet as the text file that it is', async () => {
    const files = [{ name: 'Sans titre.txt', text: 'username;course1', mode: 'snippet' as const }]
    await world.town.people.post({ author: people.french, files })
    const [file] = world.heard.postings[0]!.files
    expect(file).toMatchObject({ name: 'Sans titre.txt', type: 'text/plain' })
    const bytes = await world.process().download(file!, 100)
    expect(Buffer.from(bytes).toString()).toBe('username;course1')
  })

  it('asks for the name of a file of another workspace, which events leave out', async () => {
    await post('checked')
    expect(world.heard.postings[0]?.files).toMatchObject([{ name: 'liste.csv', size: 8, type: 'text/csv' }])
  })

  it('delivers a file that Slack hides by its id, which says when it is asked for that it cannot be read', async () => {
    await post('hidden')
    const [file] = world.heard.postings[0]!.files
    expect(file).toEqual({ id: file?.id, name: file?.id, size: 0, type: '' })
    await expect(world.process().download(file!, 100)).rejects.toMatchObject({ code: 'file-gone' })
  })

  it('delivers a file that can no longer be asked about', async () => {
    world.town.faults.next('files.info', { kind: 'refused', code: 'file_not_found' })
    await post('checked')
    expect(world.heard.postings[0]?.files).toMatchObject([{ size: 0, type: '' }])
  })

  it('leaves out files that are deleted already', async () => {
    await post('deleted')
    expect(world.heard.postings).toMatchObject([{ files: [] }])
  })

  it('tells again when a file is taken out', async () => {
    const { files } = await world.town.people.post({ author: people.french, files: [csv, { ...csv, name: 'b.csv' }] })
    await world.town.people.removeFile(files[0]!)
    expect(world.heard.postings.map((posting) => posting.files.map(({ name }) => name))).toEqual([
      ['liste.csv', 'b.csv'],
      ['b.csv'],
    ])
  })
})

describe('edits and deletions', () => {
  beforeEach(() => world.start())

  it('delivers an edited reply in its thread', async () => {
    const { ts: thread } = await post()
    const reply = await world.town.people.post({ author: people.english, thread, files: [csv] })
    await world.town.people.edit(reply, 'Encore')
    expect(world.heard.postings.at(-1)).toMatchObject({
      thread,
      post: reply.ts,
      text: 'Encore',
      author: people.english,
    })
  })

  it('passes over an edit that changes neither words nor files, such as a link shown as a card', async () => {
    const { ts } = await post()
    const message = {
      type: 'message',
      user: people.french,
      text: '',
      ts,
      files: [],
      attachments: [{ title: 'A page' }],
    }
    const event = { type: 'message', subtype: 'message_changed', channel: defaultChannel, ts: '1800000000.000001' }
    await world.town.tell({ ...event, message, previous_message: { ...message, attachments: [] } })
    expect(world.heard.postings).toHaveLength(1)
  })

  it('takes a first post that became a tombstone for deleted', async () => {
    const { ts } = await post()
    await world.town.people.post({ author: people.english, thread: ts })
    await world.town.people.remove({ channel: defaultChannel, ts })
    expect(world.heard.deletions).toEqual([{ chat: 'slack', channel: defaultChannel, post: ts }])
  })

  it('never hears its own edits', async () => {
    const chat = await world.start()
    const ref = await chat.post({ channel: defaultChannel, thread: null }, 'k', saying('un', { named: ['a.csv'] }))
    await chat.update(ref, saying('deux', { named: ['b.csv'] }))
    const changes = world.town.deliveries.all.filter(({ payload }) =>
      JSON.stringify(payload).includes('message_changed'),
    )
    expect(changes.length).toBeGreaterThan(0)
    expect(world.heard.postings).toEqual([])
  })
})

describe('who and where', () => {
  it('delivers direct messages as such', async () => {
    await world.start({ channels: [defaultChannel] })
    await world.town.people.post({ author: people.french, direct: true, files: [csv] })
    expect(world.heard.postings).toMatchObject([{ direct: true, thread: null, author: people.french }])
  })

  it('hears the channels of the settings only', async () => {
    await world.start({ channels: [defaultChannel] })
    await world.town.people.post({ author: people.french, channel: privateChannel, files: [csv] })
    expect(world.heard.postings).toEqual([])
    await post()
    expect(world.heard.postings).toMatchObject([{ channel: defaultChannel, direct: false }])
  })

  it('hears every channel that it is in when there are no settings', async () => {
    await world.start()
    await world.town.people.post({ author: people.french, channel: privateChannel, files: [csv] })
    await world.town.people.post({ author: people.french, channel: otherChannel, files: [csv] })
    expect(world.heard.postings.map(({ channel }) => channel)).toEqual([privateChannel])
  })

  it.each([
    ['another bot', { user: 'U0OTHERBOT', bot_id: 'B0OTHER' }],
    ['a bot of the old kind', { subtype: 'bot_message', bot_id: 'B0OTHER' }],
    ['somebody who joins', { subtype: 'channel_join', user: people.english }],
    ['files of the bot itself without its id', { subtype: 'file_share', user: 'U0BOT', files: [{ id: 'F1' }] }],
    ['Slackbot', { subtype: 'reminder_add', user: 'USLACKBOT' }],
  ])('passes over %s', async (_, more) => {
    await world.start()
    const event = { type: 'message', channel: defaultChannel, ts: '1800000000.000001', text: 'x', ...more }
    const delivery = await world.town.tell(event)
    expect(delivery.fate).toBe('acknowledged')
    expect(world.heard.postings).toEqual([])
  })

  it('does not believe what another app writes in the metadata of a person’s post', async () => {
    await world.start()
    const form = { person: people.staff, site: 'ecampus', language: 'fr' }
    const metadata = { event_type: 'enrol_check', event_payload: { key: 'form x', form, posted: [] } }
    const event = { type: 'message', channel: defaultChannel, ts: '1800000000.000001', user: people.french, text: 'x' }
    await world.town.tell({ ...event, metadata })
    expect(world.heard.postings).toMatchObject([{ author: people.french, form: null, text: 'x' }])
  })
})

describe('acknowledgements', () => {
  it('tells Slack only once the application has it', async () => {
    const asked = Promise.withResolvers<undefined>()
    const stored = Promise.withResolvers<undefined>()
    world.events.posted = () => {
      asked.resolve(undefined)
      return stored.promise
    }
    await world.start()
    const posting = post()
    await asked.promise
    const [delivery] = world.town.deliveries.all
    expect(delivery?.fate).toBe('sent')
    stored.resolve(undefined)
    await posting
    expect(delivery?.fate).toBe('acknowledged')
  })

  it('lets Slack send again what could not be stored', async () => {
    await world.start()
    const asked = failOnce()
    const posting = post()
    await asked
    await world.town.pass({ seconds: 3 })
    await posting
    expect(world.town.deliveries.all.map(({ fate }) => fate)).toEqual(['lost', 'acknowledged'])
    expect(world.heard.postings).toHaveLength(1)
  })

  it('reads again by itself what could not be stored, for Slack gives up in the end', async () => {
    await world.start()
    const asked = failOnce()
    void post()
    await asked
    const read = Promise.withResolvers<undefined>()
    world.events.posted = (posting) => {
      world.heard.postings.push(posting)
      read.resolve(undefined)
      return Promise.resolve()
    }
    await world.wake(60_000)
    await read.promise
    expect(world.heard.postings).toMatchObject([{ files: [{ name: 'liste.csv' }] }])
  })

  it('keeps the mark of the channel before what could not be stored, whatever is stored after it', async () => {
    await world.start()
    const mark = world.watermarks.get(defaultChannel)
    const asked = failOnce()
    void post()
    await asked
    await post()
    expect(world.heard.postings).toHaveLength(1)
    expect(world.watermarks.get(defaultChannel)).toBe(mark)
  })

  it('hears what Slack sends three times, each time with the same ids', async () => {
    await world.start()
    await post()
    const [delivery] = world.town.deliveries.all
    await world.town.deliveries.repeat(delivery!)
    await world.town.deliveries.repeat(delivery!)
    expect(world.heard.postings).toHaveLength(3)
    expect(new Set(world.heard.postings.map((posting) => JSON.stringify(posting))).size).toBe(1)
  })

  /** Settles when the application was asked and could not store. */
  function failOnce(): Promise<undefined> {
    const { posted } = world.events
    const asked = Promise.withResolvers<undefined>()
    world.events.posted = () => {
      world.events.posted = posted
      asked.resolve(undefined)
      return Promise.reject(new OutsideError('store-unavailable', 'No store'))
    }
    return asked.promise
  }
})
