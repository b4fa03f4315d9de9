// The page's own words are plain JavaScript, which no compiler holds to what the rest says.
import { describe, expect, it } from 'vitest'
import { marks } from '../../../src/adapters/local/marks.ts'

type Words = { readonly marks: Readonly<Record<string, string>> } & Readonly<Record<string, unknown>>

describe('the words of the page', async () => {
  const path = new URL('../../../src/adapters/local/page/words.js', import.meta.url).href
  const { words } = (await import(path)) as { words: Readonly<Record<'fr' | 'en', Words>> }

  it.each(['fr', 'en'] as const)('name every mark in %s, each by another name', (language) => {
    const names = Object.values(marks).map((mark) => words[language].marks[mark])
    expect(names).not.toContain(undefined)
    expect(new Set(names).size).toBe(names.length)
  })

  it('are the same in both languages, all the way down', () => {
    expect(shapeOf(words.en)).toEqual(shapeOf(words.fr))
  })

  it('have French blanks that do not break before double signs', () => {
    const said = [...textsOf(words.fr)]
    expect(said.length).toBeGreaterThan(40)
    expect(said.filter((text) => /(?<!\u202f)[:;?!]/.test(text))).toEqual([])
  })
})

/** Its keys, and what kind of thing each holds. */
function shapeOf(words: unknown): unknown {
  if (typeof words !== 'object' || words === null) return typeof words
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, shapeOf(value)]))
}

function* textsOf(words: unknown): Generator<string> {
  if (typeof words === 'string') yield words
  else if (typeof words === 'function') yield (words as (...given: readonly string[]) => string)('x', 'y')
  else if (typeof words === 'object' && words !== null) for (const value of Object.values(words)) yield* textsOf(value)
}
