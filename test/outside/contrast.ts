// Whether colours on a page can be told apart, measured on what the browser computed.
import type { Page } from 'playwright-core'

type Colour = readonly number[]

/** Contrast of the first such element's text with what is behind it, from 1 to 21 (WCAG 2.2, 1.4.3). */
export async function contrastOf(page: Page, selector: string): Promise<number> {
  const [text, behind] = await Promise.all([colourOf(page, selector), backgroundOf(page, selector)])
  const [darker = 0, lighter = 0] = [luminance(text), luminance(behind)].sort((one, other) => one - other)
  return (lighter + 0.05) / (darker + 0.05)
}

/** Luminance of the page itself: 0 is black, 1 white. */
export async function lightOf(page: Page): Promise<number> {
  return luminance(await backgroundOf(page, '.scroll'))
}

async function colourOf(page: Page, selector: string): Promise<Colour> {
  const element = page.locator(selector).first()
  return numbers(await element.evaluate((box) => getComputedStyle(box).color))
}

/** The first colour behind it that is not see-through. */
async function backgroundOf(page: Page, selector: string): Promise<Colour> {
  const element = page.locator(selector).first()
  return numbers(
    await element.evaluate((start) => {
      for (let box: Element | null = start; box; box = box.parentElement) {
        const { backgroundColor } = getComputedStyle(box)
        if (backgroundColor.startsWith('rgb(')) return backgroundColor
      }
      return 'rgb(255, 255, 255)'
    }),
  )
}

function numbers(text: string): Colour {
  const found = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(text)
  if (!found) throw new Error(`not a plain colour: ${text}`)
  return found.slice(1).map(Number)
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
