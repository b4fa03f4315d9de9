// The life of requests over three days as people see it on the page, with the whole application behind it; takes its
// pictures for the docs too: PICTURES=1 npx vitest run test/outside/three-days.test.ts
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from './browser.ts'
import { type Days, inParis, startDays } from './three-days.ts'
import { become, inThread, visit } from './visitor.ts'

const monday = '2026-11-23T09:40'
const tuesday = '2026-11-24T08:30'
const wednesday = '2026-11-25T10:00'

let browser: Browser
let days: Days
let complaints: string[]

beforeAll(async () => {
  browser = await launchBrowser()
  days = await startDays(monday, ['21900031', '21900032'])
  complaints = []
})
afterAll(async () => {
  await browser.close()
  await days.close()
  expect(complaints).toEqual([])
})

it('on Monday one request waits for its accounts, one is to be corrected and one is done', async () => {
  const page = await open(monday)
  await post(page, 'tutorat.csv', 'Les tuteurs du M1.', ['21900010;Garçon;Anaïs;anais.garcon@etu.univ-exemple.example'])
  await become(page, 'Sofia Benali')
  await page.locator('#thread').getByRole('button', { name: 'Fait' }).click()
  await page.locator('#thread').getByRole('img', { name: 'terminé' }).first().waitFor()
  await become(page, 'Marie Lefèvre')
  await post(page, 'inscriptions.csv', 'Bonjour, voici la liste du M1, merci.', [
    '21900011;Vasseur;Tom;tom.vasseur@etu.univ-exemple.example',
    '21900999;Roussel;Nina;nina.roussel@etu.univ-exemple.example',
  ])
  await post(page, 'nouveaux.csv', 'Deux étudiants sont arrivés ce matin.', [
    '21900031;Leroy;Jules;jules.leroy@etu.univ-exemple.example',
    '21900032;Diallo;Awa;awa.diallo@etu.univ-exemple.example',
  ])
  await page.locator('#thread').getByRole('img', { name: 'en attente' }).first().waitFor()
  await take(page, 'waiting.png')
})

it('on Tuesday what waited is ready, and the digest of the day says where all stand', async () => {
  await days.until('2026-11-24T08:00')
  await days.until(tuesday)
  const page = await open(tuesday)
  await page.locator('#channel').getByRole('img', { name: 'Image activity.png' }).waitFor()
  await page.locator('#channel').getByRole('img', { name: 'prêt' }).first().waitFor()
  await take(page, 'digest.png')
})

it('on Wednesday a reminder comes in person, and leads to the thread', async () => {
  await days.until(wednesday)
  const page = await open(wednesday)
  await page.getByRole('button', { name: 'Messages directs 1' }).click()
  await page.getByText('inscriptions.csv').last().waitFor()
  await take(page, 'reminder.png')
  await page.locator('#channel').getByRole('link').click()
  await inThread(page, 'Marie Lefèvre').getByText('Bonjour, voici la liste du M1').waitFor()
})

it('a request whose post is deleted is withdrawn', async () => {
  const page = await open(wednesday)
  const first = page.locator('#channel .post').filter({ hasText: 'voici la liste du M1' }).first()
  await first.getByRole('button', { name: 'Supprimer' }).click()
  await first.getByRole('group').getByRole('button', { name: 'Supprimer' }).click()
  await page.getByText('Message supprimé').first().waitFor()
  await page.getByRole('img', { name: 'classé sans suite' }).first().waitFor()
})

/** Marie's page at that hour. */
async function open(time: string, options: BrowserContextOptions = {}): Promise<Page> {
  const given = { viewport: { width: 1180, height: 900 }, timezoneId: 'Europe/Paris', ...options }
  const page = await visit(browser, days.url, complaints, { reducedMotion: 'reduce', locale: 'fr-FR', ...given })
  await page.clock.setFixedTime(new Date(inParis(time).epochMilliseconds))
  await page.reload()
  return page
}

/** Posts a list for the course of the README, one row per person, and waits for the answer. */
async function post(page: Page, name: string, text: string, people: readonly string[]): Promise<void> {
  const rows = ['username;lastname;firstname;email;course1;role1', ...people.map((row) => `${row};M1-BIO-2025;student`)]
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(`${rows.join('\n')}\n`) }
  await page.locator('#channel input[type=file]').setInputFiles(file)
  await page.getByLabel('Votre demande').fill(text)
  await page.getByLabel('Votre demande').press('Enter')
  await inThread(page, 'enrol-check').getByText(name).first().waitFor()
  await inThread(page, 'enrol-check').getByRole('button', { name: 'Tout afficher' }).waitFor()
}

async function take(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES) await page.screenshot({ path: `docs/pictures/${name}` })
}
