// The program as an administrator sets it up for Mattermost and as it then runs there, in processes of its own; the server
// is the fake that is held to the recordings.
import { spawn } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type MattermostServer, serveTown } from '../fakes/mattermost/server.ts'
import { type SupportTown, supportTown } from '../fakes/mattermost/support-town.ts'
import { faulty } from '../fakes/world.ts'
import { type Bot, startBot } from './bot.ts'

let town: SupportTown
let server: MattermostServer
let dataDir: string
let environment: Readonly<Record<string, string>>
let bot: Bot | undefined

beforeEach(async () => {
  town = supportTown()
  server = await serveTown(town)
  dataDir = await mkdtemp(join(tmpdir(), 'enrol-check-mattermost-'))
  const port = String(await freePort())
  environment = {
    PORT: port,
    DATA_DIR: dataDir,
    MATTERMOST_URL: server.url,
    MATTERMOST_TOKEN: town.bot.token,
    MATTERMOST_CHANNELS: 'cemu/inscriptions',
    MATTERMOST_CALLBACK_URL: `http://127.0.0.1:${port}`,
    MATTERMOST_STAFF: 'sofia',
  }
})
afterEach(async () => {
  await bot?.end('SIGKILL')
  await server.stop()
  await rm(dataDir, { recursive: true })
})

it('is set up, answers, is killed, and answers what came meanwhile, each file once', async () => {
  const setup = await run(['setup', 'mattermost'], { MATTERMOST_ADMIN_TOKEN: town.adminToken })
  expect(setup).toMatchObject({ code: 0, out: expect.stringContaining('/enrol-check is answered') as string })
  expect(setup.out).not.toContain(town.adminToken)
  expect((await stat(join(dataDir, 'mattermost.json'))).mode & 0o777).toBe(0o600)

  bot = await startBot(dataDir, environment)
  expect(await run(['doctor', 'mattermost'])).toMatchObject({ code: 0 })
  const posts = [post('un.csv'), post('deux.csv')]
  await bot.end('SIGKILL')
  posts.push(post('trois.csv'))
  bot = await startBot(dataDir, environment)
  posts.push(post('quatre.csv'))
  await expect.poll(() => posts.map(answers), { timeout: 40_000 }).toEqual(posts.map(() => ['⚠️']))

  const line = '/enrol-check status'
  await town.command({ person: town.people.marie, channel: town.channel, root: posts[0]!, line })
  expect(town.whispers(town.people.marie)).toHaveLength(1)
  expect(await bot.end('SIGTERM')).toBe(0)
  for (const secret of [town.bot.token, ...[...town.state.commands.values()].map(({ token }) => token), 'Lefèvre'])
    expect(bot.log()).not.toContain(secret)
})

it('does not start on a token that is refused, and says why', async () => {
  await expect(startBot(dataDir, { ...environment, MATTERMOST_TOKEN: 'x'.repeat(26) })).rejects.toThrow(
    'Mattermost refuses MATTERMOST_TOKEN',
  )
})

function post(name: string): string {
  const { bytes } = faulty(1)
  const { channel, people } = town
  return town.post({ author: people.marie, channel, files: [{ name, bytes }] }).id
}

/** The first sign of each answer in that thread. */
function answers(root: string): readonly string[] {
  const said = town.seen(town.channel).filter((seen) => seen.root === root && seen.author === town.bot.id)
  return said.map((seen) => seen.text.split(' ')[0]!)
}

async function run(words: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const env = { ...process.env, ...environment, ...more }
  const child = spawn(process.execPath, ['bin/enrol-check.js', ...words], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const code = new Promise<number | null>((resolve) => child.on('close', resolve))
  return { out: await text(child.stdout), code: await code }
}

async function freePort(): Promise<number> {
  const holder = createServer()
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve))
  const { port } = holder.address() as AddressInfo
  await new Promise((resolve) => holder.close(resolve))
  return port
}
