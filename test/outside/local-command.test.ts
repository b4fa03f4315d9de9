// Commands as they are written on the page, in a real browser: what is suggested, taken and sent.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type LocalServer, startLocal } from '../adapters/local/local-server.ts'
import { launchBrowser } from './browser.ts'
import { threeLineBot } from './three-line-bot.ts'
import { become, send, visit } from './visitor.ts'

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

describe('a command', () => {
  it('is suggested from its first sign, chosen with the arrows, taken with Enter and sent with another', async () => {
    await open()
    const box = page.getByLabel('Votre demande')
    await box.fill('/')
    const list = page.getByRole('listbox', { name: 'Commandes' })
    await list.getByRole('option', { name: /^\/enrol-check status.*où en est la demande/ }).waitFor()
    expect(await list.getByRole('option').count()).toBe(10)
    await box.press('ArrowDown')
    const active = await box.getAttribute('aria-activedescendant')
    expect(await page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true')
    await box.press('Enter')
    expect(await box.inputValue()).toBe('/enrol-check status')
    await list.waitFor({ state: 'hidden' })
    expect(await box.getAttribute('role')).toBeNull()
    await box.press('Enter')
    await page.locator('.private').getByText('Aide : status').waitFor()
  })

  it.each([
    ['/enrol-check', '/enrol-check'],
    ['/enrol-check ', '/enrol-check '],
    ['/enrol-check aide', '/enrol-check aide'],
    ['/enrol-check help', '/enrol-check help'],
    ['/enrol-check check http://localhost/#thread=1', '/enrol-check check http://localhost/#thread=1'],
  ])('that is whole is sent as it is: %j', async (written) => {
    await open()
    const box = page.getByLabel('Votre demande')
    await box.fill(written)
    await box.press('Enter')
    await page
      .locator('.private')
      .getByText(`Aide : ${written.slice('/enrol-check'.length).trim()}`)
      .waitFor()
  })

  it('keeps the lines that are written or pasted after it', async () => {
    await open()
    const box = page.getByLabel('Votre demande')
    await box.fill('/enrol-check')
    await box.press('Shift+Enter')
    const isLeftToTheBrowser = await box.evaluate((target) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', 'username;email\nx;y')
      clipboardData.items.add(new File(['picture of the cells'], 'image.png', { type: 'image/png' }))
      return target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    expect(isLeftToTheBrowser).toBe(true)
    await page.keyboard.insertText('username;email\nx;y')
    expect(await page.locator('.chips li').count()).toBe(0)
    await box.press('Enter')
    await page.locator('.private').getByText('Aide : username;email').waitFor()
    expect(await page.locator('.private').textContent()).toContain('username;email\nx;y')
  })

  it('is found by the words of its line, without being taken for another', async () => {
    await open()
    const box = page.getByLabel('Votre demande')
    await box.fill('/enrol-check modele')
    await page.getByRole('option', { name: /template/ }).waitFor()
    await box.press('Enter')
    await page.locator('.private').getByText('Aide : modele').waitFor()
  })

  it('finds a thread by the link that was copied over it', async () => {
    await open()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await send(page, 'liste.csv')
    const [first] = await server.posts.list({})
    await page.getByRole('button', { name: 'Copier le lien du fil' }).click()
    await page.locator('#news').getByText('Lien copié').waitFor({ state: 'attached' })
    const box = page.getByLabel('Votre demande')
    await box.fill('/enrol-check check ')
    await box.press('ControlOrMeta+v')
    expect(await box.inputValue()).toBe(`/enrol-check check ${server.url}/#thread=${first!.id}`)
    await box.press('Enter')
    await page.locator('.private').getByText(`#thread=${first!.id}`).waitFor()
  })

  it('is taken by a click, and Escape closes the list but not the thread', async () => {
    await open()
    await send(page, 'liste.csv')
    const box = page.getByLabel('Répondre dans le fil')
    await box.fill('/enrol-check r')
    await page.getByRole('option', { name: /remind/ }).click()
    expect(await box.inputValue()).toBe('/enrol-check remind ')
    await box.fill('/enrol-check r')
    await page.getByRole('listbox').waitFor()
    await box.press('Escape')
    await page.getByRole('listbox').waitFor({ state: 'hidden' })
    expect(await page.locator('#thread').isVisible()).toBe(true)
  })

  it('is offered in the language of whoever writes, and those of the team to the team', async () => {
    await open()
    await become(page, 'Sofia Benali')
    await page.getByLabel('Votre demande').fill('/enrol-check d')
    await page.getByRole('option', { name: /digest.*le point du jour/ }).waitFor()
    await become(page, 'Emma Clarke')
    await page.getByLabel('Your request').fill('/enrol-check d')
    await page
      .getByRole('option', { name: /withdraw|status/ })
      .first()
      .waitFor({ state: 'hidden' })
    await page.getByLabel('Your request').fill('/enrol-check s')
    await page.getByRole('option', { name: /status.*where the request/ }).waitFor()
  })
})

async function open(): Promise<void> {
  page = await visit(browser, server.url, complaints)
}
