// Rules of tone that hold for everything the bot says: read in the source, so that no sentence escapes.
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { languages } from '../../src/moodle/language.ts'
import { localeOf } from '../../src/replies/locales/index.ts'
import { rules } from '../../src/rules/index.ts'

/** Everything quoted in the files of a language, template expressions left out. */
function sentences(language: string): readonly string[] {
  const files = globSync(`src/replies/locales/${language}{,-*}.ts`)
  const source = files.map((file) => readFileSync(file, 'utf8')).join('\n')
  const code = source.replace(/^\s*\/\/.*$/gm, '').replace(/\$\{[^{}]*\}/g, '…')
  return [...code.matchAll(/'([^'\n]*)'|`([^`]*)`/g)].map(([, quoted, template]) => quoted ?? template ?? '')
}

const ofRules = rules.flatMap(({ fr, en }) =>
  [fr, en].flatMap(({ title, todo }) => [title, ...(typeof todo === 'string' ? [todo] : [])]),
)

describe.each(languages)('in %s', (language) => {
  test('the sentences are found', () => {
    expect(sentences(language).length).toBeGreaterThan(100)
  })

  test('no exclamation mark, no "veuillez", no apology, no blame', () => {
    const rude =
      /!|veuillez|désolé|sorry|oops|pardon|excus|please|vous avez oublié|you forgot|invalid|erreur|\berror\b/i
    const said = [...sentences(language).filter((text) => text !== 'error'), ...ofRules]
    expect(said.filter((text) => rude.test(text))).toEqual([])
  })

  test('no jargon outside the line for the support team', () => {
    expect(sentences(language).filter((text) => /shortname|parse|RFC|BOM|UTF|regex|string/i.test(text))).toEqual([])
  })

  test('plurals follow the language', () => {
    const { rows } = localeOf(language)
    const expected = { fr: ['0 ligne', '1 ligne', '2 lignes'], en: ['0 rows', '1 row', '2 rows'] }
    expect([0, 1, 2].map(rows)).toEqual(expected[language])
  })

  test('large numbers are grouped', () => {
    expect(localeOf(language).number(12_345)).toBe({ fr: '12\u202F345', en: '12,345' }[language])
  })
})
