import { afterEach, beforeEach, expect, it } from 'vitest'
import { ruleNamed, rules } from '../../src/rules/index.ts'
import { textOf } from '../fakes/chat.ts'
import { makeWorld, type World } from '../fakes/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())

const rule = ruleNamed('username-uppercase')!
const ask = async (text: string, person = 'emma') => textOf(await world.chat.command(person, text, null))

it.each([
  ['', '/enrol-check template'],
  ['help', '/enrol-check template'],
  ['  HELP  ', '/enrol-check template'],
  ['template', 'template.csv'],
  ['rules', `${rules.length} rules`],
  [`rules ${rule.code}`, rule.en.title],
  [`RULES ${rule.code.toUpperCase()}`, rule.en.title],
  [`rules ${rule.code}x`, `is it ${rule.code}?`],
  ['tempalte', '/enrol-check template'],
  ['constructor', 'constructor'],
])('answers “%s”', async (text, expected) => {
  expect(await ask(text)).toContain(expected)
})

it('hands over the template as a file', async () => {
  const { files } = await world.chat.command('marie', 'modèle', null)
  expect(files.map(({ name }) => name)).toEqual(['modele.csv'])
})

it('speaks the language of the person, French when the chat does not know them', async () => {
  expect(await ask('help', 'marie')).toContain('Déposez')
  expect(await ask('help', 'a stranger')).toContain('Déposez')
  expect(await ask('help', 'emma')).not.toContain('Déposez')
})
