import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { faulty, good } from '../fakes/world.ts'
import { type Bot, startBot } from './bot.ts'

let dataDir: string
let bot: Bot | undefined
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'enrol-check-kill-'))
})
afterEach(async () => {
  await bot?.end('SIGKILL')
  await rm(dataDir, { recursive: true })
})

const isDone = (text: string) => /^(✅|⚠️|⛔)/.test(text)

describe.each([
  ['SQLite', () => Promise.resolve({})],
  ['PostgreSQL', async () => ({ DATABASE_URL: await newDatabase() })],
] as const)('a bot on %s', (_, newEnvironment) => {
  it('killed right after it took a file answers it once, after its restart', async () => {
    const environment = await newEnvironment()
    bot = await startBot(dataDir, environment)
    const { id } = await bot.post({ files: [['liste.csv', faulty(1).bytes]] })
    expect(await bot.end('SIGKILL')).toBe('SIGKILL')
    bot = await startBot(dataDir, environment)
    const [reply] = await bot.until(id, (said) => said.some(({ text }) => isDone(text)))
    const next = await bot.post({ thread: id, files: [['liste.csv', good().bytes]] })
    const said = await bot.until(id, ({ length }) => length === 2)
    expect(said.map((post) => post.id)).toContain(reply!.id)
    expect(said[1]!.text).toMatch(/1 problème réglé/)
    expect(next.thread).toBe(id)
  })

  it('killed while it answers many files answers each once', async () => {
    const environment = await newEnvironment()
    bot = await startBot(dataDir, environment)
    const ids: string[] = []
    for (let n = 0; n < 12; n++) ids.push((await bot.post({ files: [[`liste-${n}.csv`, faulty(n % 4).bytes]] })).id)
    await bot.end('SIGKILL')
    bot = await startBot(dataDir, environment)
    for (const id of ids) {
      const said = await bot.until(id, (posts) => posts.some(({ text }) => isDone(text)))
      expect(said).toHaveLength(1)
    }
    expect((await bot.posts()).filter((post) => post.bot)).toHaveLength(ids.length)
  })
})

describe.each(['SIGTERM', 'SIGINT'] as const)('a bot that gets %s', (signal) => {
  it('ends with code 0, having answered what it had begun, and leaves the file free', async () => {
    bot = await startBot(dataDir)
    const { id } = await bot.post({ files: [['liste.csv', good().bytes]] })
    const stream = await fetch(`${bot.url}/api/events`)
    expect(await bot.end(signal)).toBe(0)
    await stream.text()
    bot = await startBot(dataDir)
    await bot.until(id, (said) => said.length === 1 && isDone(said[0]!.text))
  })
})

it('refuses to start twice on the same folder, and with settings that make no sense', async () => {
  bot = await startBot(dataDir)
  await expect(startBot(dataDir)).rejects.toThrow(/did not start\.\n.*(another|already)/)
  await expect(startBot(dataDir, { REFERENCE: 'nowhere.json' })).rejects.toThrow('nowhere.json cannot be read')
  await expect(startBot(dataDir, { PORT: 'three' })).rejects.toThrow('PORT is “three”, expected a port')
})

async function newDatabase(): Promise<string> {
  const url = new URL(inject('postgresUrl'))
  const name = `kill_${randomUUID().replaceAll('-', '')}`
  const client = new Client({ connectionString: url.href })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  url.pathname = `/${name}`
  return url.href
}
