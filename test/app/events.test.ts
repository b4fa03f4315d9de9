import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OutsideError } from '../../src/ports/outside-error.ts'
import { textOf } from '../fakes/chat.ts'
import { good, makeWorld, type World } from '../fakes/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
  await world.chat.say({ files: [good()] })
  await world.run()
})
afterEach(() => world.close())

const reference = () => world.log.lines.findLast(({ level }) => level === 'error')!.fields.reference as string
const press = (person: string) =>
  world.chat.press({ channel: 'support', post: world.chat.said()[0]!.id }, 'all', person)

/** The next call of the store goes wrong. */
function breakStore(error: Error): void {
  world.outside.store.postings.latest = () => Promise.reject(error)
  world.outside.store.outgoing.keyOf = () => Promise.reject(error)
}

describe('a bug', () => {
  beforeEach(() => breakStore(new TypeError('x is undefined')))

  it('in a command is told to who asked, with the reference that is in the log', async () => {
    const said = textOf(await world.chat.command('emma', 'check', null))
    expect(reference()).toMatch(/^chk-[0-9a-f]{6}$/)
    expect(said).toMatch(/did not manage/)
    expect(said).toContain(reference())
  })

  it('in a press is told in the language of who pressed', async () => {
    const message = await press('marie')
    expect(textOf(message!)).toMatch(/pas réussi/)
    expect(textOf(message!)).toContain(reference())
  })

  it('has another reference each time', async () => {
    await press('marie')
    const first = reference()
    await press('marie')
    expect(reference()).not.toBe(first)
  })

  it('is told even when the person cannot be looked up', async () => {
    world.chat.person = () => Promise.reject(new TypeError('y is undefined'))
    expect(textOf((await press('emma'))!)).toContain(reference())
  })

  it('leaves the others their answers', async () => {
    await press('marie')
    expect(textOf(await world.chat.command('emma', 'help', null))).toContain('/enrol-check')
  })
})

it('a failure of the outside is left to the chat, which says to try again', async () => {
  breakStore(new OutsideError('store-unavailable', 'no answer'))
  await expect(world.chat.command('emma', 'check', null)).rejects.toMatchObject({ code: 'store-unavailable' })
  await expect(press('marie')).rejects.toMatchObject({ code: 'store-unavailable' })
})
