import { expect, test } from 'vitest'
import { makeTextIndex } from '../../src/checking/text-index.ts'
import { hashOf } from '../../src/table/text-hash.ts'

const manyTexts = 300_000

function indexOf(texts: string[], expected = 10, seed = 1) {
  let asked = 0
  const textAt = (number: number): string => {
    asked++
    return texts[number]!
  }
  const index = makeTextIndex(textAt, expected, seed)
  texts.forEach((text, number) => {
    index.add(hashOf(text, seed), number)
  })
  return { index, asked: () => asked }
}

test('finds each text by the number of its first addition, whatever the case of ASCII letters', () => {
  const { index } = indexOf(['Ada', 'zoé', '', 'ADA'])
  expect(['ada', 'zoé', 'ZOé', '', 'ADA'].map((text) => index.find(text))).toEqual([0, 1, 1, 2, 0])
  expect(['ZOÉ', 'bob', 'ad'].map((text) => index.find(text))).toEqual([-1, -1, -1])
})

test('grows beyond what was expected', () => {
  const texts = Array.from({ length: 5_000 }, (_, i) => `u${i}@x.example`)
  const { index } = indexOf(texts)
  expect(texts.every((text, number) => index.find(text) === number)).toBe(true)
})

test('texts that differ are told apart by their hashes alone, nearly always', () => {
  const texts = Array.from({ length: 20_000 }, (_, i) => `${21_000_000 + i}`)
  const { index, asked } = indexOf(texts, texts.length)
  for (let i = 0; i < 20_000; i++) expect(index.find(`x${i}`)).toBe(-1)
  expect(asked()).toBeLessThan(10)
})

test('texts of one hash under one seed have several under another', () => {
  const twins = (seed: number): Set<string> => {
    const texts: string[] = []
    let asked = 0
    const textAt = (number: number): string => {
      asked++
      return texts[number]!
    }
    const index = makeTextIndex(textAt, manyTexts, seed)
    const found = new Set<string>()
    for (let i = 0; i < manyTexts; i++) {
      const text = `${i}@x.example`
      const before = asked
      index.find(text)
      if (asked > before) found.add(text)
      index.add(hashOf(text, seed), texts.push(text) - 1)
    }
    return found
  }
  const [some, others] = [twins(1), twins(2)]
  expect(some.size).toBeGreaterThan(0)
  expect([...some].filter((text) => others.has(text))).toEqual([])
})
