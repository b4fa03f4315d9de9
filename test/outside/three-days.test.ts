// The life of requests over three days as people see it on the page, with the whole application behind it; also the way
// to take the pictures of the docs anew: PICTURES=1 npx vitest run test/outside/three-days.test.ts (signs such as ✅ are
// in colour once a font for them, such as Noto Color Emoji, lies in node_modules/.cache/chromium/fonts).
import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { PostJson } from '../../src/adapters/local/post-json.ts'
import { launchBrowser } from './browser.ts'
import { type Days, inParis, startDays } from './three-days.ts'
import { become, inThread, visit } from './visitor.ts'

const usual = { width: 1180, height: 900 }
const monday = '2026-11-23T09:40'
const tuesday = '2026-11-24T08:30'
const wednesday = '2026-11-25T14:00'

let browser: Browser
let days: Days
let complaints: string[]

beforeAll(async () => {
  browser = await launchBrowser()
  days = await startDays('2026-11-17T09:00', { '21900031': monday, '21900032': monday })
  for (const [day, count] of [
    [17, 2],
    [18, 3],
    [19, 1],
    [20, 4],
  ] as const) {
    await days.until(`2026-11-${day}T10:00`)
    for (const name of names.slice(0, count)) await handOver(days.url, name)
  }
  await days.until(monday)
  complaints = []
})
afterAll(async () => {
  await browser.close()
  await days.close()
  expect(complaints).toEqual([])
})

it('on Monday one request waits for its accounts, one is to be corrected and one is done', async () => {
  const page = await open(monday)
  await post(page, 'tutorat.csv', 'Les tuteurs du M1.', tutors)
  await become(page, 'Sofia Benali')
  await page.locator('#thread').getByRole('button', { name: 'Fait' }).click()
  await page.locator('#thread').getByRole('img', { name: 'terminé' }).first().waitFor()
  await become(page, 'Marie Lefèvre')
  await post(
    page,
    'inscriptions.csv',
    'Bonjour, voici la liste du M1, merci.',
    await readFile('docs/examples/inscriptions.csv'),
  )
  await inThread(page, 'enrol-check').getByText('2 lignes sur 7 à revoir').waitFor()
  await take(page, 'page.png', { width: 1180, height: 1270 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await take(page, 'phone.png', { width: 390, height: 844 })
  await page.emulateMedia({ colorScheme: 'light' })
  await post(
    page,
    'nouveaux.csv',
    'Deux étudiants sont arrivés ce matin.',
    listOf(
      '21900031;Leroy;Jules;21900031@etu.univ-exemple.example',
      '21900032;Diallo;Awa;21900032@etu.univ-exemple.example',
    ),
  )
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
  await days.until('2026-11-25T08:00')
  const page = await open(wednesday)
  await page.getByText('Rien de nouveau pour la demande du lundi').first().waitFor()
  await days.until(wednesday)
  await page.getByRole('button', { name: 'Messages directs 1' }).click()
  await page.getByText('inscriptions.csv').last().waitFor()
  await take(page, 'reminder.png', { width: 390, height: 560 })
  await page.locator('#channel').getByRole('link').click()
  await inThread(page, 'Marie Lefèvre').getByText('Bonjour, voici la liste du M1').waitFor()
})

it('commands answer their author alone: lines that are pasted, where a request stands, the digest', async () => {
  const page = await open(wednesday)
  const box = page.getByLabel('Votre demande')
  await box.fill('/enrol-check')
  await box.press('Shift+Enter')
  await page.keyboard.insertText(
    'username;lastname;firstname;email;course1;role1\n21900998;Roussel;Nina;;M1-BIO-2025;chef',
  )
  await box.press('Enter')
  await page.locator('.private').getByText('Rôle inconnu').waitFor()
  await become(page, 'Sofia Benali')
  await box.fill('/enrol-check di')
  await box.press('Enter')
  await box.press('Enter')
  await page.locator('.private').getByRole('img', { name: 'Image activity.png' }).waitFor()
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
  const given = { viewport: usual, timezoneId: 'Europe/Paris', ...options }
  const page = await visit(browser, days.url, complaints, { reducedMotion: 'reduce', locale: 'fr-FR', ...given })
  await page.clock.setFixedTime(new Date(inParis(time).epochMilliseconds))
  await page.reload()
  return page
}

/** One row per person, for the course of the README. */
function listOf(...people: readonly string[]): Buffer {
  const rows = ['username;lastname;firstname;email;course1;role1', ...people.map((row) => `${row};M1-BIO-2025;student`)]
  return Buffer.from(`${rows.join('\n')}\n`)
}

const names = ['seminar.csv', 'exchange-students.csv', 'tutors.csv', 'group-4.csv']
const tutors = listOf('21900010;Garçon;Anaïs;anais.garcon@etu.univ-exemple.example')

/** A request that is done as soon as it is answered. */
async function handOver(url: string, name: string): Promise<void> {
  const body = new FormData()
  body.set('author', 'requester-en')
  body.append('file', new File([new Uint8Array(tutors)], name))
  const { post: asked } = (await (await fetch(`${url}/api/posts`, { method: 'POST', body })).json()) as {
    post: PostJson
  }
  await vi.waitFor(
    async () => {
      const { posts } = (await (await fetch(`${url}/api/posts?thread=${asked.id}`)).json()) as { posts: PostJson[] }
      const reply = posts.find(({ buttons }) => buttons.some(({ id }) => id === 'done'))
      const headers = { 'content-type': 'application/json' }
      const pressed = { method: 'POST', headers, body: JSON.stringify({ author: 'staff' }) }
      expect((await fetch(`${url}/api/posts/${reply?.id}/buttons/done`, pressed)).status).toBe(200)
    },
    { timeout: 10_000 },
  )
}

/** Posts a file in the channel and waits for the answer in its thread. */
async function post(page: Page, name: string, text: string, buffer: Buffer): Promise<void> {
  const file = { name, mimeType: 'text/csv', buffer }
  await page.locator('#channel input[type=file]').setInputFiles(file)
  await page.getByLabel('Votre demande').fill(text)
  await page.getByLabel('Votre demande').press('Enter')
  await page.getByRole('heading', { name: text }).waitFor()
  await inThread(page, 'enrol-check').getByRole('button', { name: 'Tout afficher' }).waitFor()
}

/** In a window of that size, from the beginning of the thread. */
async function take(page: Page, name: string, size = usual): Promise<void> {
  if (!process.env.PICTURES) return
  await page.setViewportSize(size)
  await page.locator('#thread .scroll').evaluate((box) => box.scrollTo(0, 0))
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await page.screenshot({ path: `docs/pictures/${name}` })
  await page.setViewportSize(usual)
}
