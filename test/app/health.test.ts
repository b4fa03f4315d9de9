import { afterEach, beforeEach, expect, it } from 'vitest'
import { forgetOldFiles } from '../../src/app/forget-old-files.ts'
import { health, metrics } from '../../src/app/health.ts'
import { brokenDirectory, directoryOf } from '../fakes/directory.ts'
import { good, makeWorld, type World } from '../fakes/world.ts'

const nothing = { state: 'none', ageHours: null }
let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())

it('is ready while the store answers', async () => {
  await world.chat.say({ files: [good()] })
  expect(await health(world.outside)).toEqual({
    ready: true,
    store: 'ok',
    chats: { local: { connected: true, trouble: null, refused: 0 } },
    directory: Object.fromEntries(['ecampus', 'collegium', 'prelude'].map((site) => [site, nothing])),
    jobs: { queued: 1, leased: 0, dead: 0 },
  })
  await world.store.close()
  expect(await health(world.outside)).toMatchObject({ ready: false, store: 'failing', jobs: null })
})

it('tells how old what is known is, and that the directory fails, without being less ready', async () => {
  const known = await directoryOf([]).about('ecampus')
  const takenAt = world.clock.now().subtract({ minutes: 90 })
  const directory = { about: () => Promise.resolve({ ...known, takenAt }) }
  expect((await health({ ...world.outside, directory })).directory.ecampus).toEqual({ state: 'ok', ageHours: 1.5 })
  expect(await health({ ...world.outside, directory: brokenDirectory })).toMatchObject({
    ready: true,
    directory: { ecampus: { state: 'failing', ageHours: null } },
  })
})

it('tells that a chat is not reached, and how many calls were refused', async () => {
  const local = { connected: false, trouble: 'auth-failed', refused: 2 }
  const seen = { ...world.outside, connections: () => ({ local }) }
  expect((await health(seen)).chats).toEqual({ local })
  const lines = (await metrics(seen)).split('\n')
  expect(lines).toContain('enrol_check_chat_connected{chat="local"} 0')
  expect(lines).toContain('enrol_check_chat_refused{chat="local"} 2')
})

it('tells Prometheus the same', async () => {
  await world.chat.say({ files: [good()] })
  const lines = (await metrics(world.outside)).split('\n')
  expect(lines).toContain('enrol_check_ready 1')
  expect(lines).toContain('enrol_check_jobs{state="queued"} 1')
  expect(lines).toContain('# TYPE enrol_check_jobs gauge')
  expect(lines.filter((line) => line.includes('directory'))).toEqual([])
})

it('forgets files when their time is over, and logs how many', async () => {
  await world.chat.say({ files: [good()] })
  await world.run()
  world.clock.pass({ minutes: 24 * 60 * 30 - 1 })
  expect(await forgetOldFiles(world.outside)).toBe(0)
  world.clock.pass({ minutes: 1 })
  expect(await forgetOldFiles(world.outside)).toBe(2)
  expect(world.log.lines.at(-1)).toMatchObject({ level: 'info', fields: { forgotten: 2 } })
})
