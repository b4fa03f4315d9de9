// What a person does on the page, and what they can see of it.
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'

/** A window of one's own on the page; what its console complains of is added to `complaints`. */
export async function visit(
  browser: Browser,
  url: string,
  complaints: string[],
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })).newPage()
  // Shorter than the test's own limit, so that what was waited for is named.
  page.context().setDefaultTimeout(10_000)
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()))
  await page.goto(url)
  await page.locator('.person').first().waitFor()
  return page
}

/** Another tab, of another person. */
export async function look(page: Page, { person }: { person: string }): Promise<Page> {
  const other = await page.context().newPage()
  await other.goto(page.url())
  await other.locator(`.person:has([value="${person}"])`).click()
  return other
}

/** Posts a file in the channel and waits for the whole answer. */
export async function send(page: Page, name: string): Promise<void> {
  await page
    .locator('#channel input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from('a;b') })
  await page.locator('#channel').getByRole('button', { name: 'Envoyer' }).click()
  await page.getByRole('button', { name: 'Tout afficher' }).waitFor()
  await page.getByRole('img', { name: 'à revoir en partie' }).first().waitFor()
}

/** Drags a file in and drops it there. */
export async function drop(page: Page, name: string, text: string, zone: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content!], fileName!, { type: 'text/csv' }))
      return transfer
    },
    [name, text],
  )
  await page.dispatchEvent('body', 'dragenter', { dataTransfer })
  await page.dispatchEvent(zone, 'drop', { dataTransfer })
  await page.locator('#drop').waitFor({ state: 'hidden' })
}

export async function become(page: Page, name: string): Promise<void> {
  await page.getByTitle(name).click()
}

/** Posts of that author in the open thread. */
export function inThread(page: Page, author: string): Locator {
  return page.locator('#thread .post').filter({ has: page.locator('.author', { hasText: author }) })
}

/** Text of what has the focus. */
export async function focused(page: Page): Promise<string> {
  return await page.evaluate(() => document.activeElement?.textContent ?? '')
}

/** Presses that key until something with that text has the focus. */
export async function tabTo(page: Page, text: string, key: string): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    if ((await focused(page)) === text) return
    await page.keyboard.press(key)
  }
  throw new Error(`no way to ${text} by ${key}`)
}

/** Width of the widest thing one could scroll to. */
export async function widest(page: Page): Promise<number> {
  return await page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll('html, body, .pane, .scroll')].map((box) => {
        const { left } = box.getBoundingClientRect()
        return box.clientWidth === 0 ? 0 : left + box.scrollWidth
      }),
    ),
  )
}
