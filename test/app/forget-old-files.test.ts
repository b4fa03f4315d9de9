import { afterEach, beforeEach, expect, it } from 'vitest'
import { forgetOldFiles } from '../../src/app/forget-old-files.ts'
import { textOf } from '../fakes/chat.ts'
import { faulty, makeWorld, type World } from '../fakes/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
  await world.chat.say({ files: [faulty(2)] })
  await world.run()
})
afterEach(() => world.close())

const revisions = async () => {
  const [batch] = await world.outside.store.batches.inThread('local', 'support', 'p1')
  return world.outside.store.batches.revisions(batch!.id)
}

it('keeps everything for as long as it was told', async () => {
  world.clock.pass({ hours: 24 * 30 - 1 })
  expect(await forgetOldFiles(world.outside)).toBe(0)
  expect(JSON.stringify(await revisions())).toContain('21900001')
})

it('then keeps the verdict and the counts of a report, and nobody in it', async () => {
  world.clock.pass({ hours: 24 * 30 + 1 })
  expect(await forgetOldFiles(world.outside)).toBeGreaterThan(0)
  const [revision] = await revisions()
  expect(revision).toMatchObject({ number: 1, outcome: { verdict: 'partial', counts: { rejected: 2 } }, report: null })
  expect(JSON.stringify(revision)).not.toMatch(/2190000|chef|liste/)
  expect(world.log.lines.at(-1)).toMatchObject({ message: expect.stringContaining('forgotten') as string })
})

it('leaves a next file to be answered, though not compared', async () => {
  world.clock.pass({ hours: 24 * 30 + 1 })
  await forgetOldFiles(world.outside)
  await world.chat.say({ thread: 'p1', files: [faulty(1)] })
  await world.run()
  expect(world.chat.said().map(({ text }) => text)).toEqual([expect.stringMatching(/^⚠️ 1 ligne sur 3/)])
})

it('leaves nothing to check again', async () => {
  world.clock.pass({ hours: 24 * 30 + 1 })
  await forgetOldFiles(world.outside)
  expect(textOf(await world.chat.command('emma', 'check', null))).toContain('No file')
})
