// A request from its posting to its end: what people press and say, what the mornings bring, and what each of them reads.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findDue } from '../../src/app/find-due.ts'
import { sites } from '../../src/moodle/sites.ts'
import { textOf } from '../fakes/chat.ts'
import { type FakeDirectory, fakeDirectory } from '../fakes/directory.ts'
import { faulty, good, makeWorld, type World } from '../fakes/world.ts'

let world: World
let directory: FakeDirectory
const all = ['21900001', '21900002', '21900003']

/** A Tuesday, 9:00 in Paris. */
const tuesday = Temporal.Instant.from('2026-11-24T08:00:00Z')

async function begin(known: readonly string[] | null): Promise<void> {
  directory = fakeDirectory()
  if (known) directory.tell('ecampus', known)
  world = await makeWorld({ sites, directory })
  world.clock.set(tuesday)
}
afterEach(() => world.close())

const said = () => world.chat.said()
const reply = () => said()[0]!
const news = () =>
  said()
    .slice(1)
    .filter(({ thread }) => thread === 'p1')
    .map(({ text }) => text)
const batch = async () => (await world.outside.store.batches.inThread('local', 'support', 'p1'))[0]!
const history = async () =>
  (await world.outside.store.chronicle.of((await batch()).id)).map(
    ({ event, author, to }) => `${event} ${author} ${to}`,
  )

async function post(file = good(), thread: string | null = null): Promise<void> {
  await world.chat.say({ thread, files: [file] })
  await world.run()
}

/** What the person who pressed is answered. */
async function press(button: string, person: string, option?: string): Promise<string> {
  const note = await world.chat.press({ channel: 'support', post: reply().id }, button, person, option)
  await world.run()
  return note ? textOf(note) : ''
}

/** Time goes on, and the clock is looked at. */
async function until(time: string): Promise<void> {
  world.clock.set(Temporal.Instant.from(`2026-11-${time}Z`))
  await findDue(world.outside)
  await world.run()
}

describe('accounts that are not there yet', () => {
  beforeEach(async () => {
    await begin(['21900001'])
    await post()
  })

  it('wait, are looked for again in the morning, and make the request ready', async () => {
    expect(await batch()).toMatchObject({ state: 'waiting', mornings: 0 })
    expect((await batch()).retryOn?.toString()).toBe('2026-11-25')
    expect(reply().text).toContain('Je revérifie demain, mercredi, à 8')
    directory.tell('ecampus', all)
    await until('24T20:00:00')
    await until('25T06:59:00')
    expect(news()).toEqual([])
    await until('25T07:00:00')
    expect(news()).toEqual([expect.stringMatching(/^@Marie ✅ Bonne nouvelle .*\(3 lignes\) est prêt/)])
    expect(await batch()).toMatchObject({ state: 'ready', retryOn: null, mornings: 0 })
    expect(reply().text).toMatch(/^✅/)
    expect(await history()).toEqual(['checked marie waiting', 'rechecked null ready'])
  })

  it('are looked for in every request', async () => {
    await post(good('autre.csv'))
    directory.tell('ecampus', all)
    await until('25T07:00:00')
    const states = (await world.outside.store.batches.pending()).map(({ state }) => state)
    expect(states).toEqual(['ready', 'ready'])
  })

  it('are looked for once a morning, whatever restarts, and the team is called after the third', async () => {
    for (const day of [25, 26, 27]) {
      await until(`${day}T07:00:00`)
      await until(`${day}T07:01:00`)
    }
    expect(news()).toHaveLength(3)
    expect(news().map((text) => text.includes('@team'))).toEqual([false, false, true])
    expect(await batch()).toMatchObject({ state: 'waiting', mornings: 3 })
  })

  it('are looked for no more once the request is withdrawn', async () => {
    await press('withdraw', 'marie')
    expect(await batch()).toMatchObject({ state: 'withdrawn', retryOn: null })
    await until('25T07:00:00')
    expect(await history()).toEqual(['checked marie waiting', 'withdrawn marie withdrawn'])
  })

  it('count their mornings whoever asks in between, and anew for a new file', async () => {
    await until('25T07:00:00')
    world.clock.pass({ minutes: 1 })
    await world.chat.command('marie', 'check', 'p1')
    await world.run()
    expect(await batch()).toMatchObject({ state: 'waiting', mornings: 1 })
    world.clock.pass({ minutes: 1 })
    await post(good(), 'p1')
    expect(await batch()).toMatchObject({ state: 'waiting', mornings: 0 })
  })

  it('are looked for on waking by a bot that slept through the hour', async () => {
    await until('27T15:00:00')
    expect(news()).toHaveLength(1)
    expect((await batch()).retryOn?.toString()).toBe('2026-11-28')
  })

  it('leave the good part to be marked as done, and what is handed over is never handed over again', async () => {
    expect(await press('done', 'sofia')).toContain('1 ligne importée')
    expect(news()).toEqual([
      expect.stringMatching(/^@Marie ✅ 1 ligne importée dans Ecampus\. Il reste 2 lignes en attente/),
    ])
    expect(reply().message!.files.map(({ name }) => name)).not.toContain('liste.corrige.csv')
    directory.tell('ecampus', all)
    await until('25T07:00:00')
    const corrected = reply().message!.files.find(({ name }) => name === 'liste.corrige.csv')!
    const lines = new TextDecoder().decode(corrected.bytes).trim().split('\n').slice(1)
    expect(lines.map((line) => line.slice(0, 8))).toEqual(['21900002', '21900003'])
    expect(await press('done', 'sofia')).toContain('terminée (2 lignes)')
    expect(await batch()).toMatchObject({ state: 'done' })
    expect(reply().text).toMatch(/3 lignes importées dans Ecampus/)
    expect(news().at(-1)).toMatch(/2\slignes importées/)
    expect(reply().message).toMatchObject({ files: [], buttons: [] })
  })

  it('are handed over part by part, each row once', async () => {
    const numbers = () => {
      const corrected = reply().message!.files.find(({ name }) => name === 'liste.corrige.csv')
      const lines = corrected ? new TextDecoder().decode(corrected.bytes).trim().split('\n').slice(1) : []
      return lines.map((line) => line.slice(0, 8))
    }
    await press('done', 'sofia')
    directory.tell('ecampus', all.slice(0, 2))
    await until('25T07:00:00')
    expect(numbers()).toEqual(['21900002'])
    world.clock.pass({ minutes: 1 })
    await press('done', 'sofia')
    directory.tell('ecampus', all)
    await until('26T07:00:00')
    expect(numbers()).toEqual(['21900003'])
    expect(await history()).toEqual([
      'checked marie waiting',
      ...['handed sofia waiting', 'rechecked sofia waiting', 'rechecked null waiting'],
      ...['handed sofia waiting', 'rechecked sofia waiting', 'rechecked null ready'],
    ])
  })

  it('stay waiting when the directory fails in the morning, and are looked for the next one', async () => {
    directory.fail('ecampus')
    await until('25T07:00:00')
    expect(await batch()).toMatchObject({ state: 'waiting' })
    directory.tell('ecampus', all)
    await until('26T07:00:00')
    expect(await batch()).toMatchObject({ state: 'ready' })
  })
})

describe('without knowing the site', () => {
  beforeEach(async () => {
    await begin(null)
    await post()
  })

  it('the requester is asked, and says that all accounts are old enough', async () => {
    expect(await batch()).toMatchObject({ state: 'waiting', retryOn: null, accounts: null })
    expect(reply().message!.buttons.map(({ id }) => id)).toEqual([
      'accountsOld',
      'accountsNew',
      'accountsUnsure',
      'all',
    ])
    expect(await press('accountsOld', 'marie')).toContain('noté')
    expect(await batch()).toMatchObject({ state: 'ready', accounts: 'old' })
    expect(await history()).toEqual(['checked marie waiting', 'answered marie ready'])
  })

  it.each(['accountsNew', 'accountsUnsure'])(
    '%s makes it wait until the next morning, and then it is ready',
    async (answer) => {
      expect(await press(answer, 'marie')).toContain('demain, mercredi, à 8')
      expect(await batch()).toMatchObject({ state: 'waiting' })
      await until('25T07:00:00')
      expect(await batch()).toMatchObject({ state: 'ready' })
      expect(news()).toEqual([expect.stringMatching(/tout compte qui existait/)])
    },
  )

  it('nobody else answers for the requester but the team', async () => {
    expect(await press('accountsOld', 'emma')).toContain('Only the person who made the request, or the team')
    expect(await batch()).toMatchObject({ state: 'waiting' })
    await press('accountsOld', 'sofia')
    expect(await batch()).toMatchObject({ state: 'ready' })
  })

  it('another site that does not ask makes it ready, and is remembered for the channel', async () => {
    expect(await press('site', 'marie', 'prelude')).toContain('Prélude')
    expect(await batch()).toMatchObject({ state: 'ready', site: 'prelude' })
    expect(reply().message!.choices).toMatchObject([{ id: 'site', chosen: 'prelude' }])
    await world.chat.say({ files: [good('autre.csv')] })
    await world.run()
    const batches = await world.outside.store.batches.pending()
    expect(batches.map(({ site }) => site)).toEqual(['prelude', 'prelude'])
  })

  it('a press twice, or at once, changes nothing more', async () => {
    const ref = { channel: 'support', post: reply().id }
    await Promise.all([1, 2, 3].map(() => world.chat.press(ref, 'accountsOld', 'marie')))
    await world.run()
    expect(await history()).toEqual(['checked marie waiting', 'answered marie ready'])
  })
})

describe('the end of a request', () => {
  beforeEach(async () => {
    await begin(all)
    await post()
  })

  it('is said by staff only', async () => {
    expect(await press('done', 'marie')).toContain('Seule l’équipe')
    expect(await batch()).toMatchObject({ state: 'ready' })
    expect(await press('done', 'sofia')).toContain('3 lignes')
    expect(await batch()).toMatchObject({ state: 'done' })
    expect(reply().text).toMatch(/par Sofia/)
    expect(news()).toEqual([expect.stringMatching(/^@Marie ✅ C’est fait\s: 3\slignes importées dans Ecampus\.$/)])
    expect(world.chat.read('p1').mark).toBe('done')
  })

  it('happens once', async () => {
    await press('done', 'sofia')
    expect(await press('withdraw', 'marie')).toContain('déjà terminée')
    expect(await history()).toEqual(['checked marie ready', 'done sofia done'])
  })

  it.each(['marie', 'sofia'])('%s may withdraw it', async (person) => {
    await press('withdraw', person)
    expect(await batch()).toMatchObject({ state: 'withdrawn' })
    expect((await history()).at(-1)).toBe(`withdrawn ${person} withdrawn`)
    expect(reply().text).toContain('rien n’a été importé')
    expect(world.chat.read('p1').mark).toBe('closed')
  })

  it('marks the post of a file that was never checked as well', async () => {
    const bytes = new TextEncoder().encode('Salle;Bâtiment\n12;A\n13;B\n')
    const { id } = await world.chat.say({ files: [{ name: 'salles.csv', bytes }] })
    await world.run()
    await world.chat.command('marie', 'retirer', id)
    await world.run()
    expect(world.chat.read(id).mark).toBe('closed')
  })

  it('does not come by choosing the site that it has', async () => {
    expect(await press('site', 'marie', 'ecampus')).toBe('')
    expect(await history()).toEqual(['checked marie ready'])
  })

  it('others may not', async () => {
    expect(await press('withdraw', 'emma')).toContain('Only the person')
    expect(await batch()).toMatchObject({ state: 'ready' })
  })

  it('comes by itself when nothing happens for the retention time', async () => {
    world.clock.pass({ hours: 24 * 30 })
    await findDue(world.outside)
    expect(await batch()).toMatchObject({ state: 'ready' })
    world.clock.pass({ minutes: 1 })
    await findDue(world.outside)
    await world.run()
    expect(await batch()).toMatchObject({ state: 'expired' })
  })

  it('comes without a word for a table of something else', async () => {
    const table = { name: 'prix.csv', bytes: new TextEncoder().encode('Produit,Prix\nStylo,2\n') }
    await world.chat.say({ files: [table] })
    await world.run()
    const count = said().length
    world.clock.pass({ hours: 24 * 30, minutes: 1 })
    await findDue(world.outside)
    await world.run()
    expect(await world.outside.store.batches.pending()).toEqual([])
    expect(said().filter(({ text }) => text.includes('close'))).toHaveLength(2)
    expect(count).toBe(2)
  })

  it('leaves the next file of the thread a request of its own', async () => {
    await press('done', 'sofia')
    world.clock.pass({ seconds: 1 })
    await post(faulty(1), 'p1')
    const states = (await world.outside.store.batches.inThread('local', 'support', 'p1')).map(({ state }) => state)
    expect(states).toEqual(['done', 'needs-changes'])
  })
})

describe('what is deleted', () => {
  beforeEach(() => begin(all))

  it('withdraws the request when its post is', async () => {
    await post()
    const [file] = await world.outside.store.postings.ofPost('local', 'support', 'p1')
    await world.chat.remove('p1')
    await world.run()
    expect(await world.outside.store.batches.get(file!.id)).toMatchObject({ state: 'withdrawn' })
  })

  it('withdraws the request of one file when that is taken out of the post', async () => {
    await world.chat.say({ text: 'Bonjour', files: [good('un.csv'), good('deux.csv')] })
    await world.run()
    await world.chat.edit('p1', 'Bonjour', ['un.csv'])
    await world.run()
    const batches = await world.outside.store.batches.inThread('local', 'support', 'p1')
    const states = batches.map(({ name, state }) => `${name} ${state}`)
    expect(states.toSorted()).toEqual(['deux.csv ready', 'un.csv withdrawn'])
  })

  it('asks for another file when it went on with the request', async () => {
    await post(faulty(1))
    await post(good(), 'p1')
    expect(await batch()).toMatchObject({ state: 'ready' })
    await world.chat.remove('p3')
    await world.run()
    expect(await batch()).toMatchObject({ state: 'needs-changes' })
    expect(reply().text).toContain('Déposez dans ce fil celui qui le remplace')
    expect(reply().message!.files).toEqual([])
    await post(good(), 'p1')
    expect(await batch()).toMatchObject({ state: 'ready' })
  })

  it('is nothing to a request that goes on with a later file', async () => {
    await post(faulty(2))
    await post(faulty(1), 'p1')
    await post(good(), 'p1')
    await world.chat.remove('p3')
    await world.run()
    expect(await batch()).toMatchObject({ state: 'ready' })
  })

  it('brings no word on the screenshot that was beside it', async () => {
    await post(faulty(1))
    await world.chat.say({ thread: 'p1', files: [good(), { name: 'capture.png', bytes: new Uint8Array(3) }] })
    await world.run()
    const { length } = said()
    await world.chat.edit('p3', 'Pardon', ['liste.csv'])
    await world.run()
    expect(said()).toHaveLength(length)
  })

  it('is nothing when the bot never knew it', async () => {
    await world.chat.say({ text: 'Bonjour' })
    await world.chat.remove('p1')
    expect(await world.run()).toBe(0)
  })
})

describe('an edit', () => {
  it('brings the files that are new in it, once', async () => {
    await begin(all)
    await world.chat.say({ text: 'Bonjour' })
    await world.chat.attach('p1', good())
    await world.chat.edit('p1', 'Bonsoir')
    await world.chat.edit('p1', 'Bonsoir à tous')
    await world.run()
    expect(said()).toHaveLength(1)
    expect(await batch()).toMatchObject({ state: 'ready' })
  })
})
