// What people do in the life of a request, in a real browser: choose, change, delete, follow a link.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { activityChart } from '../../src/replies/activity-chart.ts'
import { type LocalServer, messageOf, startLocal } from '../adapters/local/local-server.ts'
import { launchBrowser } from './browser.ts'
import { contrastOf } from './contrast.ts'
import { threeLineBot, withSites } from './three-line-bot.ts'
import { become, focused, inThread, send, visit, widest } from './visitor.ts'

let browser: Browser
let server: LocalServer
let page: Page
let complaints: string[]

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

beforeEach(async () => {
  server = await startLocal()
  await server.chat.start(threeLineBot(server))
  complaints = []
})
afterEach(async () => {
  await page.context().close()
  await server.close()
  expect(complaints).toEqual([])
})

const channel = { channel: 'support', thread: null }

describe('a choice', () => {
  it('is sent when an option is taken, and keeps the focus while its post changes', async () => {
    await open()
    await server.chat.post(channel, 'k', withSites('ecampus'))
    const select = page.getByLabel('Site')
    await select.focus()
    await select.selectOption('collegium')
    await page.locator('.message').getByText('Pour collegium').waitFor()
    expect(await select.inputValue()).toBe('collegium')
    expect(await focused(page)).toContain('COLLEGIUM')
  })

  it('goes back to what holds when it is refused', async () => {
    await open()
    await server.chat.post(channel, 'k', withSites('ecampus'))
    await page.getByLabel('Site').selectOption('prelude')
    await page.locator('.private').getByText('Seule l’équipe choisit ce site').waitFor()
    expect(await page.getByLabel('Site').inputValue()).toBe('ecampus')
  })

  it('goes back and says why when it cannot be sent', async () => {
    await open()
    await server.chat.post(channel, 'k', withSites('ecampus'))
    await page.route('**/buttons/**', (route) => route.abort())
    await page.getByLabel('Site').selectOption('collegium')
    await page.getByText('Le serveur ne répond pas.').waitFor()
    expect(await page.getByLabel('Site').inputValue()).toBe('ecampus')
    expect(await page.getByLabel('Site').getAttribute('aria-busy')).toBeNull()
    complaints = []
  })

  it('is not sent by the arrows that walk through it, but by Enter', async () => {
    await open()
    await server.chat.post(channel, 'k', withSites('prelude'))
    const sent: string[] = []
    page.on('request', (request) => request.url().includes('/buttons/') && sent.push(request.postData() ?? ''))
    await page.getByLabel('Site').focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    expect(await page.getByLabel('Site').inputValue()).toBe('ecampus')
    await page.keyboard.press('Enter')
    await page.locator('.message').getByText('Pour ecampus').waitFor()
    expect(sent).toEqual([JSON.stringify({ author: 'requester', option: 'ecampus' })])
  })
})

describe('a post of one’s own', () => {
  it('is written again in place, without one of its files', async () => {
    await open()
    const [first, second] = ['une.csv', 'deux.csv'].map((name) => ({ name, mimeType: 'text/csv', buffer: bytes }))
    await page.locator('#channel input[type=file]').setInputFiles([first!, second!])
    await page.getByLabel('Votre demande').fill('Bonjour')
    await page.getByLabel('Votre demande').press('Enter')
    await inThread(page, 'enrol-check').getByText('3 lignes à revoir').waitFor()
    const mine = inThread(page, 'Marie Lefèvre')
    await mine.getByRole('button', { name: 'Modifier' }).click()
    await page.keyboard.type(', merci')
    await mine.getByRole('button', { name: 'Retirer une.csv' }).click()
    await page.keyboard.press('Enter')
    await mine.locator('.own').getByText('Bonjour, merci').waitFor()
    await mine.getByText(/^modifié à/).waitFor()
    expect(await mine.locator('.file').count()).toBe(1)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Modifier')
    expect(await server.posts.list({})).toMatchObject([{ text: 'Bonjour, merci', files: [{ name: 'deux.csv' }] }, {}])
  })

  it('keeps what is being typed while the bot marks it', async () => {
    await open()
    const post = await write('Bonjour')
    await page.getByRole('button', { name: 'Modifier' }).click()
    await page.keyboard.type(' à t')
    await page.keyboard.press('ArrowLeft')
    await server.chat.mark({ channel: 'support', post }, 'closed')
    await page.getByRole('img', { name: 'classé sans suite' }).waitFor()
    await page.keyboard.type('tou')
    expect(await page.getByLabel('Modifier').inputValue()).toBe('Bonjour à tout')
    await page.keyboard.press('Escape')
    await page.locator('.own').getByText('Bonjour', { exact: true }).waitFor()
  })

  it('is deleted once that is confirmed, and its thread can still be read', async () => {
    await open()
    await send(page, 'liste.csv')
    const mine = inThread(page, 'Marie Lefèvre')
    await mine.getByRole('button', { name: 'Supprimer' }).click()
    await mine.getByText('La demande sera retirée.').waitFor()
    expect(await focused(page)).toBe('Garder')
    await page.keyboard.press('Escape')
    expect(await page.locator('#thread').isVisible()).toBe(true)
    await mine.getByRole('button', { name: 'Supprimer' }).click()
    await mine.getByRole('group').getByRole('button', { name: 'Supprimer' }).click()
    await mine.getByText('Message supprimé').waitFor()
    await page.getByRole('heading', { name: 'Message supprimé' }).waitFor()
    await inThread(page, 'enrol-check').getByText('3 lignes à revoir').waitFor()
    expect(await mine.getByRole('button').count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
  })

  it('says so when it cannot be changed any more', async () => {
    await open()
    const post = await write('Bonjour')
    await page.getByRole('button', { name: 'Supprimer' }).click()
    await page.route(`**/api/posts/${post}`, (route) =>
      route.fulfill({ status: 410, json: { error: { code: 'file-forgotten', message: '' } } }),
    )
    await page.getByRole('group').getByRole('button', { name: 'Supprimer' }).click()
    await page.getByText('ce message ne se modifie plus').waitFor()
    complaints = complaints.filter((text) => !text.includes('410'))
  })

  it('offers this to nobody else', async () => {
    await open()
    await write('Bonjour')
    await page.getByRole('button', { name: 'Modifier' }).waitFor()
    await become(page, 'Emma Clarke')
    await page.getByRole('button', { name: 'Reply' }).waitFor()
    expect(await page.getByRole('button', { name: 'Edit' }).count()).toBe(0)
  })

  it('shows its buttons to the keyboard and to fingers, and to the mouse over it', async () => {
    await open()
    await write('Bonjour')
    const shown = () => page.locator('.own-actions').evaluate((box) => getComputedStyle(box).opacity)
    expect(await shown()).toBe('0')
    await page.locator('.own').hover()
    expect(await shown()).toBe('1')
    await page.mouse.move(0, 0)
    await page.getByRole('button', { name: 'Modifier' }).focus()
    expect(await shown()).toBe('1')
    await page.context().close()
    await open({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 700 } })
    await page.locator('.own').waitFor()
    expect(await shown()).toBe('1')
  })
})

describe('what the bot shows', () => {
  it('has its pictures in place, with words for those who do not see them, and nothing moves', async () => {
    await open()
    const day = { date: Temporal.PlainDate.from('2026-11-16'), files: 3 }
    const chart = activityChart(Array.from({ length: 14 }, () => day))
    await page.route('**/files/**', () => undefined)
    await server.chat.post(channel, 'k', messageOf('Le point du jour', { files: [chart] }))
    const picture = page.getByRole('img', { name: 'Image activity.png' })
    await picture.waitFor()
    const before = await picture.boundingBox()
    await page.unrouteAll()
    await page.reload()
    await picture.and(page.locator(':not([src=""])')).waitFor()
    await picture.evaluate((image: HTMLImageElement) => image.decode())
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(568)
    expect(await picture.boundingBox()).toEqual(before)
    expect(await page.locator('.file').count()).toBe(0)
  })

  it('shows no picture that somebody else posted', async () => {
    await open()
    const file = { name: 'photo.png', mimeType: 'image/png', buffer: bytes }
    await page.locator('#channel input[type=file]').setInputFiles(file)
    await page.getByLabel('Votre demande').press('Enter')
    await page
      .getByRole('link', { name: /^Télécharger photo\.png/ })
      .first()
      .waitFor()
    expect(await page.locator('.posts img').count()).toBe(0)
  })

  it('leads from a reminder to its thread, and its buttons work', async () => {
    await open()
    const { link } = await server.chat.post(channel, 'k', messageOf('Une demande'))
    const paragraphs = [
      {
        kind: 'text' as const,
        spans: ['Un rappel pour ', { name: '<b>Marie</b>' }, '. ', { link: link!, text: 'Le fil' }],
      },
    ]
    const buttons = [{ id: 'all', label: 'Me rappeler demain', style: 'default' as const }]
    await server.chat.post({ direct: 'requester' }, 'r', messageOf('', { paragraphs, buttons }))
    await page.getByRole('button', { name: 'Messages directs 1' }).click()
    await page.locator('.message').getByText('Un rappel pour <b>Marie</b>.').waitFor()
    await page.getByRole('button', { name: 'Me rappeler demain' }).click()
    await page.locator('.private').getByText('Rien que pour requester').waitFor()
    await page.getByRole('link', { name: 'Le fil' }).click()
    await inThread(page, 'enrol-check').getByText('Une demande').waitFor()
    expect(page.context().pages()).toHaveLength(1)
    await page.getByRole('button', { name: 'Canal d’assistance' }).and(page.locator('[aria-current]')).waitFor()
  })
})

describe('all of it', () => {
  it.each([360, 768, 1280])('fits in %i pixels', async (width) => {
    await open({ viewport: { width, height: 700 } })
    await server.chat.post(channel, 'k', {
      ...withSites('ecampus'),
      choices: [{ id: 'site', label: 'x'.repeat(30), options: [{ value: 'a', label: 'y'.repeat(80) }], chosen: 'a' }],
      files: [
        activityChart(Array.from({ length: 30 }, () => ({ date: Temporal.PlainDate.from('2026-11-16'), files: 1 }))),
      ],
    })
    await page.locator('.picture').waitFor()
    await write('Bonjour')
    await page.getByRole('button', { name: 'Supprimer' }).click()
    await page.getByLabel('Votre demande').fill('/')
    await page.getByRole('listbox').waitFor()
    expect(await widest(page)).toBeLessThanOrEqual(width)
    await page.getByLabel('Votre demande').fill('')
    await page.getByRole('button', { name: 'Garder' }).click()
    await page.getByRole('button', { name: 'Modifier' }).click()
    await page.getByLabel('Modifier').fill('x'.repeat(200))
    expect(await widest(page)).toBeLessThanOrEqual(width)
  })

  it.each(['light', 'dark'] as const)('can be read in %s', async (colorScheme) => {
    await open({ colorScheme, reducedMotion: 'reduce' })
    await server.chat.post(channel, 'k', withSites('ecampus'))
    await write('Bonjour')
    await page.getByRole('button', { name: 'Supprimer' }).click()
    await page.getByLabel('Votre demande').fill('/')
    await page.getByRole('listbox').waitFor()
    for (const selector of [
      '.choice span',
      '.choice select',
      '.deleting p',
      '.deleting .danger',
      '.suggested',
      '.suggested b',
      '.suggested-for',
    ])
      expect(await contrastOf(page, selector), selector).toBeGreaterThanOrEqual(4.5)
    await page.getByLabel('Votre demande').fill('')
    await page.getByRole('group').getByRole('button', { name: 'Supprimer' }).click()
    await page.getByText('Message supprimé').waitFor()
    expect(await contrastOf(page, '.gone')).toBeGreaterThanOrEqual(4.5)
  })
})

const bytes = Buffer.from('a;b')

/** Posts that text in the channel; its id. */
async function write(text: string): Promise<string> {
  await page.getByLabel('Votre demande').fill(text)
  await page.getByLabel('Votre demande').press('Enter')
  await page.locator('#channel .own').getByText(text).waitFor()
  return (await server.posts.list({})).at(-1)!.id
}

async function open(options: BrowserContextOptions = {}): Promise<void> {
  page = await visit(browser, server.url, complaints, options)
}
