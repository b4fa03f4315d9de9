import { expect, test } from 'vitest'
import { sites } from '../../src/moodle/sites.ts'
import {
  commandNamed,
  languageCalled,
  siteCalled,
  suggestedCommand,
  suggestedSite,
} from '../../src/replies/command-words.ts'

test.each([
  ['', 'check'],
  ['help', 'help'],
  ['AIDE', 'help'],
  ['modèle', 'template'],
  ['règles', 'rules'],
  ['reglez', null],
  ['check', 'check'],
  ['Vérifier', 'check'],
  ['état', 'status'],
  ['en-cours', 'pending'],
  ['Retirer', 'withdraw'],
  ['terminée', 'done'],
  ['rappel', 'remind'],
  ['langue', 'language'],
  ['résumé', 'digest'],
] as const)('%j is the command %s', (word, expected) => {
  expect(commandNamed(word)).toBe(expected)
})

test.each([
  ['templat', 'template'],
  ['modles', 'template'],
  ['hlep', 'help'],
  ['statu', 'status'],
  ['rappele', 'remind'],
  ['langage', 'language'],
  ['bonjour', null],
  ['date', null],
  ['hello', null],
  ['xyz', null],
] as const)('%s was probably meant as %s', (word, expected) => {
  expect(suggestedCommand(word)).toBe(expected)
})

test.each([
  ['ecampus', 'ecampus'],
  ['Collegium', 'collegium'],
  ['PRÉLUDE', 'prelude'],
  ['moodle', undefined],
])('%s is the site %s', (word, expected) => {
  expect(siteCalled(word, sites)?.id).toBe(expected)
})

test.each([
  ['ecampus', 'ecampus'],
  ['preluede', 'prelude'],
  ['moodle', null],
])('%s was probably meant as the site %s', (word, expected) => {
  expect(suggestedSite(word, sites)).toBe(expected)
})

test.each([
  ['Français', 'fr'],
  ['en', 'en'],
  ['anglais', 'en'],
  ['de', null],
])('%s is the language %s', (word, expected) => {
  expect(languageCalled(word)).toBe(expected)
})
