// The page in a real browser, answered by a bot of three lines: what a person sees and does, not how it is made.
import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type LocalServer, messageOf, startLocal } from '../adapters/local/local-server.ts'
import { launchBrowser } from './browser.ts'
import { contrastOf, lightOf } from './contrast.ts'
import { report, threeLineBot } from './three-line-bot.ts'
import { become, drop, focused, inThread, look, send, tabTo, visit, widest } from './visitor.ts'

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

describe('the page', () => {
  it('says in an empty channel what to do, and offers a sample with faults', async () => {
    await open()
    await page.getByText('Déposez ici un fichier d’inscriptions Moodle.').waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Télécharger l’exemple' }).click()
    const sample = await readFile(await (await download).path())
    expect((await download).suggestedFilename()).toBe('exemple-inscriptions.csv')
    expect(new TextDecoder('windows-1252').decode(sample)).toContain('Cours 1;Rôle 1')
    await page.getByRole('button', { name: 'Essayer avec un exemple' }).click()
    await page.getByRole('button', { name: 'Envoyer' }).first().click()
    await inThread(page, 'enrol-check').getByText('exemple-inscriptions.csv').waitFor()
  })

  it('takes a file that is dropped, and shows the answer in the thread as it comes', async () => {
    await open()
    await drop(page, 'liste.csv', 'a;b', '.zone')
    await page.getByRole('button', { name: 'Retirer liste.csv' }).waitFor()
    await page.getByLabel('Votre demande').press('Enter')
    await inThread(page, 'enrol-check').getByText('3 lignes à revoir').waitFor()
    await inThread(page, 'enrol-check')
      .getByText(/^modifié à/)
      .waitFor()
    await page.getByRole('img', { name: 'à revoir en partie' }).first().waitFor()
    await page.getByRole('button', { name: '1 réponse' }).getByText('3 lignes à revoir').waitFor()
    expect(await page.locator('#news').textContent()).toContain('3 lignes à revoir')
  })

  it('takes a second file dropped over the thread into that thread', async () => {
    await open()
    await send(page, 'liste.csv')
    await drop(page, 'suite.csv', 'c;d', '.zone >> nth=1')
    await page.getByLabel('Répondre dans le fil').press('Enter')
    await inThread(page, 'Marie Lefèvre').getByText('suite').waitFor()
    expect((await server.posts.list({})).filter(({ thread }) => thread === null)).toHaveLength(1)
  })

  it('takes a file that is pasted', async () => {
    await open()
    await page.getByLabel('Votre demande').evaluate((box) => {
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File(['a;b'], 'collee.csv', { type: 'text/csv' }))
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    await page.getByText('collee.csv').waitFor()
    await page.getByRole('button', { name: 'Retirer collee.csv' }).click()
    await page.getByText('collee.csv').waitFor({ state: 'detached' })
    expect(await page.getByRole('button', { name: 'Envoyer' }).first().isDisabled()).toBe(true)
  })

  it('downloads a file of the bot as it is', async () => {
    await open()
    await send(page, 'liste.csv')
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: /^Télécharger liste\.corrige\.csv/ }).click()
    expect((await download).suggestedFilename()).toBe('liste.corrige.csv')
    expect(await readFile(await (await download).path(), 'utf8')).toBe('corrigé')
  })

  it('presses a button: what the bot says to one person stays theirs, the post changes for all', async () => {
    await open()
    await send(page, 'liste.csv')
    const other = await look(page, { person: 'staff' })
    await page.getByRole('button', { name: 'Tout afficher' }).click()
    const reply = page.locator('#thread .private')
    await reply.getByText('Visible par vous seul').waitFor()
    await reply.getByText('Rien que pour requester').waitFor()
    await page.getByRole('button', { name: 'Retirer', exact: true }).click()
    await inThread(page, 'enrol-check').getByText('Demande retirée').waitFor()
    await other.getByText('Demande retirée').first().waitFor()
    expect(await other.getByText('Rien que pour').count()).toBe(0)
    await reply.getByRole('button', { name: 'Effacer' }).click()
    await reply.waitFor({ state: 'detached' })
  })

  it('says so when a button has gone stale', async () => {
    await open()
    await send(page, 'liste.csv')
    await page.getByRole('button', { name: 'Tout afficher' }).waitFor()
    await page.route('**/buttons/**', (route) =>
      route.fulfill({ status: 404, json: { error: { code: 'unknown-button', message: '' } } }),
    )
    await page.getByRole('button', { name: 'Tout afficher' }).click()
    await page.getByText('Ce choix n’est plus valable').waitFor()
    complaints = complaints.filter((text) => !text.includes('404'))
  })

  it('sends a command on its own way, and only its author sees the answer', async () => {
    await open()
    await page.getByLabel('Votre demande').fill('/enrol-check help')
    await page.getByText('La réponse à une commande n’est vue que de vous.').waitFor()
    await page.getByLabel('Votre demande').press('Enter')
    await page.locator('.private').getByText('Aide : help').waitFor()
    await become(page, 'Sofia Benali')
    await page.locator('.private').waitFor({ state: 'detached' })
    expect(await server.posts.list({})).toEqual([])
  })

  it('speaks the language of whoever looks, and posts in their name', async () => {
    await open()
    await become(page, 'Emma Clarke')
    await page.getByText('Drop a Moodle enrolment file here.').waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.getByLabel('Your request').fill('Hello')
    await page.getByRole('button', { name: 'Send' }).first().click()
    await page.locator('#channel').getByText('Hello').waitFor()
    expect(await server.posts.list({})).toMatchObject([{ author: 'requester-en', text: 'Hello' }])
    await page.reload()
    await page.getByLabel('Your request').waitFor()
  })

  it('counts direct messages until they are read', async () => {
    await open()
    await server.chat.post({ direct: 'requester' }, 'r', messageOf('Un rappel'))
    await page.getByRole('button', { name: 'Messages directs 1' }).click()
    await page.locator('.message').getByText('Un rappel').waitFor()
    await page.getByRole('button', { name: 'Messages directs', exact: true }).waitFor()
    await become(page, 'Emma Clarke')
    await page.getByText('No direct messages.').waitFor()
  })

  it('shows what others wrote as text', async () => {
    await open()
    const evil = '<img src=x onerror="document.title=1"><b>x</b>'
    await page.getByLabel('Votre demande').fill(evil)
    await page.getByLabel('Votre demande').press('Enter')
    await page.locator('#channel').getByText(evil).waitFor()
    const paragraphs = [
      { kind: 'text' as const, spans: [{ code: evil }, { link: 'javascript:alert(1)', text: 'lien' }] },
    ]
    await server.chat.post({ channel: 'support', thread: null }, 'k', messageOf('', { paragraphs }))
    await page.locator('code').getByText(evil).waitFor()
    expect(await page.locator('.posts img, .posts a, .own b').count()).toBe(0)
    expect(await page.title()).toBe('enrol-check')
  })

  it('keeps what was written when it cannot be sent', async () => {
    await open()
    await page.route('**/api/posts', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    )
    await page.getByLabel('Votre demande').fill('Bonjour')
    await page.getByLabel('Votre demande').press('Enter')
    await page.getByText('Le serveur ne répond pas.').waitFor()
    expect(await page.getByLabel('Votre demande').inputValue()).toBe('Bonjour')
    complaints = complaints.filter((text) => !text.includes('ERR_FAILED'))
  })

  it('says when the connection is lost, and catches up by itself', async () => {
    await open()
    await page.getByText('Déposez ici').waitFor()
    const { posts, url } = server
    await server.close()
    await page.getByText('Connexion perdue').waitFor()
    server = await startLocal({ posts, port: Number(new URL(url).port) })
    await server.chat.post({ channel: 'support', thread: null }, 'k', messageOf('Pendant ce temps'))
    await page.getByText('Pendant ce temps').waitFor()
    await page.getByText('Connexion perdue').waitFor({ state: 'hidden' })
    complaints = []
  })

  it('works by keyboard alone', async () => {
    await open()
    await send(page, 'liste.csv')
    await page.getByLabel('Répondre dans le fil').press('Escape')
    await page.locator('#thread').waitFor({ state: 'hidden' })
    expect(await focused(page)).toContain('1 réponse')
    await page.keyboard.press('Enter')
    await page.locator('#thread').waitFor()
    await tabTo(page, 'Tout afficher', 'Shift+Tab')
    expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).toBe('solid')
    await page.keyboard.press('Enter')
    await page.locator('#thread .private').waitFor()
    await tabTo(page, 'Canal d’assistance', 'Shift+Tab')
    await page.getByRole('radio', { name: /^Marie Lefèvre/ }).focus()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('button', { name: 'Support channel' }).waitFor()
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('requester-en')
  })

  it('keeps the focus on a button while its post changes', async () => {
    await open()
    await send(page, 'liste.csv')
    await page.getByRole('button', { name: 'Tout afficher' }).focus()
    const first = (await server.posts.list({})).at(-1)!
    await server.chat.update({ channel: 'support', post: first.id }, report('encore une'))
    await inThread(page, 'enrol-check').getByText('encore une').waitFor()
    expect(await focused(page)).toBe('Tout afficher')
  })

  it.each([360, 768, 1280])('never scrolls sideways at %i pixels', async (width) => {
    await open({ viewport: { width, height: 700 } })
    const long = 'x'.repeat(200)
    await server.chat.post({ channel: 'support', thread: null }, 'k', {
      ...report(`« ${long} »`),
      paragraphs: [{ kind: 'item', spans: ['ligne 3 : ', { code: long }] }],
      files: [{ name: `${long}.csv`, type: 'text/csv', bytes: Buffer.from('x') }],
    })
    await page.getByRole('link', { name: /^Télécharger xxx/ }).waitFor()
    expect(await widest(page)).toBeLessThanOrEqual(width)
    await page.getByRole('button', { name: 'Répondre' }).click()
    await page.locator('#thread').waitFor()
    expect(await widest(page)).toBeLessThanOrEqual(width)
  })

  it('shows a thread over the whole screen of a phone, and goes back', async () => {
    await open({ viewport: { width: 360, height: 700 } })
    await page.getByLabel('Votre demande').fill('Bonjour')
    await page.getByLabel('Votre demande').press('Enter')
    await page.getByRole('button', { name: 'Répondre' }).click()
    await page.locator('#thread').waitFor()
    expect(await page.locator('#channel').isVisible()).toBe(false)
    await page.goBack()
    await page.locator('#channel').waitFor()
    expect(await page.locator('#thread').isVisible()).toBe(false)
  })

  describe('of a channel that is full, on a phone', () => {
    const top = () => page.locator('#channel .scroll').evaluate((box) => box.scrollTop)
    const last = () => page.locator('#channel .message').last().boundingBox()

    beforeEach(async () => {
      for (let each = 1; each <= 12; each++)
        await server.chat.post({ channel: 'support', thread: null }, `${each}`, messageOf(`Demande ${each}`))
      await open({ viewport: { width: 360, height: 500 } })
      await page.locator('.message').getByText('Demande 12').waitFor()
    })

    it('begins at its end, and stays there when the keyboard of the phone takes its room', async () => {
      expect((await last())?.y).toBeLessThan(400)
      await page.setViewportSize({ width: 360, height: 320 })
      await expect.poll(async () => (await last())?.y).toBeLessThan(220)
    })

    it('comes back from a thread to where one was', async () => {
      const opener = page.getByRole('button', { name: 'Répondre' }).nth(3)
      await opener.scrollIntoViewIfNeeded()
      const before = await top()
      expect(before).toBeGreaterThan(0)
      await opener.click()
      await page.getByRole('button', { name: 'Fermer le fil' }).click()
      await page.locator('#thread').waitFor({ state: 'hidden' })
      expect(await top()).toBe(before)
      expect(await focused(page)).toBe('Répondre')
    })
  })

  it('stays in the channel when the thread in its address is gone', async () => {
    await open({ viewport: { width: 360, height: 700 } })
    await page.evaluate(() => {
      location.hash = 'thread=gone'
    })
    await page.getByLabel('Votre demande').fill('Bonjour')
    expect(await page.locator('#thread').isVisible()).toBe(false)
  })

  it.each(['light', 'dark'] as const)('can be read in %s', async (colorScheme) => {
    await open({ colorScheme, reducedMotion: 'reduce' })
    await send(page, 'liste.csv')
    expect((await lightOf(page)) < 0.2).toBe(colorScheme === 'dark')
    for (const selector of [
      '.author',
      '.bot .author',
      '.message',
      '.edited',
      'time',
      '.verdict',
      '.button',
      '.hint',
      '.message code',
    ]) {
      expect(await contrastOf(page, selector), selector).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('does not move for those who asked for stillness', async () => {
    await open({ reducedMotion: 'reduce' })
    await send(page, 'liste.csv')
    await page.locator('.changed .said').first().waitFor()
    expect(
      await page
        .locator('.changed .said')
        .first()
        .evaluate((said) => getComputedStyle(said).animationName),
    ).toBe('none')
  })
})

async function open(options: BrowserContextOptions = {}): Promise<void> {
  page = await visit(browser, server.url, complaints, options)
}
