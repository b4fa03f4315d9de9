// What happens at the same time, late, or twice: a press while a file is checked, a night between a job and its end.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkAgainLater } from '../../src/app/check-again.ts'
import { eventsFor } from '../../src/app/events.ts'
import { findDue } from '../../src/app/find-due.ts'
import { forgetOldFiles } from '../../src/app/forget-old-files.ts'
import { jobKinds } from '../../src/app/job-kinds.ts'
import { runJob } from '../../src/app/run-job.ts'
import { sites } from '../../src/moodle/sites.ts'
import type { Checker } from '../../src/ports/checker.ts'
import { OutsideError } from '../../src/ports/outside-error.ts'
import { textOf } from '../fakes/chat.ts'
import { inlineChecker } from '../fakes/checker.ts'
import { type FakeDirectory, fakeDirectory } from '../fakes/directory.ts'
import { faulty, good, makeWorld, type World } from '../fakes/world.ts'

let world: World
let directory: FakeDirectory
const all = ['21900001', '21900002', '21900003']

beforeEach(async () => {
  directory = fakeDirectory()
  directory.tell('ecampus', all)
  world = await makeWorld({ sites, directory })
  // A Tuesday, 9:00 in Paris.
  world.clock.set(Temporal.Instant.from('2026-11-24T08:00:00Z'))
})
afterEach(() => world.close())

const reply = () => world.chat.said()[0]!
const texts = () => world.chat.said().map(({ text }) => text)
const batch = async () => (await world.outside.store.batches.inThread('local', 'support', 'p1'))[0]!
const events = async () => (await world.outside.store.chronicle.of((await batch()).id)).map(({ event }) => event)
const press = (button: string, person: string) =>
  world.chat.press({ channel: 'support', post: reply().id }, button, person)
const corrected = () => {
  const file = reply().message!.files.find(({ name }) => name.includes('.corrige'))
  const lines = file ? new TextDecoder().decode(file.bytes).trim().split('\n').slice(1) : []
  return lines.map((line) => line.slice(0, 8))
}

async function post(file = good(), thread: string | null = null): Promise<void> {
  world.clock.pass({ seconds: 1 })
  await world.chat.say({ thread, files: [file] })
  await world.run()
}

async function until(time: string): Promise<void> {
  world.clock.set(Temporal.Instant.from(time))
  await findDue(world.outside)
  await world.run()
}

describe('a press while something else goes on', () => {
  it('done closes nothing when another file was answered before the job ran, and says so', async () => {
    await post(good())
    world.clock.pass({ seconds: 1 })
    await world.chat.say({ thread: 'p1', files: [faulty(1)] })
    expect(textOf((await press('done', 'sofia'))!)).toContain('3')
    await world.run()
    expect(await batch()).toMatchObject({ state: 'needs-changes', revision: 2 })
    expect(await events()).toEqual(['checked', 'checked'])
    expect(texts().at(-1)).toMatch(/^@Sofia/)
  })

  it('done twice hands the good part over once, though the rest is not checked again yet', async () => {
    directory.tell('ecampus', ['21900001'])
    await post()
    const [kinds, lease] = [jobKinds(world.outside), Temporal.Duration.from({ seconds: 15 })]
    for (const presser of ['sofia', 'sofia']) {
      world.clock.pass({ seconds: 1 })
      await press('done', presser)
      const claimed = await world.store.jobs.claim(9, world.clock.now(), lease)
      await runJob(world.outside, kinds, claimed.find(({ kind }) => kind === 'close')!)
    }
    world.clock.pass({ seconds: 16 })
    await world.run()
    expect((await events()).filter((event) => event === 'handed')).toHaveLength(1)
  })

  it('done that was cut off at its end hands over nothing that became good meanwhile', async () => {
    directory.tell('ecampus', ['21900001'])
    await post()
    await press('done', 'sofia')
    const lease = Temporal.Duration.from({ seconds: 15 })
    const [close] = await world.store.jobs.claim(1, world.clock.now(), lease)
    await jobKinds(world.outside).close!.run(close!.payload)
    directory.tell('ecampus', all)
    await world.run()
    expect(await batch()).toMatchObject({ state: 'ready' })
    world.clock.pass({ seconds: 16 })
    await world.run()
    expect(await batch()).toMatchObject({ state: 'ready' })
    expect(corrected()).toEqual(['21900002', '21900003'])
    expect(texts()).toEqual([expect.stringMatching(/^✅/), expect.stringMatching(/^@Marie ✅ 1\sligne importée/)])
  })

  it('done is tried again when another process changed the state at that moment', async () => {
    await post()
    await press('done', 'sofia')
    const { batches } = world.outside.store
    const change = batches.change.bind(batches)
    let isFirst = true
    world.store.batches.change = async (...words) => {
      if (!isFirst) return await change(...words)
      isFirst = false
      return false
    }
    await world.run()
    world.clock.pass({ seconds: 16 })
    await world.run()
    expect(await batch()).toMatchObject({ state: 'done' })
  })

  it('an answer on the accounts that is changed at once is the one that counts', async () => {
    directory.tell('ecampus', [])
    world.clock.pass({ seconds: 1 })
    await world.close()
    world = await makeWorld({ sites })
    await post()
    await press('accountsUnsure', 'marie')
    await press('accountsOld', 'marie')
    await world.run()
    expect(await batch()).toMatchObject({ accounts: 'old', state: 'ready' })
  })

  it('the same answer twice is noted once, though it is checked in between', async () => {
    await world.close()
    world = await makeWorld({ sites })
    await post()
    for (const button of ['accountsOld', 'accountsOld']) {
      world.clock.pass({ seconds: 1 })
      await press(button, 'marie')
    }
    await world.run()
    expect(await events()).toEqual(['checked', 'answered'])
  })

  it('a site that is changed twice at once is the last one', async () => {
    await post()
    const ref = { channel: 'support', post: reply().id }
    await world.chat.press(ref, 'site', 'marie', 'collegium')
    await world.chat.press(ref, 'site', 'marie', 'prelude')
    await world.run()
    expect(await batch()).toMatchObject({ site: 'prelude' })
  })

  it('a later reminder is kept although the state changed at that moment', async () => {
    await post(faulty(1))
    const { batches } = world.outside.store
    const change = batches.change.bind(batches)
    let isFirst = true
    world.store.batches.change = async (...words) => {
      if (!isFirst) return await change(...words)
      isFirst = false
      return false
    }
    await press('tomorrow', 'marie')
    expect((await batch()).quietUntil?.toString()).toBe('2026-11-25T07:00:00Z')
  })

  it('a withdrawal is told as its first author’s', async () => {
    await post(faulty(1))
    await press('withdraw', 'sofia')
    world.clock.pass({ seconds: 1 })
    await press('tomorrow', 'marie')
    await press('withdraw', 'marie')
    await world.run()
    expect(reply().text).toContain('par Sofia')
  })

  it('no request expires when a file came at that moment', async () => {
    await post(faulty(1))
    world.clock.pass({ hours: 24 * 31 })
    await world.chat.say({ thread: 'p1', files: [good()] })
    await findDue(world.outside)
    await world.run()
    expect(await batch()).toMatchObject({ state: 'ready', revision: 2 })
  })

  it('who asks in vain for another check is told', async () => {
    await post()
    world.clock.pass({ seconds: 1 })
    await checkAgainLater(world.outside, await batch(), { why: 'asked', author: 'marie' })
    const outside = {
      ...world.outside,
      checker: { ...world.outside.checker, check: () => Promise.reject(new Error('Bug')) },
    }
    const [job] = await world.store.jobs.claim(1, world.clock.now(), Temporal.Duration.from({ seconds: 15 }))
    await runJob(outside, jobKinds(outside), job!)
    expect(texts().at(-1)).toMatch(/référence/)
    expect(world.chat.said()).toHaveLength(2)
  })
})

describe('another process', () => {
  /** What the other one does while the next file is checked. */
  let meanwhile: (() => Promise<void>) | null
  beforeEach(async () => {
    await world.close()
    meanwhile = null
    const check: Checker['check'] = async (...words) => {
      const [act, answer] = [meanwhile, await inlineChecker.check(...words)]
      meanwhile = null
      await act?.()
      return answer
    }
    world = await makeWorld({ sites, directory, checker: { ...inlineChecker, check } })
  })

  it('that hands rows over during a check is not undone by it', async () => {
    directory.tell('ecampus', ['21900001'])
    await post()
    meanwhile = async () => {
      await world.chat.command('sofia', 'fait', 'p1')
      await world.run()
    }
    await post(good(), 'p1')
    directory.tell('ecampus', all)
    world.clock.pass({ seconds: 16 })
    await world.run()
    expect(await batch()).toMatchObject({ state: 'ready', revision: 2 })
    expect(corrected()).toEqual(['21900002', '21900003'])
  })

  it('that closes a request during its check has the last word', async () => {
    meanwhile = async () => {
      await world.chat.command('marie', 'retirer', 'p1')
      await world.run()
      await world.chat.update(
        { channel: 'support', post: reply().id },
        { language: 'fr', paragraphs: [], files: [], buttons: [], choices: [] },
      )
    }
    await post()
    world.clock.pass({ seconds: 16 })
    await world.run()
    expect(reply().text).toContain('Demande retirée')
    expect(world.chat.read('p1').mark).toBe('closed')
  })
})

it('names a site that is no longer configured by its id, in whatever is said of its requests', async () => {
  await world.chat.command('marie', 'site collegium', null)
  await post(faulty(1))
  const { outside } = world
  const fewer = { ...outside, sites: outside.sites.filter(({ id }) => id !== 'collegium') }
  await world.chat.start(eventsFor(fewer))
  expect(textOf(await world.chat.command('sofia', 'pending', null))).toContain('collegium')
  await post(good('autre.csv'))
  const sitesNow = (await outside.store.batches.pending()).map(({ site }) => site)
  expect(sitesNow).toEqual(['collegium', 'collegium'])
})

it('leaves what is of a chat that this process is not connected to alone', async () => {
  await post(faulty(1))
  await world.store.batches.open({ ...(await batch()), id: 'other', chat: 'slack' })
  await until('2027-01-11T08:00:00Z')
  expect(await world.store.jobs.counts()).toEqual({ queued: 0, leased: 0, dead: 0 })
  expect(await world.store.batches.get('other')).toMatchObject({ state: 'needs-changes' })
})

describe('a file that is taken back', () => {
  beforeEach(async () => {
    await post(faulty(1))
    await post(good(), 'p1')
    await world.chat.remove('p3')
    await world.run()
    expect(await batch()).toMatchObject({ state: 'needs-changes' })
  })

  it('is not marked as done by a word', async () => {
    expect(textOf(await world.chat.command('sofia', 'fait', 'p1'))).toContain('Aucune ligne')
    await world.run()
    expect(await batch()).toMatchObject({ state: 'needs-changes' })
  })

  it.each([
    ['vérifier', 'ecampus'],
    ['site prélude', 'prelude'],
  ])('does not come back by “%s”', async (words, site) => {
    world.clock.pass({ seconds: 1 })
    await world.chat.command('marie', words, 'p1')
    await world.run()
    expect(await batch()).toMatchObject({ state: 'needs-changes', site })
    expect(reply().message!.files).toEqual([])
  })
})

it('good rows that are good no more are not kept', async () => {
  await post()
  directory.tell('ecampus', [])
  await world.chat.command('marie', 'check', 'p1')
  await world.run()
  const kept = await world.store.files.get((await batch()).id, 'corrected')
  expect(kept?.bytes).toHaveLength(0)
})

it('nothing of a file that was taken back is looked for in the morning', async () => {
  directory.tell('ecampus', ['21900001'])
  await post()
  await post(good(), 'p1')
  await world.chat.remove('p3')
  await world.run()
  expect(await batch()).toMatchObject({ state: 'needs-changes', retryOn: null })
  expect(world.chat.read('p1').mark).not.toBe('ready')
})

it('a file taken out of its post is taken back once, and its post is marked', async () => {
  await post(faulty(1))
  await post(good(), 'p1')
  await world.chat.edit('p3', 'Pardon', ['liste.csv'])
  await world.run()
  expect(await batch()).toMatchObject({ state: 'needs-changes' })
  expect(world.chat.read('p3').mark).toBe('blocked')
  await world.chat.edit('p3', 'Pardon, pardon')
  expect(await world.run()).toBe(0)
})

it('a deleted file that was never checked is not waited for without end', async () => {
  await post(faulty(1))
  await post({ name: 'grand.csv', bytes: new Uint8Array(200_000) }, 'p1')
  await world.chat.remove('p3')
  for (const minutes of [0, 1, 2, 6, 16, 61]) {
    world.clock.pass({ minutes })
    await world.run()
  }
  expect(await world.store.jobs.counts()).toEqual({ queued: 0, leased: 0, dead: 0 })
})

describe('a deletion while a check is not done', () => {
  it('withdraws what was never answered, and says nothing of a file being read', async () => {
    const download = world.chat.download.bind(world.chat)
    world.chat.download = () => Promise.reject(new OutsideError('chat-down', 'No answer'))
    await post(faulty(1))
    await post(good(), 'p1')
    world.chat.download = download
    const [first] = await world.outside.store.postings.ofPost('local', 'support', 'p1')
    await world.chat.edit('p1', 'Bonjour', ['liste.csv'])
    await world.run()
    expect(await world.outside.store.batches.get(first!.id)).toMatchObject({ state: 'withdrawn' })
    world.clock.pass({ seconds: 16 })
    await world.run()
    expect(reply().text).toContain('Demande retirée')
    expect(world.chat.read('p1').mark).toBe('closed')
  })

  it('takes a file of the thread back once it is answered', async () => {
    await post(faulty(1))
    const download = world.chat.download.bind(world.chat)
    world.chat.download = () => Promise.reject(new OutsideError('chat-down', 'No answer'))
    await post(good(), 'p1')
    world.chat.download = download
    await world.chat.remove('p3')
    await world.run()
    for (const seconds of [16, 60, 300]) {
      world.clock.pass({ seconds })
      await world.run()
    }
    expect(await batch()).toMatchObject({ state: 'needs-changes', revision: 2 })
    expect(reply().message!.files).toEqual([])
  })
})

describe('a request that waits', () => {
  beforeEach(async () => {
    directory.tell('ecampus', ['21900001'])
    await post()
  })

  it('for ever is closed when no person did anything for the retention time', async () => {
    let day = Temporal.PlainDate.from('2026-11-25')
    for (; day.until('2026-12-26').days > 0; day = day.add({ days: 1 })) await until(`${day.toString()}T07:00:00Z`)
    expect(await batch()).toMatchObject({ state: 'expired' })
  })

  it('never gets back what was handed over, however long it waits', async () => {
    await press('done', 'sofia')
    await world.run()
    await until('2026-12-20T07:00:00Z')
    await post(good(), 'p1')
    world.clock.set(Temporal.Instant.from('2026-12-28T08:00:00Z'))
    await forgetOldFiles(world.outside)
    directory.tell('ecampus', all)
    await post(good(), 'p1')
    expect(corrected()).toEqual(['21900002', '21900003'])
  })

  it('is asked again about accounts for another site that asks', async () => {
    await world.close()
    world = await makeWorld({ sites: sites.map((site) => ({ ...site, dayBefore: true })) })
    await post()
    await press('accountsOld', 'marie')
    await world.run()
    await world.chat.press({ channel: 'support', post: reply().id }, 'site', 'marie', 'prelude')
    await world.run()
    expect(await batch()).toMatchObject({ state: 'waiting', accounts: null, site: 'prelude' })
  })

  it('is asked again about accounts when a new file comes after the answer', async () => {
    await world.close()
    world = await makeWorld({ sites })
    await post()
    await press('accountsOld', 'marie')
    await world.run()
    expect(await batch()).toMatchObject({ state: 'ready' })
    await post(good('liste-2.csv'), 'p1')
    expect(await batch()).toMatchObject({ state: 'waiting', accounts: null })
  })
})

describe('a digest', () => {
  const digests = () => world.chat.said().filter(({ key }) => key?.startsWith('digest'))

  it('that was not posted on its day is not posted beside the next one', async () => {
    await post(faulty(1))
    world.clock.set(Temporal.Instant.from('2026-11-25T08:00:00Z'))
    await findDue(world.outside)
    await until('2026-11-26T08:00:00Z')
    expect(digests()).toHaveLength(1)
  })

  it('is not tried again and again in a channel that the bot left', async () => {
    await post(faulty(1))
    world.chat.post = () => Promise.reject(new OutsideError('channel-unknown', 'The bot is not in that channel'))
    await until('2026-11-25T08:00:00Z')
    expect(await world.store.jobs.counts()).toEqual({ queued: 0, leased: 0, dead: 0 })
  })

  it('names no table of something else, nor a file that is too large', async () => {
    const bytes = new TextEncoder().encode('Salle;Bâtiment\n12;A\n13;B\n')
    await post({ name: 'salles.csv', type: 'text/csv', bytes })
    await post({ name: 'grand.csv', type: 'text/csv', bytes: new Uint8Array(200_000).fill(65) })
    expect(world.chat.said()).toHaveLength(2)
    expect(textOf(await world.chat.command('sofia', 'pending', null))).not.toContain('salles')
    await until('2026-11-27T08:00:00Z')
    expect(digests()[0]!.message!.paragraphs).toHaveLength(1)
    await until('2027-01-10T08:00:00Z')
    expect(texts().filter((text) => text.includes('@Marie'))).toEqual([])
  })
})

describe('a reminder', () => {
  it('that waited for the morning is not sent when a file came in the night', async () => {
    const person = world.chat.person.bind(world.chat)
    world.chat.person = async (id) => ({ ...(await person(id)), timezone: 'America/New_York' })
    await post(faulty(2))
    await until('2026-11-26T09:00:00Z')
    await post(faulty(1), 'p1')
    await until('2026-11-26T13:30:00Z')
    expect(world.chat.said().filter(({ key }) => key?.startsWith('remind'))).toEqual([])
  })

  it('is not sent when the person asked for a later one meanwhile', async () => {
    await post(faulty(2))
    world.clock.set(Temporal.Instant.from('2026-11-26T08:30:00Z'))
    await findDue(world.outside)
    await press('tomorrow', 'marie')
    await world.run()
    expect(world.chat.said().filter(({ key }) => key?.startsWith('remind'))).toEqual([])
  })
})
