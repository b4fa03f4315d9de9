import { afterEach, beforeEach, expect, it } from 'vitest'
import { findDue } from '../../src/app/find-due.ts'
import { OutsideError } from '../../src/ports/outside-error.ts'
import type { Batch } from '../../src/ports/store.ts'
import { textOf } from '../fakes/chat.ts'
import { faulty, good, makeWorld, type World } from '../fakes/world.ts'

let world: World
/** The zone of the requester, as their chat tells it. */
let timezone: string | null
let refuses: string | null

beforeEach(async () => {
  timezone = null
  refuses = null
  world = await makeWorld()
  const { chat } = world
  const [post, person] = [chat.post.bind(chat), chat.person.bind(chat)]
  chat.person = async (id) => ({ ...(await person(id)), timezone })
  chat.post = async (place, key, message) => {
    if ('direct' in place && refuses) throw new OutsideError(refuses, 'The chat does not take it')
    return await post(place, key, message)
  }
  // A Thursday, 9:00 in Paris.
  world.clock.set(Temporal.Instant.from('2026-11-19T08:00:00Z'))
  await world.chat.say({ files: [faulty(2)] })
  await world.run()
})
afterEach(() => world.close())

const reminders = () => world.chat.said().filter(({ key }) => key?.startsWith('remind'))

async function until(time: string): Promise<number> {
  world.clock.set(Temporal.Instant.from(`${time}Z`))
  await findDue(world.outside)
  await world.run()
  return reminders().length
}

it('comes after two working days, in person, with what is left and a link to the thread', async () => {
  expect(await until('2026-11-23T07:59:00')).toBe(0)
  expect(await until('2026-11-23T08:00:00')).toBe(1)
  const [reminder] = reminders()
  expect(reminder).toMatchObject({ direct: 'marie', thread: null })
  expect(reminder!.text).toMatch(/jeudi 19 novembre attend encore 2 corrections/)
  expect(reminder!.text).toContain('Ouvrir le fil')
  expect(reminder!.message!.buttons.map(({ id }) => id)).toEqual(['tomorrow', 'withdraw'])
})

it('comes three times at most, each once, whatever restarts', async () => {
  const seen: number[] = []
  for (const day of ['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14', '2026-12-18']) {
    await until(`${day}T08:00:00`)
    seen.push(await until(`${day}T08:01:00`))
  }
  expect(seen).toEqual([1, 2, 3, 3, 3])
})

it('waits for the working hours of the person, where they are', async () => {
  timezone = 'America/New_York'
  expect(await until('2026-11-23T08:00:00')).toBe(0)
  expect(await until('2026-11-23T12:59:00')).toBe(0)
  expect(await until('2026-11-23T13:00:00')).toBe(1)
})

it('comes in the thread, with a mention, where the chat lets nobody write to that person', async () => {
  refuses = 'direct-refused'
  await until('2026-11-23T08:00:00')
  expect(reminders()).toMatchObject([{ direct: null, thread: 'p1', text: expect.stringMatching(/^@Marie/) as string }])
})

it('waits for a chat that is away, and is not sent elsewhere', async () => {
  refuses = 'chat-unavailable'
  expect(await until('2026-11-23T08:00:00')).toBe(0)
  refuses = null
  expect(await until('2026-11-23T08:00:16')).toBe(1)
  expect(reminders()).toMatchObject([{ direct: 'marie', thread: null }])
})

it('is not put off by what others do', async () => {
  world.clock.set(Temporal.Instant.from('2026-11-20T08:00:00Z'))
  await world.chat.command('sofia', 'check', 'p1')
  await world.run()
  expect(await until('2026-11-23T08:00:00')).toBe(1)
})

it('is not sent once a file came, nor after the end', async () => {
  await world.chat.say({ thread: 'p1', files: [faulty(1)] })
  await world.run()
  await world.chat.command('marie', 'retirer', 'p1')
  await world.run()
  expect(await until('2026-11-23T08:00:00')).toBe(0)
})

it('is not sent when the request was mended after it became due', async () => {
  world.clock.set(Temporal.Instant.from('2026-11-23T08:00:00Z'))
  await world.chat.say({ thread: 'p1', files: [good()] })
  await findDue(world.outside)
  await world.run()
  expect(reminders()).toEqual([])
})

it('comes when it is asked for by the button, and by the button of the reminder itself', async () => {
  const [reply] = world.chat.said()
  const note = await world.chat.press({ channel: 'support', post: reply!.id }, 'tomorrow', 'marie')
  expect(textOf(note!)).toMatch(/demain, vendredi, à 8/)
  expect(await until('2026-11-20T06:59:00')).toBe(0)
  expect(await until('2026-11-20T07:00:00')).toBe(1)
  const [first] = reminders()
  expect(textOf((await world.chat.press({ channel: 'support', post: first!.id }, 'tomorrow', 'marie'))!)).toMatch(
    /lundi/,
  )
  expect(await until('2026-11-22T12:00:00')).toBe(1)
  expect(await until('2026-11-23T07:00:00')).toBe(2)
})

it('goes on as before once the one that was asked for has come', async () => {
  world.clock.set(Temporal.Instant.from('2026-11-19T14:00:00Z'))
  await world.chat.command('marie', 'rappel', 'p1')
  expect(await until('2026-11-20T07:00:00')).toBe(1)
  expect(await until('2026-11-23T08:00:00')).toBe(2)
  expect(reminders().map(({ key }) => key!.split(' ').at(-1))).toEqual([expect.stringMatching(/^\d{10,}$/), '1'])
})

it('that was asked for is forgotten when a file comes', async () => {
  await world.chat.command('marie', 'rappel', 'p1')
  world.clock.pass({ hours: 1 })
  await world.chat.say({ thread: 'p1', files: [faulty(1)] })
  await world.run()
  expect(await until('2026-11-20T07:00:00')).toBe(0)
})

it('is asked for by nobody else, nor when nothing is expected', async () => {
  const [reply] = world.chat.said()
  const ref = { channel: 'support', post: reply!.id }
  expect(textOf((await world.chat.press(ref, 'tomorrow', 'sofia'))!)).toContain('Seule la personne')
  await world.chat.say({ thread: 'p1', files: [good()] })
  await world.run()
  expect(textOf((await world.chat.press(ref, 'tomorrow', 'marie'))!)).toContain('Rien à rappeler')
})

it('that is asked for is noted as asked by its requester, and promised at their hour', async () => {
  timezone = 'America/New_York'
  const note = textOf(await world.chat.command('marie', 'rappel', 'p1'))
  expect(note).toMatch(/demain, vendredi, à 8/)
  const [{ id, quietUntil }] = (await world.outside.store.batches.pending()) as [Batch]
  expect(quietUntil?.toString()).toBe('2026-11-20T13:00:00Z')
  expect((await world.outside.store.chronicle.of(id)).at(-1)).toMatchObject({ event: 'snoozed', author: 'marie' })
})

it.each([
  ['remind 2026-11-25', /mercredi 25 novembre à 8/, '2026-11-25T07:00:00'],
  ['rappel lundi', /lundi 23 novembre à 8/, '2026-11-23T07:00:00'],
  ['rappel', /demain, vendredi, à 8/, '2026-11-20T07:00:00'],
])('“%s” names the day', async (words, answer, due) => {
  expect(textOf(await world.chat.command('marie', words, 'p1'))).toMatch(answer)
  world.clock.set(Temporal.Instant.from(`${due}Z`).subtract({ minutes: 1 }))
  await findDue(world.outside)
  await world.run()
  expect(reminders()).toEqual([])
  expect(await until(due)).toBe(1)
})
