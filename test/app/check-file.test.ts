import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { jobKinds } from '../../src/app/job-kinds.ts'
import { runJob } from '../../src/app/run-job.ts'
import { sites } from '../../src/moodle/sites.ts'
import { OutsideError } from '../../src/ports/outside-error.ts'
import { textOf } from '../fakes/chat.ts'
import { brokenDirectory, directoryOf } from '../fakes/directory.ts'
import { csv, faulty, good, makeWorld, type World } from '../fakes/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())

const texts = () => world.chat.said().map(({ text }) => text)

describe('a file posted in the channel', () => {
  it('is answered in its thread by one reply that first said it was being checked', async () => {
    const post = await world.chat.say({ files: [good()] })
    await world.run()
    const [reply, ...others] = world.chat.said()
    expect(others).toEqual([])
    expect(reply).toMatchObject({ thread: post.id, key: expect.stringContaining('batch') as string })
    expect(reply!.texts[0]).toContain('Je vérifie liste.csv')
    expect(reply!.text).toMatch(/^✅/)
    expect(post.mark).toBe('ready')
  })

  it('hands over the corrected file, the rows to look at and the annotated workbook', async () => {
    const post = await world.chat.say({ files: [faulty(1)] })
    await world.run()
    const names = world.chat.said()[0]!.message!.files.map(({ name }) => name)
    expect(names).toEqual(['liste.corrige.csv', 'liste.a-revoir.csv', 'liste.annote.xlsx'])
    expect(post.mark).toBe('partial')
  })

  it('speaks the language of its author', async () => {
    await world.chat.say({ author: 'emma', files: [faulty(3)] })
    await world.run()
    expect(texts()[0]).toContain('row')
  })

  it('keeps the bytes, and the report in a batch of that thread', async () => {
    const post = await world.chat.say({ files: [faulty(1)] })
    await world.run()
    const { batches, files } = world.outside.store
    const [batch] = await batches.inThread('local', 'support', post.id)
    expect(batch).toMatchObject({ state: 'needs-changes', revision: 1, requester: 'marie', name: 'liste.csv' })
    const [revision] = await batches.revisions(batch!.id)
    expect(revision).toMatchObject({ number: 1, report: { verdict: 'partial', examined: true } })
    expect((await files.get(revision!.posting, 'posted'))?.bytes).toEqual(faulty(1).bytes)
  })

  it('is checked against what the directory knows', async () => {
    await world.close()
    world = await makeWorld({ sites, directory: directoryOf(['21900001', '21900002']) })
    await world.chat.say({ files: [good()] })
    await world.run()
    expect(texts()[0]).toContain('21900003')
  })

  it('is answered without verification when the directory fails, and that is logged', async () => {
    await world.close()
    world = await makeWorld({ directory: brokenDirectory })
    await world.chat.say({ files: [good()] })
    await world.run()
    expect(texts()[0]).toContain('pas pu vérifier')
    expect(world.log.lines).toContainEqual(expect.objectContaining({ level: 'error' }))
  })

  it('gets two answers when there are two', async () => {
    const post = await world.chat.say({ files: [good('un.csv'), faulty(3, 'deux.csv')] })
    await world.run()
    expect(world.chat.said().map(({ thread }) => thread)).toEqual([post.id, post.id])
    expect(texts()[0]).toMatch(/^✅/)
    expect(texts()[1]).toMatch(/^⛔/)
  })

  it.each([
    ['the first', [faulty(3, 'un.csv'), good('deux.csv')]],
    ['the second', [good('un.csv'), faulty(3, 'deux.csv')]],
  ])('shows the worse of two on their post, here that of %s', async (_, files) => {
    const post = await world.chat.say({ files })
    await world.run()
    expect(post.mark).toBe('blocked')
  })

  it('shows that another of its post is still being checked', async () => {
    const post = await world.chat.say({ files: [good('un.csv'), good('deux.csv')] })
    const { store, clock } = world.outside
    const [job] = await store.jobs.claim(1, clock.now(), Temporal.Duration.from({ seconds: 15 }))
    await runJob(world.outside, jobKinds(world.outside), job!)
    expect(post.mark).toBe('working')
    await world.run()
    expect(post.mark).toBe('ready')
  })

  it.each([
    ['empty', csv('vide.csv').bytes.subarray(1), /vide/],
    ['binary', Uint8Array.from({ length: 4000 }, (_, n) => (n * 7919) % 251), /tableau/],
    ['only a header', csv('', 'username,firstname,lastname,email,course1,role1').bytes, /ligne|rows-none/],
  ])('gets an answer when it is %s', async (_, bytes, expected) => {
    const post = await world.chat.say({ files: [{ name: 'liste.csv', bytes }] })
    await world.run()
    expect(texts()).toEqual([expect.stringMatching(/^⛔/)])
    expect(texts()[0]).toMatch(expected)
    expect(post.mark).toBe('blocked')
  })

  it('is asked about when it is a table of something else, and checked when asked to', async () => {
    const post = await world.chat.say({ files: [csv('notes.csv', 'titre;auteur', 'Germinal;Zola')] })
    await world.run()
    const [reply] = world.chat.said()
    expect(reply!.message!.buttons.map(({ id }) => id)).toEqual(['anyway'])
    await world.chat.press({ channel: 'support', post: reply!.id }, 'anyway', 'marie')
    await world.run()
    expect(texts()).toEqual([expect.stringMatching(/^⛔/)])
    expect(post.mark).toBe('blocked')
    await world.chat.command('marie', 'check', 'p1')
    await world.run()
    expect(texts()).toEqual([expect.stringMatching(/^⛔/)])
  })

  it('is part of the request in whose thread it comes, though it looks like something else', async () => {
    await world.chat.say({ files: [faulty(1)] })
    await world.run()
    await world.chat.say({ thread: 'p1', files: [csv('notes.csv', 'titre;auteur', 'Germinal;Zola')] })
    await world.run()
    expect(world.chat.said()[0]!.message!.buttons.map(({ id }) => id)).not.toContain('anyway')
    expect(await world.outside.store.batches.pending()).toMatchObject([{ revision: 2, state: 'needs-changes' }])
  })
})

describe('a file that is too large', () => {
  const large = { name: 'liste.csv', bytes: new Uint8Array(100_001) }

  it('is not fetched', async () => {
    const post = await world.chat.say({ files: [large] })
    await world.run()
    expect(texts()[0]).toContain('limite')
    expect(post.mark).toBe('blocked')
    expect(await world.outside.store.jobs.counts()).toEqual({ queued: 0, leased: 0, dead: 0 })
  })

  it('is refused as well when the chat did not say how large it is', async () => {
    world.chat.download = () => Promise.reject(new OutsideError('file-too-large', 'Too large'))
    await world.chat.say({ files: [good()] })
    await world.run()
    expect(texts()[0]).toContain('limite')
  })

  it('leaves the next file of the thread a request of its own', async () => {
    const post = await world.chat.say({ files: [large] })
    await world.run()
    await world.chat.say({ thread: post.id, files: [good()] })
    await world.run()
    expect(texts()).toEqual([expect.stringContaining('limite'), expect.stringMatching(/^✅/)])
  })
})

describe('a file posted again in the thread', () => {
  it('edits the one reply and adds one short line', async () => {
    const post = await world.chat.say({ files: [faulty(2)] })
    await world.run()
    const again = await world.chat.say({ thread: post.id, files: [faulty(1)] })
    await world.run()
    expect(texts()).toHaveLength(2)
    expect(texts()[0]).toMatch(/^⚠️ 1 ligne sur 3/)
    expect(texts()[1]).toMatch(/1 problème réglé/)
    expect(again.mark).toBe('partial')
  })

  it('says what is new, and when everything is good', async () => {
    const post = await world.chat.say({ files: [faulty(1)] })
    await world.run()
    await world.chat.say({ thread: post.id, files: [faulty(2)] })
    await world.chat.say({ thread: post.id, files: [good()] })
    await world.run()
    expect(texts().slice(1)).toEqual([expect.stringContaining('nouveau'), expect.stringContaining('prêt')])
    const [batch] = await world.outside.store.batches.inThread('local', 'support', post.id)
    expect(batch).toMatchObject({ revision: 3, state: 'ready' })
  })

  it('says that it is the same file', async () => {
    const post = await world.chat.say({ files: [faulty(1)] })
    await world.chat.say({ thread: post.id, files: [faulty(1)] })
    await world.run()
    expect(texts()).toHaveLength(2)
    expect(texts()[1]).toContain('même fichier')
  })

  it('goes on with the request of the same name', async () => {
    const post = await world.chat.say({ files: [faulty(2, 'un.csv'), faulty(2, 'deux.csv')] })
    await world.run()
    await world.chat.say({ thread: post.id, files: [faulty(1, 'un.a-revoir.csv')] })
    await world.run()
    expect(texts().map((text) => text.slice(0, 12))).toEqual(['⚠️ 1 ligne s', '⚠️ 2 lignes ', '✅ 1 problème'])
  })

  it('is a request of its own when it comes with the one that goes on', async () => {
    const post = await world.chat.say({ files: [faulty(2, 'un.csv')] })
    await world.run()
    await world.chat.say({ thread: post.id, files: [faulty(1, 'un.csv'), good('autre.csv')] })
    await world.run()
    expect(await world.outside.store.batches.inThread('local', 'support', post.id)).toHaveLength(2)
    expect(texts()).toHaveLength(3)
  })

  it('is a new request at the top of the channel', async () => {
    await world.chat.say({ files: [good()] })
    const second = await world.chat.say({ files: [good()] })
    await world.run()
    expect(texts()).toHaveLength(2)
    expect(world.chat.said()[1]!.thread).toBe(second.id)
  })
})

describe('progress', () => {
  it('is shown once a second has passed, and never after the report', async () => {
    const { checker } = world.outside
    const { clock } = world
    await world.close()
    world = await makeWorld({
      clock,
      checker: {
        ...checker,
        async check(bytes, request, progress) {
          for (const part of [0.1, 0.2, 0.3, 0.4]) {
            clock.pass({ milliseconds: 600 })
            progress(part)
          }
          return checker.check(bytes, request, () => undefined)
        },
      },
    })
    const update = world.chat.update.bind(world.chat)
    world.chat.update = async (post, message) => {
      if (textOf(message).includes('%')) await new Promise(setImmediate)
      await update(post, message)
    }
    await world.chat.say({ files: [good()] })
    await world.run()
    const [reply] = world.chat.said()
    expect(reply!.texts.map((text) => text.match(/\d+(?=\s%)|^✅/)?.[0])).toEqual([undefined, '20', '✅'])
  })
})

it('says that a file is gone, once for all, and checks it when it is posted again', async () => {
  const download = world.chat.download.bind(world.chat)
  world.chat.download = () => Promise.reject(new OutsideError('file-gone', 'hidden by the plan of the workspace'))
  const post = await world.chat.say({ files: [good()] })
  await world.run()
  expect(texts()).toEqual([expect.stringMatching(/^⛔ Je n’ai pas accès à liste\.csv/)])
  expect(post.mark).toBe('blocked')
  expect(await world.outside.store.jobs.counts()).toEqual({ queued: 0, leased: 0, dead: 0 })
  world.chat.download = download
  await world.chat.say({ thread: post.id, files: [good()] })
  await world.run()
  expect(texts().at(-1)).toMatch(/^✅/)
})
