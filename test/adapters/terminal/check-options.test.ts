import { describe, expect, it } from 'vitest'
import { readCheckOptions, readOptions } from '../../../src/adapters/terminal/check-options.ts'

const now = Temporal.Instant.from('2026-11-22T23:30:00Z')
const read = (...words: string[]) => readCheckOptions(words, now)

describe('the options of a check', () => {
  it('are those of contract/check.md when nothing is said', () => {
    const { site, today, ...options } = read('liste.csv', '--lang', 'fr')
    expect(options).toEqual({ file: 'liste.csv', reference: null, language: 'fr', json: false, out: null })
    expect(site.id).toBe('ecampus')
    expect(today.toString()).toBe('2026-11-23')
  })

  it('take all that is said, in any order, and standard input', () => {
    const words = ['--json', '--site', 'prelude', '-', '--out=there', '--today', '2026-02-28', '--reference', 'r.json']
    expect(read(...words)).toMatchObject({
      file: '-',
      json: true,
      out: 'there',
      reference: 'r.json',
      site: { id: 'prelude' },
    })
    expect(read(...words).today.toString()).toBe('2026-02-28')
  })

  it.each([
    [[], 'Which file'],
    [['a.csv', 'b.csv'], 'b.csv is too many'],
    [['a.csv', '--site', 'moodle'], '--site is one of ecampus, collegium, prelude'],
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

it('of the other commands are a language and at most one word', () => {
  expect(readOptions(['role-unknown', '--lang', 'fr'], 1)).toEqual({ language: 'fr', word: 'role-unknown' })
  expect(readOptions([], 0).word).toBeNull()
  expect(() => readOptions(['a', 'b'], 1)).toThrow('b is too many')
  expect(() => readOptions(['--json'], 1)).toThrow('--json')
})
