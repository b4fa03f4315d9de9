// One request over three days, as its thread reads: a page for whoever wants to see the bot live without waiting.
import { expect, it } from 'vitest'
import { findDue } from '../../src/app/find-due.ts'
import { sites } from '../../src/moodle/sites.ts'
import { textOf } from '../fakes/chat.ts'
import { fakeDirectory } from '../fakes/directory.ts'
import { csv, makeWorld } from '../fakes/world.ts'

const header = 'username,firstname,lastname,email,course1,role1'
const row = (username: string, role = 'student') =>
  `${username},Camille,Martin,c.martin.${username}@etu.univ.example,M1-BIO-2025,${role}`

it('goes from Monday to Wednesday', async () => {
  const directory = fakeDirectory(Temporal.Instant.from('2026-11-22T21:00:00Z'))
  directory.tell('ecampus', ['21900001', '21900002', '21900004'])
  const world = await makeWorld({ sites, directory })
  const page: string[] = []
  const seen = new Map<string, string>()

  /** What is new, or was edited, in the thread and in direct messages. */
  function tell(): void {
    for (const { id, text, thread, direct, message } of world.chat.said()) {
      if (seen.get(id) === text) continue
      const where = thread === null ? 'in the channel' : 'in the thread'
      const how = direct !== null ? 'in person' : seen.has(id) ? 'edits its reply' : where
      const files = (message?.files ?? []).map(({ name }) => `📎 ${name}`)
      const buttons = (message?.buttons ?? []).map(({ label }) => `[${label}]`).join(' ')
      const lines = [...text.split('\n'), ...files, buttons].filter((line) => line !== '')
      page.push(`**enrol-check**, ${how}:`, lines.map((line) => `> ${line}`).join('\n>\n'))
      seen.set(id, text)
    }
  }
  async function at(time: string, act?: () => Promise<unknown>, told?: string): Promise<void> {
    world.clock.set(Temporal.Instant.from(`2026-11-${time}Z`))
    const local = world.clock.now().toZonedDateTimeISO('Europe/Paris')
    const before = page.length
    if (told !== undefined) page.push(told)
    await act?.()
    await findDue(world.outside)
    await world.run()
    tell()
    const day = local.toLocaleString('en', { weekday: 'long', hour: 'numeric', minute: '2-digit', hour12: false })
    if (page.length > before) page.splice(before, 0, `## ${day.replace(' at', ',')}`)
  }
  const reply = () => ({ channel: 'support', post: world.chat.said()[0]!.id })

  const file = csv('td.csv', header, row('21900001'), row('21900002', 'chef'), row('21900003'), row('21900004'))
  await at('23T08:10:00', () => world.chat.say({ files: [file] }), '**Marie** posts `td.csv`, four rows.')
  await at(
    '23T08:30:00',
    () => world.chat.press(reply(), 'done', 'sofia'),
    '**Sofia**, of the team, uploads `td.corrige.csv` and presses [Partie faite].',
  )
  const mended = csv('td.a-revoir.csv', `${header},problem`, `${row('21900002')},`, `${row('21900003')},`)
  await at(
    '23T10:00:00',
    () => world.chat.say({ thread: 'p1', files: [mended] }),
    '**Marie** mends the role in `td.a-revoir.csv` and posts it in the thread.',
  )
  await at('24T07:00:00')
  directory.tell('ecampus', ['21900001', '21900002', '21900003', '21900004'])
  await at('25T07:00:00')
  await at(
    '25T08:20:00',
    () => world.chat.press(reply(), 'done', 'sofia'),
    '**Sofia** uploads the rest and presses [Fait].',
  )
  const note = await world.chat.press(reply(), 'withdraw', 'marie')
  page.push('**Marie** presses a button that is gone by now; only she reads:', `> ${textOf(note!)}`)
  await world.close()
  await expect(`# Three days of a request\n\n${page.join('\n\n')}\n`).toMatchFileSnapshot(
    '../golden/life/three-days.fr.md',
  )
})
