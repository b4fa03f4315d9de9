import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { receiveFile } from '../../src/app/receive-file.ts'
import type { Posting } from '../../src/ports/chat.ts'
import { faulty, good, makeWorld, type World } from '../fakes/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())

const posting = (given: Partial<Posting> = {}): Posting => ({
  chat: 'local',
  channel: 'support',
  thread: null,
  post: 'p1',
  author: 'marie',
  text: '',
  files: [{ id: 'f1', name: 'liste.csv', size: 10, type: 'text/csv' }],
  direct: false,
  form: null,
  ...given,
})
const image = { id: 'i1', name: 'capture.png', size: 10, type: 'image/png' }
const queued = async () => (await world.outside.store.jobs.counts()).queued

describe('a posting', () => {
  it('makes one job per file that may be a table', async () => {
    const { files } = posting()
    expect(await receiveFile(world.outside, posting({ files: [...files, { ...files[0]!, id: 'f2' }, image] }))).toBe(
      true,
    )
    expect(await queued()).toBe(2)
  })

  it('leaves its last file as the last one of the channel', async () => {
    const files = ['f1', 'f2', 'f3', 'f4', 'f5'].map((id) => ({ ...posting().files[0]!, id }))
    await receiveFile(world.outside, posting({ files }))
    expect(await world.outside.store.postings.latest('local', 'support', null)).toMatchObject({ file: { id: 'f5' } })
  })

  it('changes nothing when it is delivered again', async () => {
    await receiveFile(world.outside, posting())
    world.clock.pass({ hours: 1 })
    expect(await receiveFile(world.outside, posting())).toBe(false)
    expect(await queued()).toBe(1)
  })

  it('is completed when the first delivery stored only a part of it', async () => {
    const { files } = posting()
    await receiveFile(world.outside, posting())
    await receiveFile(world.outside, posting({ files: [...files, { ...files[0]!, id: 'f2' }] }))
    expect(await queued()).toBe(2)
  })

  it('without a file makes nothing', async () => {
    expect(await receiveFile(world.outside, posting({ files: [], direct: true }))).toBe(false)
    expect(await queued()).toBe(0)
  })

  it.each([
    ['capture.png', 'image/png'],
    ['convocation.PDF', ''],
    ['lettre.docx', ''],
    ['film.mp4', 'video/mp4'],
    ['sans-nom', 'image/jpeg'],
  ])('of %s (%s) in the channel is left in silence', async (name, type) => {
    expect(await receiveFile(world.outside, posting({ files: [{ ...image, name, type }] }))).toBe(false)
    expect(await queued()).toBe(0)
  })

  it.each([
    ['liste.csv', 'image/png'],
    ['LISTE.XLSX', ''],
    ['liste', ''],
    ['liste.txt', 'text/plain'],
    ['liste.csv.bak', 'application/octet-stream'],
  ])('of %s (%s) is taken for a table', async (name, type) => {
    expect(await receiveFile(world.outside, posting({ files: [{ ...image, name, type }] }))).toBe(true)
  })
})

describe('a screenshot', () => {
  const shot = { name: 'capture.png', type: 'image/png', bytes: new Uint8Array(3) }

  it('in the thread of a request gets one kind word, however often it is delivered', async () => {
    const post = await world.chat.say({ files: [faulty(1)] })
    await world.run()
    const { id } = await world.chat.say({ thread: post.id, files: [shot, shot] })
    const again = posting({ thread: post.id, post: id, files: [image] })
    await receiveFile(world.outside, again)
    await world.run()
    await receiveFile(world.outside, again)
    expect(await world.run()).toBe(0)
    expect(world.chat.said().slice(1)).toMatchObject([
      { thread: post.id, text: expect.stringContaining('image') as string },
    ])
  })

  it('beside a table gets none', async () => {
    const post = await world.chat.say({ files: [faulty(1)] })
    await world.run()
    await world.chat.say({ thread: post.id, files: [shot, good()] })
    await world.run()
    expect(world.chat.said().filter(({ text }) => text.includes('image'))).toEqual([])
  })

  it('in the thread of somebody else gets none', async () => {
    const post = await world.chat.say({ text: 'Une question' })
    await world.chat.say({ thread: post.id, files: [shot] })
    expect(await world.run()).toBe(0)
  })

  it('in a direct message gets one', async () => {
    const { id } = await world.chat.say({ text: '' })
    await receiveFile(world.outside, posting({ direct: true, post: id, files: [image] }))
    await world.run()
    expect(world.chat.said()).toHaveLength(1)
  })
})

it('is for the site, and answered in the language, that its author chose in a form', async () => {
  await world.outside.store.preferences.set('local', 'support', 'site', 'prelude')
  await world.chat.say({ author: 'marie', text: 'Une demande' })
  world.chat.download = () => Promise.resolve(good().bytes)
  const form = { site: 'collegium', language: 'en' } as const
  await receiveFile(world.outside, posting({ form }))
  await world.run()
  expect(await world.outside.store.batches.inThread('local', 'support', 'p1')).toMatchObject([{ site: 'collegium' }])
  expect(world.chat.said()[0]!.text).toMatch(/rows for Collégium/)
})
