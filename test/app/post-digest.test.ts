import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findDue } from '../../src/app/find-due.ts'
import { textOf } from '../fakes/chat.ts'
import { csv, faulty, good, makeWorld, runDue, type World } from '../fakes/world.ts'

let world: World
afterEach(() => world.close())

const digests = () => world.chat.said().filter(({ key }) => key?.startsWith('digest'))

async function begin(emptyDigest: 'line' | 'silence' = 'line'): Promise<void> {
  world = await makeWorld({ emptyDigest })
  // A Monday, 9:00 in Paris.
  world.clock.set(Temporal.Instant.from('2026-11-23T08:00:00Z'))
  await world.chat.say({ files: [faulty(2)] })
  await world.chat.say({ author: 'emma', files: [good('done.csv')] })
  await world.run()
  await world.chat.command('sofia', 'fait', 'p2')
  await world.run()
}

async function until(time: string): Promise<void> {
  world.clock.set(Temporal.Instant.from(`2026-11-${time}Z`))
  await findDue(world.outside)
  await world.run()
}

describe('a digest', () => {
  beforeEach(() => begin())

  it('comes in the channel at the hour of the site on working days, once', async () => {
    await until('24T07:29:00')
    expect(digests()).toEqual([])
    await until('24T07:30:00')
    await until('24T09:00:00')
    expect(digests()).toHaveLength(1)
    expect(digests()[0]).toMatchObject({ thread: null, direct: null })
    await until('28T08:00:00')
    expect(digests()).toHaveLength(1)
    await until('30T08:00:00')
    expect(digests()).toHaveLength(2)
  })

  it('tells what is pending, of whom and where, what was done and what goes wrong', async () => {
    await until('24T07:30:00')
    const { text, message } = digests()[0]!
    expect(text).toContain('1')
    expect(text).toMatch(/Marie/)
    expect(text).toMatch(/terminée/)
    expect(text).toMatch(/rôle inconnu/)
    expect(JSON.stringify(message!.paragraphs)).toContain('https://chat.example/')
    expect(message!.files.map(({ name, type }) => `${name} ${type}`)).toEqual(['activity.png image/png'])
  })

  it('counts what was done in its channel alone', async () => {
    const { batches } = world.store
    const [other] = await batches.inThread('local', 'support', 'p2')
    const at = world.clock.now()
    for (const place of [{ channel: 'elsewhere' }, { chat: 'slack' } as const]) {
      const id = JSON.stringify(place)
      await batches.open({ ...other!, ...place, id, state: 'ready' })
      await batches.change(
        id,
        { state: 'done' },
        { at, author: 'sofia', event: 'done', from: 'ready', to: 'done', rows: 70 },
      )
    }
    await until('24T07:30:00')
    expect(digests().find(({ text }) => text.includes('Marie'))!.text).toMatch(/1\sdemande terminée.*3\slignes/s)
  })

  it('is posted once by two processes that look at the same time', async () => {
    world.clock.set(Temporal.Instant.from('2026-11-24T07:30:00Z'))
    await Promise.all([findDue(world.outside), findDue(world.outside)])
    await Promise.all([runDue(world.outside), runDue(world.outside)])
    expect(digests()).toHaveLength(1)
  })

  it('leaves out what was never checked: a table of something else is nobody’s work', async () => {
    await world.chat.say({ files: [csv('prix.csv', 'Produit,Prix', 'Stylo,2')] })
    await until('24T07:30:00')
    expect(digests()[0]!.text).toMatch(/Demande en cours\s: 1/)
    expect(textOf(await world.chat.command('marie', 'pending', null)).split('\n')).toHaveLength(2)
  })

  it('is handed to staff who ask, and to nobody else', async () => {
    expect(textOf(await world.chat.command('sofia', 'digest', null))).toMatch(/Marie/)
    expect(textOf(await world.chat.command('marie', 'digest', null))).toContain('Seule l’équipe')
    expect(digests()).toEqual([])
  })
})

describe('when nothing is pending', () => {
  const withdraw = async () => {
    await world.chat.command('marie', 'retirer', 'p1')
    await world.run()
  }

  it('is one line', async () => {
    await begin()
    await withdraw()
    await until('24T07:30:00')
    expect(digests()[0]!.message!.paragraphs).toHaveLength(1)
  })

  it('is silent when the team wants that', async () => {
    await begin('silence')
    await withdraw()
    await until('24T07:30:00')
    expect(digests()).toEqual([])
  })
})
