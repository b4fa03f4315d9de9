// What the bot says: once per key, whatever is cut, lost or refused on the way.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buttonsOf, filesOf, type MattermostWorld, makeWorld, messageOf, testTimings } from './mattermost-world.ts'

let world: MattermostWorld

beforeEach(async () => {
  world = await makeWorld()
  await world.start()
})
afterEach(() => world.close())

const place = () => ({ channel: world.town.channel, thread: null })
const seen = () => world.town.seen(world.town.channel).filter(({ author }) => author === world.town.bot.id)
const full = messageOf('Bien', { files: filesOf(['liste.corrige.csv', 'a;b']), buttons: buttonsOf('all') })
const failing = (code: string) => ({ name: 'OutsideError', code })

function demand(text = 'Une demande') {
  return world.town.post({ author: world.town.people.marie, channel: world.town.channel, text }).id
}

/** A process that knows nothing of the one before. */
function crash(): void {
  world.restart()
}

describe('a post', () => {
  it('has its text, one attachment with its buttons, its files and its key', async () => {
    const { post } = await world.chat().post(place(), 'k', full)
    expect(world.town.look(post)).toMatchObject({
      text: 'Bien',
      byBot: true,
      files: [{ name: 'liste.corrige.csv', text: 'a;b' }],
      buttons: ['all'],
      props: { enrol_check_key: 'k', attachments: [{ text: '' }] },
    })
  })

  it('has an address that leads to it from anywhere', async () => {
    const { post, link } = await world.chat().post({ direct: world.town.people.marie }, 'k', messageOf('…'))
    expect(link).toBe(`${world.server.url}/_redirect/pl/${post}`)
  })

  it('is made once when the answer to the first request is lost', async () => {
    world.server.faults.add({ trouble: 'cut', when: 'after', method: 'POST', path: /\/posts$/ })
    await world.chat().post(place(), 'k', full)
    expect(seen()).toHaveLength(1)
  })

  it('is made once when the process dies before it knows', async () => {
    world.server.faults.add({ trouble: 'cut', when: 'after', method: 'POST', path: /\/posts$/, times: 3 })
    await expect(world.chat().post(place(), 'k', messageOf('un'))).rejects.toMatchObject(failing('chat-unavailable'))
    crash()
    await world.chat().post(place(), 'k', full)
    expect(seen()).toMatchObject([{ text: 'Bien', files: [{ text: 'a;b' }], buttons: ['all'] }])
  })

  it.each([
    ['in a thread', (root: string) => ({ channel: world.town.channel, thread: root })],
    ['in the channel', () => place()],
    ['to one person', () => ({ direct: world.town.people.marie })],
  ])('is found again %s long after, when the server has forgotten its id', async (_where, where) => {
    const there = where(demand())
    const first = await world.chat().post(there, 'k', messageOf('un'))
    world.town.clock.pass({ hours: 2 })
    crash()
    expect(await world.chat().post(there, 'k', messageOf('deux'))).toEqual(first)
    expect(world.town.look(first.post)).toMatchObject({ text: 'deux', edited: true })
  })

  it('is made once by two processes at the same moment', async () => {
    const patient = { timings: { ...testTimings, retries: Array.from({ length: 200 }, () => 5) } }
    const [one, other] = [world.restart(patient), world.restart(patient)]
    world.server.faults.add({ trouble: { wait: { seconds: 1 } }, when: 'during', method: 'POST', path: /\/posts$/ })
    const both = Promise.all([one, other].map((chat) => chat.post(place(), 'k', messageOf('un'))))
    await expect.poll(() => world.server.faults.left()).toBe(0)
    world.town.clock.pass({ seconds: 2 })
    const [first, second] = await both
    expect(first).toEqual(second)
    expect(seen()).toHaveLength(1)
  })

  it('with nothing to say, which the server would take, is a bug', async () => {
    await expect(world.chat().post(place(), 'k', messageOf(''))).rejects.toThrow(TypeError)
  })

  it('of somebody else with the same key is not taken for it', async () => {
    const { id } = world.town.post({
      author: world.town.people.marie,
      channel: world.town.channel,
      text: 'piège',
      props: { enrol_check_key: 'k' },
    })
    const { post } = await world.chat().post(place(), 'k', messageOf('vrai'))
    expect(post).not.toBe(id)
    expect(world.town.look(id)?.text).toBe('piège')
  })

  it('is told from a newer one of somebody else that took its key', async () => {
    const first = await world.chat().post(place(), 'k', messageOf('un'))
    const props = { enrol_check_key: 'k', from_bot: 'true' }
    world.town.post({ author: world.town.people.marie, channel: world.town.channel, text: 'piège', props })
    world.town.clock.pass({ minutes: 1 })
    crash()
    expect(await world.chat().post(place(), 'k', messageOf('deux'))).toEqual(first)
  })

  it('that was deleted is made again, under the same key', async () => {
    const { post } = await world.chat().post(place(), 'k', messageOf('un'))
    world.town.clock.pass({ minutes: 1 })
    world.town.remove(world.town.people.admin, post)
    expect((await world.chat().post(place(), 'k', messageOf('deux'))).post).not.toBe(post)
    expect(seen().map(({ text }) => text)).toEqual(['deux'])
  })
})

describe('a place', () => {
  it.each([
    [
      'a thread that was deleted',
      'post-gone',
      () => {
        const thread = demand()
        world.town.remove(world.town.people.marie, thread)
        return { channel: world.town.channel, thread }
      },
    ],
    ['a thread that never was', 'post-gone', () => ({ channel: world.town.channel, thread: 'z'.repeat(26) })],
    [
      'a reply',
      'post-gone',
      () => {
        const { channel, people } = world.town
        return { channel, thread: world.town.post({ author: people.marie, channel, text: '…', root: demand() }).id }
      },
    ],
    [
      'a channel that the bot is not in',
      'channel-unknown',
      () => ({ channel: world.town.supportChannel, thread: null }),
    ],
    ['a channel that never was', 'channel-unknown', () => ({ channel: 'z'.repeat(26), thread: null })],
    ['somebody who never was', 'direct-refused', () => ({ direct: 'z'.repeat(26) })],
  ])('that is %s is refused as %s', async (_what, code, where) => {
    await expect(world.chat().post(where(), 'k', messageOf('…'))).rejects.toMatchObject(failing(code))
  })

  it('that was archived is refused', async () => {
    world.town.state.channels.get(world.town.channel)!.delete_at = 1
    await expect(world.chat().post(place(), 'k', messageOf('…'))).rejects.toMatchObject(failing('channel-unknown'))
  })
})

describe('an edit', () => {
  it('renews text, files and buttons, which still work', async () => {
    const { post, channel } = await world.chat().post(place(), 'k', full)
    const message = messageOf('Mieux', { files: filesOf(['liste.corrige.csv', 'c;d']), buttons: buttonsOf('done') })
    await world.chat().update({ post, channel }, message)
    expect(world.town.look(post)).toMatchObject({
      text: 'Mieux',
      byBot: true,
      files: [{ name: 'liste.corrige.csv', text: 'c;d' }],
      buttons: ['done'],
    })
    await world.town.press(world.town.people.marie, post, 'done')
    expect(world.heard.presses).toMatchObject([{ post, button: 'done' }])
  })

  it('by a new process keeps the key and the buttons alive', async () => {
    const ref = await world.chat().post(place(), 'k', full)
    await world.stop()
    crash()
    await world.start()
    await world.chat().update(ref, full)
    await world.town.press(world.town.people.marie, ref.post, 'all')
    expect(world.heard.presses).toHaveLength(1)
    expect(world.town.look(ref.post)?.props).toMatchObject({ enrol_check_key: 'k', from_bot: 'true' })
  })

  it.each([
    ['is deleted', () => world.town.people.admin],
    ['lost its thread', () => world.town.people.marie],
  ])('of a post that %s says so', async (what, who) => {
    const thread = demand()
    const ref = await world.chat().post({ channel: world.town.channel, thread }, 'k', full)
    world.town.remove(who(), what === 'is deleted' ? ref.post : thread)
    await expect(world.chat().update(ref, full)).rejects.toMatchObject(failing('post-gone'))
  })

  it('where the bot may not write any more is another thing', async () => {
    const ref = await world.chat().post(place(), 'k', messageOf('un'))
    world.server.faults.add({ trouble: { refuse: 403 }, method: 'PUT' })
    await expect(world.chat().update(ref, messageOf('deux'))).rejects.toMatchObject(failing('channel-unknown'))
  })
})

describe('files', () => {
  it('that the server left out without a word are sent again', async () => {
    const { state } = world.town
    world.server.faults.add({ trouble: { wait: { seconds: 1 } }, when: 'before', method: 'POST', path: /\/posts$/ })
    const posting = world.chat().post(place(), 'k', full)
    await expect.poll(() => state.files.size).toBe(1)
    for (const file of state.files.values()) file.post_id = 'another'
    world.town.clock.pass({ seconds: 2 })
    const { post } = await posting
    expect(world.town.look(post)?.files).toMatchObject([{ name: 'liste.corrige.csv', text: 'a;b' }])
  })

  it('over the limit of the server are left out, and named', async () => {
    world.town.config.maxFileSize = 10
    const files = filesOf(['petit.csv', 'a;b'], ['gros.xlsx', 'x'.repeat(11)])
    const { post } = await world.chat().post(place(), 'k', messageOf('Voici', { files }))
    expect(world.town.look(post)).toMatchObject({ files: [{ name: 'petit.csv' }] })
    expect(world.town.look(post)?.text).toContain('aussi gros :* `gros.xlsx`')
  })

  it('may be ten, not eleven, empty, and named with quotation marks', async () => {
    const many = (count: number) => filesOf(...Array.from({ length: count }, (_, n) => [`"é${n}" .csv`, ''] as const))
    const { post } = await world.chat().post(place(), 'k', messageOf('…', { files: many(10) }))
    expect(world.town.look(post)?.files.map(({ name }) => name)).toEqual(
      Array.from({ length: 10 }, (_, n) => `’é${n}’ .csv`),
    )
    await expect(world.chat().post(place(), 'l', messageOf('…', { files: many(11) }))).rejects.toMatchObject(
      failing('too-many-files'),
    )
  })
})

describe('what others wrote', () => {
  it.each(['@channel', '@all @here', '@marie', '`@marie', '@sofia`'])('calls nobody: %s', async (text) => {
    const spans = ['ligne 3 : ', { code: text }, ' de ', { name: text }, ` ${text}`]
    const { post } = await world.chat().post(place(), text, messageOf('', { paragraphs: [{ kind: 'item', spans }] }))
    expect(world.town.look(post)?.mentions).toEqual([])
  })

  it('does not keep the bot from calling people and the team', async () => {
    const { marie, sofia } = world.town.people
    const spans = [{ mention: { person: marie } }, ' et ', { mention: 'staff' as const }, ' : ', { code: '@emma' }]
    const { post } = await world.chat().post(place(), 'k', messageOf('', { paragraphs: [{ kind: 'text', spans }] }))
    expect(world.town.look(post)?.mentions.toSorted()).toEqual([marie, sofia].toSorted())
  })
})

describe('a server that is busy', () => {
  it('with a short word of patience is waited for', async () => {
    world.server.faults.add({ trouble: { limit: 0 }, method: 'POST', path: /\/posts$/, times: 2 })
    await world.chat().post(place(), 'k', messageOf('enfin'))
    expect(seen()).toHaveLength(1)
    expect(world.chat().state().rateLimited).toBe(2)
  })

  it('with a long one is left to whoever asked', async () => {
    world.server.faults.add({ trouble: { limit: 30 }, method: 'POST', path: /\/posts$/ })
    await expect(world.chat().post(place(), 'k', messageOf('…'))).rejects.toMatchObject({
      ...failing('rate-limited'),
      retryAfter: 30_000,
    })
  })

  it('or failing is tried again, and then told', async () => {
    world.server.faults.add({ trouble: { refuse: 502 }, method: 'POST', path: /\/posts$/, times: 5 })
    await expect(world.chat().post(place(), 'k', messageOf('…'))).rejects.toMatchObject(failing('chat-unavailable'))
    await world.chat().post(place(), 'k', messageOf('enfin'))
    expect(seen()).toHaveLength(1)
  })
})
