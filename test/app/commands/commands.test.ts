// What a word after `/enrol-check` does and answers; what buttons do as well is tried by them.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sites } from '../../../src/moodle/sites.ts'
import { textOf } from '../../fakes/chat.ts'
import { fakeDirectory } from '../../fakes/directory.ts'
import { faulty, good, makeWorld, type World } from '../../fakes/world.ts'

let world: World
const directory = fakeDirectory()
beforeEach(async () => {
  directory.tell('ecampus', ['21900001', '21900002', '21900003'])
  world = await makeWorld({ sites, directory })
})
afterEach(() => world.close())

const ask = async (person: string, text: string, thread: string | null = null) =>
  textOf(await world.chat.command(person, text, thread))
const batch = async () => (await world.outside.store.batches.inThread('local', 'support', 'p1'))[0]!

async function post(file = faulty(2), author = 'marie'): Promise<void> {
  await world.chat.say({ author, files: [file] })
  await world.run()
}

describe('status', () => {
  it('tells where the request of a thread stands, since when, and what comes next', async () => {
    await post()
    world.clock.pass({ hours: 25 })
    expect(await ask('emma', 'status', 'p1')).toMatch(
      /^To correct since yesterday at 9:00 · by Marie · Ecampus · liste\.csv/,
    )
    expect(await ask('marie', 'statut', 'p1')).toContain('Ensuite')
  })

  it('tells that of the last open request of the person, out of a thread', async () => {
    await post()
    expect(await ask('marie', 'status')).toContain('liste.csv')
    expect(await ask('emma', 'status')).toContain('/enrol-check pending')
  })

  it('tells that of the thread a link points at', async () => {
    await post()
    const reply = world.chat.said()[0]!
    for (const post of ['p1', reply.id]) {
      const answer = await world.chat.command('emma', 'status', null, { channel: 'support', post })
      expect(textOf(answer)).toContain('liste.csv')
    }
  })
})

describe('pending', () => {
  beforeEach(async () => {
    await post()
    await post(good('autre.csv'), 'emma')
  })

  it('tells a person theirs, without names', async () => {
    const text = await ask('marie', 'pending')
    expect(text).toContain('à corriger')
    expect(text).not.toMatch(/Emma|Marie/)
    expect(text.split('\n')).toHaveLength(2)
  })

  it('tells staff those of all, with names', async () => {
    const text = await ask('sofia', 'demandes')
    expect(text).toMatch(/Marie/)
    expect(text).toMatch(/Emma/)
  })

  it('says so when there is none', async () => {
    await world.chat.command('marie', 'retirer', 'p1')
    await world.run()
    expect(await ask('marie', 'pending')).toContain('aucune demande')
  })
})

describe('site', () => {
  it('tells which one files of the channel are for, and the others', async () => {
    expect(await ask('marie', 'site')).toMatch(/Ecampus.*site collegium.*site prelude/)
  })

  it('changes it for the files that follow, by name or id', async () => {
    expect(await ask('marie', 'site Prélude')).toContain('Prélude')
    await post()
    expect(await batch()).toMatchObject({ site: 'prelude' })
  })

  it('suggests one for a word that is none', async () => {
    expect(await ask('marie', 'site preldue')).toContain('prelude')
    expect(await ask('marie', 'site')).toContain('Ecampus')
  })

  it('moves the request of the thread, when it is theirs to move', async () => {
    await post()
    expect(await ask('emma', 'site prelude', 'p1')).toContain('Only the person')
    expect(await batch()).toMatchObject({ site: 'ecampus' })
    await ask('marie', 'site prelude', 'p1')
    await world.run()
    expect(await batch()).toMatchObject({ site: 'prelude' })
  })
})

describe('language', () => {
  it('is that of the person from then on, in commands and in replies', async () => {
    expect(await ask('marie', 'language')).toContain('français')
    expect(await ask('marie', 'langue anglais')).toContain('English')
    expect(await ask('marie', 'help')).not.toContain('Déposez')
    await post()
    expect(world.chat.said()[0]!.text).toContain('rows')
  })

  it('stays what it is for another word', async () => {
    expect(await ask('marie', 'language klingon')).toContain('klingon')
    expect(await ask('marie', 'help')).toContain('Déposez')
  })
})

describe('template', () => {
  it('comes with what the site that is named asks of people', async () => {
    const answer = await world.chat.command('emma', 'template collegium', null)
    expect(textOf(answer)).toContain('health programme')
    expect(answer.files.map(({ name }) => name)).toEqual(['template.csv'])
    expect(textOf(await world.chat.command('emma', 'template', null))).toContain('the day before')
  })
})

describe('check', () => {
  it('checks what a link points at', async () => {
    await post()
    const answer = await world.chat.command('emma', 'check https://chat.example/p1', null, {
      channel: 'support',
      post: 'p1',
    })
    expect(textOf(answer)).toContain('liste.csv')
    await world.run()
    expect(world.chat.said()[0]!.texts).toHaveLength(3)
  })

  it('says that there is no file behind a link', async () => {
    await world.chat.say({ text: 'Bonjour' })
    const answer = await world.chat.command('emma', 'check x', null, { channel: 'support', post: 'p1' })
    expect(textOf(answer)).toMatch(/no file/i)
  })

  it('checks a file that was too quickly taken for something else', async () => {
    await post({ name: 'prix.csv', bytes: new TextEncoder().encode('Produit,Prix\nStylo,2\n') })
    expect(world.chat.said()[0]!.text).toContain('ne ressemble pas')
    await ask('marie', 'check', 'p1')
    await world.run()
    expect(world.chat.said()[0]!.text).toMatch(/^⛔/)
  })
})

describe('lines that are pasted', () => {
  const lines = new TextDecoder().decode(faulty(1).bytes)

  it('are checked for the person alone: nothing is kept, nothing can be pressed', async () => {
    const answer = await world.chat.command('marie', lines, null)
    expect(textOf(answer)).toMatch(/1\sligne sur 3 à revoir/)
    expect(answer.files.map(({ name }) => name)).toContain('enrol-check.corrige.csv')
    expect(answer).toMatchObject({ buttons: [], choices: [] })
    expect(await world.outside.store.batches.pending()).toEqual([])
    expect(world.chat.said()).toEqual([])
  })

  it('may come after the word check', async () => {
    expect(textOf(await world.chat.command('marie', `check\n${lines}`, null))).toMatch(/1\sligne sur 3/)
  })
})

it('status is told of the request that any post of the bot speaks of', async () => {
  await post(good())
  await ask('sofia', 'done', 'p1')
  await world.run()
  for (const { id } of world.chat.said()) {
    const answer = await world.chat.command('emma', 'status', null, { channel: 'support', post: id })
    expect(textOf(answer)).toContain('liste.csv')
  }
  expect(world.chat.said()).toHaveLength(2)
})

it('done says that nothing is ready when no row is', async () => {
  await post(faulty(3))
  expect(await ask('sofia', 'done', 'p1')).toContain('Aucune ligne')
})

it('help tells staff more than others', async () => {
  expect(await ask('marie', 'help')).not.toContain('/enrol-check digest')
  expect(await ask('sofia', 'help')).toContain('/enrol-check digest')
})

it('a word of a command is answered to each in their language, a request by nobody but its people', async () => {
  await post()
  expect(await ask('emma', 'withdraw', 'p1')).toContain('Only the person')
  expect(await ask('emma', 'done', 'p1')).toContain('Only the team')
  expect(await ask('emma', 'remind', 'p1')).toContain('Only the person')
  expect(await ask('marie', 'remind gestern', 'p1')).toContain('gestern')
  expect(await batch()).toMatchObject({ state: 'needs-changes', quietUntil: null })
})
