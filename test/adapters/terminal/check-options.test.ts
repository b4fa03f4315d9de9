import { describe, expect, it } from 'vitest'
import { chosenSite, readCheckOptions, readOptions } from '../../../src/adapters/terminal/check-options.ts'
import { sites } from '../../../src/moodle/sites.ts'

const read = (...words: string[]) => readCheckOptions(words)

describe('the options of a check', () => {
  it('are those of contract/check.md when nothing is said', () => {
    const nothing = { site: null, config: null, reference: null, today: null, json: false, out: null }
    expect(read('liste.csv', '--lang', 'fr')).toEqual({ file: 'liste.csv', language: 'fr', ...nothing })
  })

  it('take all that is said, in any order, and standard input', () => {
    const words = ['--json', '--site', 'prelude', '-', '--out=there', '--today', '2026-02-28', '--reference', 'r.json']
    expect(read(...words)).toMatchObject({
      file: '-',
      json: true,
      out: 'there',
      reference: 'r.json',
      site: 'prelude',
    })
    expect(read(...words).today?.toString()).toBe('2026-02-28')
    expect(read('a.csv', '--config', 'enrol-check.yml').config).toBe('enrol-check.yml')
  })

  it.each([
    [[], 'Which file'],
    [['a.csv', 'b.csv'], 'b.csv is too many'],
    [['a.csv', '--today', '2026-02-30'], '--today is a day such as'],
    [['a.csv', '--today', '22/11/2026'], '--today is a day such as'],
    [['a.csv', '--lang', 'de'], '--lang is one of fr, en'],
    [['a.csv', '--verbose'], '--verbose'],
    [['a.csv', '--site'], '--site'],
  ])('refuse %j', (words, message) => {
    expect(() => read(...words)).toThrow(
      expect.objectContaining({ name: 'WrongCall', message: expect.stringContaining(message) as string }) as Error,
    )
  })
})

it('name a site among those there are, or take the first', () => {
  expect(chosenSite(sites, null)).toBe(sites[0])
  expect(chosenSite(sites, 'prelude')).toBe(sites[2])
  expect(() => chosenSite(sites, 'moodle')).toThrow('--site is one of ecampus, collegium, prelude, not “moodle”.')
})

it('of the other commands are a language and at most one word', () => {
  expect(readOptions(['role-unknown', '--lang', 'fr'], 1)).toEqual({ language: 'fr', word: 'role-unknown' })
  expect(readOptions([], 0).word).toBeNull()
  expect(() => readOptions(['a', 'b'], 1)).toThrow('b is too many')
  expect(() => readOptions(['--json'], 1)).toThrow('--json')
})
