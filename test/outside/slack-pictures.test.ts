// The answer of the README's file in Slack, as its blocks draw it; the way to take its picture anew:
// PICTURES=1 npx vitest run --project outside test/outside/slack-pictures.test.ts
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { snapshotDirectory } from '../../src/adapters/directory/snapshot.ts'
import { type OpenStore, openStore } from '../../src/adapters/store/open.ts'
import { startBotIn } from '../adapters/slack/slack-bot.ts'
import { type SlackWorld, slackWorld } from '../adapters/slack/slack-world.ts'
import { people } from '../fakes/slack/townsfolk.ts'
import { runDue } from '../fakes/world.ts'
import { launchBrowser } from './browser.ts'
import { slackPage } from './slack-page.ts'

let world: SlackWorld
let store: OpenStore
let folder: string
let browser: Browser
beforeEach(async () => {
  world = await slackWorld()
  folder = await mkdtemp(join(tmpdir(), 'enrol-check-slack-'))
  store = await openStore({ databaseUrl: undefined, dataDir: folder })
  browser = await launchBrowser()
})
afterEach(async () => {
  await browser.close()
  await world.close()
  await store.close()
  await rm(folder, { recursive: true })
})

it('answers the file of the README in a narrow thread', async () => {
  const directory = snapshotDirectory(
    { ecampus: { snapshot: 'docs/examples/site.json', accounts: null, courses: null } },
    world.log,
  )
  const bot = await startBotIn(world, store, { directory })
  const bytes = await readFile('docs/examples/inscriptions.csv')
  const files = [{ name: 'inscriptions.csv', bytes }]
  await world.town.people.post({ author: people.french, text: 'Bonjour, voici la liste du M1, merci.', files })
  await runDue(bot.outside)
  await bot.stop()
  const page = await browser.newPage({ viewport: { width: 560, height: 400 }, deviceScaleFactor: 2 })
  const names = { [people.french]: 'Marie Lefèvre', [world.town.app.botPerson]: 'enrol-check' }
  await page.setContent(slackPage(world.town.seen(), names))
  const text = await page.innerText('main')
  for (const told of [
    '2 lignes sur 7 à revoir',
    'Compte inconnu',
    '21900998',
    'Cours introuvable',
    'inscriptions.corrige.csv',
  ])
    expect(text).toContain(told)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(560)
  if (process.env.PICTURES) await page.screenshot({ path: 'docs/pictures/slack-reply.png', fullPage: true })
})
