// The real program and a real browser, from the drop to the corrected file.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from './browser.ts'

let browser: Browser
let program: ChildProcess
let folder: string
let url: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enrol-check-program-'))
  const settings = { HOST: '127.0.0.1', PORT: '0', DATA_DIR: folder, SITE: 'ecampus', DATABASE_URL: '' }
  const env = { ...process.env, ...settings, REFERENCE: 'docs/examples/site.json', LOG_LEVEL: 'silent' }
  program = spawn(process.execPath, ['src/main.ts'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  url = await addressOf(program)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  program.kill()
  if (program.exitCode === null) await once(program, 'exit')
  await rm(folder, { recursive: true })
})

it('answers the file of the README as the README shows it', async () => {
  const page = await post({ width: 1180, height: 1080 }, 'light')
  const reply = page.locator('#thread .post').nth(1)
  await reply.getByText('2 lignes sur 7 à revoir').waitFor()
  const text = await reply.innerText()
  for (const told of ['Compte inconnu', 'ligne 5', '21900998', 'Cours introuvable', 'ligne 8', 'M1 BIOLOGIE'])
    expect(text).toContain(told)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: /^Télécharger inscriptions\.corrige\.csv/ }).click()
  expect(await readFile(await (await download).path(), 'utf8')).toBe(corrected)
})

it('answers it on a phone, in the dark', async () => {
  const page = await post({ width: 390, height: 844 }, 'dark')
  await page.getByText('2 lignes sur 7 à revoir').last().waitFor()
  expect(await page.locator('#channel').isVisible()).toBe(false)
})

const corrected = `username;lastname;firstname;email;course1;role1;group1
21900010;Garçon;Anaïs;anais.garcon@etu.univ-exemple.example;M1-BIO-2025;student;TD1
21900011;Vasseur;Tom;tom.vasseur@etu.univ-exemple.example;M1-BIO-2025;student;TD1
durand-l;Durand;Luc;luc.durand@univ-exemple.example;M1-BIO-2025;editingteacher;
21900006;Hébert;Chloé;chloe.hebert@etu.univ-exemple.example;M1-BIO-2025;student;TD 3
`

/** Posts the example in a window of that size and opens its thread. */
async function post(viewport: { width: number; height: number }, colorScheme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce', locale: 'fr-FR' })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  await page.goto(url)
  await page.locator('#channel input[type=file]').setInputFiles('docs/examples/inscriptions.csv')
  await page.getByLabel('Votre demande').fill('Bonjour, voici la liste du M1, merci.')
  await page.locator('#channel').getByRole('button', { name: 'Envoyer' }).click()
  await page.locator('#channel, #thread').getByText('2 lignes sur 7 à revoir').first().waitFor()
  if (!(await page.locator('#thread').isVisible())) await page.locator('#channel').getByText('1 réponse').last().click()
  await page.locator('#thread').getByRole('button', { name: 'Tout afficher' }).waitFor()
  return page
}

/** Read from what the program says when it is ready. Rejects with what it said instead. */
async function addressOf({ stderr }: ChildProcess): Promise<string> {
  let said = ''
  for await (const piece of stderr!) {
    said += String(piece)
    const address = /open (http:\/\/\S+)/.exec(said)?.[1]
    if (address) return address
  }
  throw new Error(`The program did not start: ${said}`)
}
