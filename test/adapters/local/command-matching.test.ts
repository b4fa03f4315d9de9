// The page's scripts are plain JavaScript; this one needs no page.
import { describe, expect, it } from 'vitest'
import type { Suggestion } from '../../../src/adapters/local/api-suggestions.ts'

type Matching = {
  readonly isCommand: (written: string) => boolean
  readonly matching: (written: string, commands: readonly Suggestion[]) => readonly Suggestion[]
  readonly isBegun: (written: string, first: Suggestion) => boolean
}

describe('the matching of a command that is being written', async () => {
  const path = new URL('../../../src/adapters/local/page/command-matching.js', import.meta.url).href
  const { isCommand, matching, isBegun } = (await import(path)) as Matching

  const commands: readonly Suggestion[] = [
    { name: 'check', argument: '[lien]', text: 'revérifier le dernier fichier' },
    { name: 'status', argument: '', text: 'où en est la demande' },
    { name: 'site', argument: '[nom]', text: 'le site des fichiers' },
    { name: 'template', argument: '[site]', text: 'un modèle à compléter' },
  ]
  const all = ['check', 'status', 'site', 'template']

  it.each([
    ['/', true],
    ['/enr', true],
    ['/enrol-check', true],
    ['/enrol-check ', true],
    ['/enrol-check st', true],
    ['/ENROL-CHECK st', true],
    ['/enrol-check site ', false],
    ['/enrol-check check http://a', false],
    ['/enrol-check\n', false],
    ['/enrol-check a;b\n1;2', false],
    ['Bonjour /enrol-check', false],
    ['', false],
  ])('looks at %j: %s', (written, looks) => {
    expect(isCommand(written)).toBe(looks)
  })

  it.each([
    ['/', all],
    ['/enrol', all],
    ['/enrol-check ', all],
    ['/Enrol-Check S', ['status', 'site']],
    ['/enrol-check modele', ['template']],
    ['/enrol-check MODÈ', ['template']],
    ['/enrol-check si', ['site']],
    ['/enrol-check site', []],
    ['/enrol-check chose', []],
    ['/other', []],
  ])('finds for %j: %j', (written, names) => {
    expect(matching(written, commands).map(({ name }) => name)).toEqual(names)
  })

  it.each([
    ['/', true],
    ['/enr', true],
    ['/enrol-check', false],
    ['/enrol-check ', false],
    ['/enrol-check che', true],
    ['/enrol-check check', false],
    ['/enrol-check reve', false],
  ])('takes %j for the beginning of the first: %s', (written, begun) => {
    expect(isBegun(written, commands[0]!)).toBe(begun)
  })
})
