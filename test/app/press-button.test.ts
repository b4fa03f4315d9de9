import { afterEach, beforeEach, expect, it } from 'vitest'
import { forgetOldFiles } from '../../src/app/forget-old-files.ts'
import { OutsideError } from '../../src/ports/outside-error.ts'
import { faulty, makeWorld, type World } from '../fakes/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
  await world.chat.say({ files: [faulty(2)] })
  await world.run()
})
afterEach(() => world.close())

const press = (button: string, person = 'marie', post = world.chat.said()[0]!.id) =>
  world.chat.press({ channel: 'support', post }, button, person)
const files = () =>
  world.chat
    .said()
    .slice(1)
    .flatMap(({ message }) => message!.files)

it('posts the full report in the thread, as a file', async () => {
  expect(await press('all')).toBeNull()
  await world.run()
  expect(files().map(({ name }) => name)).toEqual(['liste.rapport.txt'])
  expect(new TextDecoder().decode(files()[0]!.bytes)).toContain('chef2')
  expect(world.chat.said()[1]!.thread).toBe('p1')
})

it('posts it once, however often the button is pressed', async () => {
  await press('all')
  await press('all')
  await world.run()
  await press('all')
  expect(await world.run()).toBe(0)
  expect(files()).toHaveLength(1)
})

it('posts it in another language too, and again for the next file', async () => {
  await press('all')
  await press('all', 'emma')
  await world.run()
  expect(files().map(({ name }) => name)).toEqual(['liste.rapport.txt', 'liste.report.txt'])
  await world.chat.say({ thread: 'p1', files: [faulty(1)] })
  await world.run()
  await press('all')
  await world.run()
  expect(files().map(({ name }) => name)).toEqual(['liste.rapport.txt', 'liste.report.txt', 'liste.rapport.txt'])
})

it('says that it did not work when the file is gone', async () => {
  world.clock.pass({ hours: 24 * 31 })
  await forgetOldFiles(world.outside)
  world.chat.download = () => Promise.reject(new OutsideError('file-gone', 'No such file'))
  await press('all')
  await world.run()
  expect(world.chat.said().at(-1)!.text).toMatch(/….*référence/)
})

it.each(['constructor', 'anything', ''])('does nothing for a button called “%s”', async (button) => {
  expect(await press(button)).toBeNull()
  expect(await world.run()).toBe(0)
})

it('does nothing on a post that is not a reply of ours', async () => {
  await press('all', 'marie', 'p1')
  await press('all', 'marie', 'nosuchpost')
  expect(await world.run()).toBe(0)
})
