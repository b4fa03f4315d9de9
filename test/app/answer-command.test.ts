import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sites } from '../../src/moodle/sites.ts'
import { ruleNamed, rules } from '../../src/rules/index.ts'
import { textOf } from '../fakes/chat.ts'
import { directoryOf } from '../fakes/directory.ts'
import { faulty, good, makeWorld, type World } from '../fakes/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())

const rule = ruleNamed('username-uppercase')!
const ask = async (text: string, person = 'emma') => textOf(await world.chat.command(person, text, null))

it.each([
  ['help', '/enrol-check template'],
  ['  HELP  ', '/enrol-check template'],
  ['template', 'template.csv'],
  ['rules', `${rules.length} rules`],
  [`rules ${rule.code}`, rule.en.title],
  [`RULES ${rule.code.toUpperCase()}`, rule.en.title],
  [`rules ${rule.code}x`, `is it ${rule.code}?`],
  ['tempalte', '/enrol-check template'],
  ['constructor', 'constructor'],
])('answers “%s”', async (text, expected) => {
  expect(await ask(text)).toContain(expected)
})

it('hands over the template as a file', async () => {
  const { files } = await world.chat.command('marie', 'modèle', null)
  expect(files.map(({ name }) => name)).toEqual(['modele.csv'])
})

it('speaks the language of the person, French when the chat does not know them', async () => {
  expect(await ask('help', 'marie')).toContain('Déposez')
  expect(await ask('help', 'a stranger')).toContain('Déposez')
  expect(await ask('help', 'emma')).not.toContain('Déposez')
})

describe('check', () => {
  it('says that there is nothing to check', async () => {
    expect(await ask('check')).toContain('No file')
  })

  it('checks the last file of the channel or of the thread again, in its one reply', async () => {
    const first = await world.chat.say({ files: [good('un.csv')] })
    world.clock.pass({ seconds: 1 })
    await world.chat.say({ files: [good('deux.csv')] })
    await world.run()
    const texts = world.chat.said().map((post) => post.texts.length)
    expect(textOf(await world.chat.command('emma', 'check', first.id))).toContain('un.csv')
    expect(await ask('vérifier')).toContain('deux.csv')
    await world.run()
    expect(world.chat.said().map((post) => post.texts.length)).toEqual(texts.map((count) => count + 1))
    expect(world.chat.said().map(({ text }) => text)).toEqual([
      expect.stringMatching(/^✅/),
      expect.stringMatching(/^✅/),
    ])
    expect(await world.outside.store.batches.inThread('local', 'support', first.id)).toMatchObject([{ revision: 1 }])
  })
  describe('after the site has changed', () => {
    const known: string[] = ['21900001']
    const batch = async () => {
      const [found] = await world.outside.store.batches.inThread('local', 'support', 'p1')
      return { found: found!, revisions: await world.outside.store.batches.revisions(found!.id) }
    }
    beforeEach(async () => {
      await world.close()
      known.splice(1)
      world = await makeWorld({ sites, directory: { about: () => directoryOf(known).about('ecampus') } })
      await world.chat.say({ files: [good()] })
      await world.run()
      known.push('21900002', '21900003')
    })

    async function checkAgain(): Promise<void> {
      await world.chat.command('emma', 'check', 'p1')
      await world.run()
    }

    it('keeps the new report in place of the old, and moves the request', async () => {
      expect((await batch()).found).toMatchObject({ state: 'waiting' })
      world.clock.pass({ hours: 1 })
      await checkAgain()
      const { found, revisions } = await batch()
      expect(found).toMatchObject({ state: 'ready', revision: 1 })
      expect(revisions).toMatchObject([{ number: 1, outcome: { counts: { rejected: 0 } }, report: { faults: [] } }])
    })

    it('compares the next file with the new report', async () => {
      await checkAgain()
      await world.chat.say({ thread: 'p1', files: [faulty(1)] })
      await world.run()
      expect(world.chat.said().at(-1)!.text).toContain('1 nouveau problème')
    })

    it('opens no request that was closed', async () => {
      await world.chat.command('marie', 'retirer', 'p1')
      await world.run()
      expect(textOf(await world.chat.command('emma', 'check', 'p1'))).toContain('already withdrawn')
      await world.run()
      expect((await batch()).found).toMatchObject({ state: 'withdrawn' })
    })
  })
})
