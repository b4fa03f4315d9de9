import { afterEach, beforeEach, expect, it } from 'vitest'
import type { NewFile } from '../fakes/chat.ts'
import { csv, faulty, good, makeWorld, type World } from '../fakes/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
  await world.chat.say({ files: [faulty(2)] })
  await world.run()
})
afterEach(() => world.close())

const lines = (bytes: Uint8Array) => new TextDecoder().decode(bytes).replace('\uFEFF', '').trimEnd().split('\n')
const reply = () => world.chat.said()[0]!
const files = () => reply().message!.files.map(({ name, bytes }) => `${name} ${lines(bytes).length - 1}`)

async function post(file: NewFile): Promise<void> {
  world.clock.pass({ seconds: 1 })
  await world.chat.say({ thread: 'p1', files: [file] })
  await world.run()
}

/** The rows to review of the reply, with that many of their unknown roles mended. */
function mended(count: number, name = 'liste.a-revoir.csv', of = name): NewFile {
  const rejected = reply().message!.files.find((file) => file.name === of)!
  const rows = lines(rejected.bytes).map((line, row) => (row > count ? line : line.replace(/chef\d/, 'student')))
  return csv(name, ...rows)
}

it('makes one corrected file of the good rows before and the mended ones', async () => {
  expect(files().slice(0, 2)).toEqual(['liste.corrige.csv 1', 'liste.a-revoir.csv 2'])
  await post(mended(2))
  expect(files()).toEqual(['liste.corrige-2.csv 3'])
  expect(reply().text).toMatch(/liste\.corrige-2\.csv \(3\slignes\)/)
  const { bytes } = reply().message!.files[0]!
  expect(
    lines(bytes)
      .slice(1)
      .map((line) => line.slice(0, 8)),
  ).toEqual(['21900003', '21900001', '21900002'])
})

it('goes on until nothing is left', async () => {
  await post(mended(1))
  expect(files().slice(0, 2)).toEqual(['liste.corrige-2.csv 2', 'liste.a-revoir-2.csv 1'])
  await post(mended(1, 'liste.a-revoir-2.csv'))
  expect(files()).toEqual(['liste.corrige-3.csv 3'])
})

it('takes the same rows, mended better, for the ones before', async () => {
  const better = mended(2)
  await post(mended(1))
  await post(better)
  expect(files()).toEqual(['liste.corrige-3.csv 3'])
  await post(better)
  expect(files()).toEqual(['liste.corrige-4.csv 3'])
})

it('still asks for the first when the second cannot be read', async () => {
  await post({ name: 'liste.a-revoir.csv', bytes: new Uint8Array() })
  expect(files()).toEqual(['liste.corrige.csv 1'])
  expect(reply().text).toContain('le fichier corrigé reste à importer')
})

it('replaces all of it by a whole new version', async () => {
  await post(mended(2))
  await post(faulty(1))
  expect(files().slice(0, 2)).toEqual(['liste.corrige.csv 2', 'liste.a-revoir.csv 1'])
  await post(good())
  expect(files()).toEqual([])
})

it('does without a corrected file that was forgotten', async () => {
  const file = mended(2)
  world.clock.pass({ hours: 24 * 30 + 1 })
  await world.outside.store.files.forget(world.clock.now(), world.outside.retention)
  await post(file)
  expect(files()).toEqual(['liste.corrige-2.csv 2'])
})

it('goes on from what was good before a file that was taken back', async () => {
  const both = mended(2)
  const rows = lines(both.bytes).map((line) => line.replace('student', 'teacher'))
  await post(csv('liste.a-revoir.csv', ...rows))
  expect(files()).toEqual(['liste.corrige-2.csv 3'])
  const last = await world.outside.store.postings.latest('local', 'support', 'p1')
  await world.chat.remove(last!.post)
  await world.run()
  await post(both)
  expect(files()).toEqual(['liste.corrige-3.csv 3'])
  expect(new TextDecoder().decode(reply().message!.files[0]!.bytes)).not.toContain('teacher')
})
