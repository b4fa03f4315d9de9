// A process that is killed with -9 at the worst moments: whoever comes after it answers, and nobody is answered twice.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type SlackTown, slackTown } from '../fakes/slack/town.ts'
import { people } from '../fakes/slack/townsfolk.ts'
import { faulty } from '../fakes/world.ts'

let town: SlackTown
let folder: string
let bot: ChildProcess
beforeEach(async () => {
  town = await slackTown()
  folder = await mkdtemp(join(tmpdir(), 'enrol-check-slack-'))
})
afterEach(async () => {
  await kill()
  await town.close()
  await rm(folder, { recursive: true })
})

it.each(['chat.postMessage', 'chat.update', 'files.completeUploadExternal', 'reactions.add', 'users.info'])(
  'answers once although it was killed as soon as Slack had done what %s asks',
  async (method) => {
    await start()
    const killed = when(town.calls, (call) => call.method === method).then(kill)
    const { name, bytes } = faulty(2)
    void town.people.post({ author: people.french, files: [{ name, bytes }] })
    await killed
    await start()
    const [delivery] = town.deliveries.all
    void town.deliveries.repeat(delivery!)
    void town.deliveries.repeat(delivery!)
    await when(town.calls, ({ args }) => args.name === 'warning')
    const said = town.seen().filter(({ author }) => author === town.app.botPerson)
    expect(said.filter(({ metadata }) => metadata !== null).map(({ text }) => text)).toEqual([
      expect.stringMatching(/2 lignes sur 3 à revoir/),
    ])
    const files = said.flatMap((post) => post.files.map((file) => file.name))
    expect(files.length).toBeGreaterThan(0)
    expect(new Set(files).size).toBe(files.length)
    expect(town.breaches).toEqual([])
  },
)

async function start(): Promise<void> {
  const script = fileURLToPath(new URL('./slack-process.ts', import.meta.url))
  bot = spawn(process.execPath, [script, town.apiUrl, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(bot.stdout!, 'data')
}

async function kill(): Promise<void> {
  if (bot.exitCode !== null || bot.signalCode !== null) return
  bot.kill('SIGKILL')
  await once(bot, 'exit')
}

/** Settles at once when something like it is put into the list. */
function when<T>(list: T[], isIt: (added: T) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const { push } = list
    list.push = (...added) => {
      if (added.some(isIt)) resolve()
      return push.apply(list, added)
    }
  })
}
