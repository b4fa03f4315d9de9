// What people really drop on the channel, through HTTP: each gets its answer, or its silence, and nothing is lost.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PostJson } from '../../src/adapters/local/post-json.ts'
import { csv, faulty, good } from '../fakes/world.ts'
import { type Bot, startBot } from './bot.ts'

let dataDir: string
let bot: Bot
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'enrol-check-bot-'))
  bot = await startBot(dataDir)
})
afterAll(async () => {
  await bot.end('SIGTERM')
  await rm(dataDir, { recursive: true })
})

const isDone = ({ text }: PostJson) => /^(✅|⚠️|⛔)/.test(text)
const answers = (count: number) => (said: readonly PostJson[]) => said.length === count && said.every(isDone)
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

it.each([
  ['an empty file', 'liste.csv', new Uint8Array(0), /^⛔.*est vide/],
  [
    'a binary file named .csv',
    'liste.csv',
    Uint8Array.from({ length: 9_000 }, (_, n) => (n * 7919) % 251),
    /^⛔.*pas un tableau/,
  ],
  ['a picture named .csv', 'liste.csv', png, /^⛔.*image/],
  ['60 MB', 'liste.csv', new Uint8Array(60_000_000).fill(0x61), /^⛔.*60 Mo.*limite/],
  ['a header only', 'liste.csv', csv('', 'username,firstname,lastname,email,course1,role1').bytes, /^⛔/],
  ['a name with folders in it', '../../etc/liste.csv', good().bytes, /^✅/],
])('answers %s', async (_, name, bytes, expected) => {
  const { id, files } = await bot.post({ files: [[name, bytes]] })
  const [reply] = await bot.until(id, answers(1))
  expect(reply!.text.replaceAll(/\s/g, ' ')).toMatch(expected)
  expect(files[0]!.size).toBe(bytes.length)
  expect(files[0]!.name).not.toContain('/')
})

it('answers both files of one post', async () => {
  const { id } = await bot.post({
    files: [
      ['un.csv', good().bytes],
      ['deux.csv', faulty(3).bytes],
    ],
  })
  const said = await bot.until(id, answers(2))
  expect(said.map(({ text }) => text[0]).toSorted()).toEqual(['✅', '⛔'].toSorted())
})

it('says that a file is the same as before, once', async () => {
  const { id } = await bot.post({ files: [['liste.csv', faulty(1).bytes]] })
  await bot.until(id, answers(1))
  await bot.post({ thread: id, files: [['liste.csv', faulty(1).bytes]] })
  const said = await bot.until(id, ({ length }) => length === 2)
  expect(said[1]!.text).toContain('même fichier')
})

it('leaves a screenshot and a PDF in silence, but for a request’s thread', async () => {
  const shot = await bot.post({
    files: [
      ['capture.png', png, 'image/png'],
      ['convocation.pdf', png, 'application/pdf'],
    ],
  })
  const { id } = await bot.post({ files: [['liste.csv', faulty(1).bytes]] })
  await bot.until(id, answers(1))
  await bot.post({ thread: id, files: [['capture.png', png, 'image/png']] })
  const said = await bot.until(id, ({ length }) => length === 2)
  expect(said[1]!.text).toContain('image')
  expect((await bot.posts()).filter(({ thread, bot: isBot }) => thread === shot.id && isBot)).toEqual([])
})

it('gives the corrected file, and the full report when its button is pressed', async () => {
  const { id } = await bot.post({ author: 'requester-en', files: [['list.csv', faulty(1).bytes]] })
  const [reply] = await bot.until(id, answers(1))
  expect(reply!.files.map(({ name }) => name)).toEqual([
    'list.corrected.csv',
    'list.rejected.csv',
    'list.annotated.xlsx',
  ])
  const corrected = await (await fetch(bot.url + reply!.files[0]!.url)).text()
  expect(corrected).toMatch(/^username,.*\n21900002/)
  await fetch(`${bot.url}/api/posts/${reply!.id}/buttons/all`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ author: 'requester-en' }),
  })
  const said = await bot.until(id, ({ length }) => length === 2)
  expect(said[1]!.files.map(({ name }) => name)).toEqual(['list.report.txt'])
})

it('has lost nothing, says that it is well, and wrote nothing of all this in its log', async () => {
  const health = (await (await fetch(`${bot.url}/healthz`)).json()) as object
  expect(health).toMatchObject({ ready: true, jobs: { queued: 0, dead: 0 } })
  const people = (await bot.posts()).filter((post) => !post.bot && post.reactions.length > 0)
  expect(people.length).toBeGreaterThan(8)
  expect(bot.log()).not.toMatch(/liste|Martin|21900001|chef1|requester/)
})
