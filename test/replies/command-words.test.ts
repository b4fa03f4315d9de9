import { expect, test } from 'vitest'
import { commandNamed, suggestedCommand } from '../../src/replies/command-words.ts'

test.each([
  ['', 'help'],
  ['help', 'help'],
  ['AIDE', 'help'],
  ['modèle', 'template'],
  ['règles', 'rules'],
  ['reglez', null],
  ['check', 'check'],
  ['Vérifier', 'check'],
] as const)('%j is the command %s', (word, expected) => {
  expect(commandNamed(word)).toBe(expected)
})

test.each([
  ['templat', 'template'],
  ['modles', 'template'],
  ['hlep', 'help'],
  ['bonjour', null],
] as const)('%s was probably meant as %s', (word, expected) => {
  expect(suggestedCommand(word)).toBe(expected)
})
