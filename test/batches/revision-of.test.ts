import { expect, test } from 'vitest'
import type { BatchState } from '../../src/batches/batch.ts'
import { revisionOf, stemOf } from '../../src/batches/revision-of.ts'

const batch = (name: string, state: BatchState = 'needs-changes') => ({ name, state })

test.each([
  'liste.csv',
  'Liste.CSV',
  'liste.xlsx',
  'liste.corrige.csv',
  'liste.a-revoir.csv',
  'liste.a-revoir-2.csv',
  'liste.corrected.csv',
  'liste.rejected.csv',
  'liste (1).csv',
  'liste.a-revoir (2).csv',
  'liste - Copie.csv',
  'liste - Copie (3).csv',
  'liste - Copy.csv',
  'Copie de liste.csv',
  'liste.csv.xlsx',
])('%s has the stem of liste.csv', (name) => {
  expect(stemOf(name)).toBe('liste')
})

test.each(['liste-2.csv', 'liste l1.csv', 'ma-liste.csv'])('%s has another stem than liste.csv', (name) => {
  expect(stemOf(name)).not.toBe('liste')
})

test.each(['(1).csv', '.csv', '.corrige.csv'])('the stem of %s is not empty', (name) => {
  expect(stemOf(name)).not.toBe('')
})

test('accents make no other file, whatever their form', () => {
  expect(stemOf('étudiants.csv'.normalize('NFD'))).toBe(stemOf('étudiants.csv'.normalize('NFC')))
})

test('the batch of the same name is revised, even when another came later', () => {
  const first = batch('l1.csv')
  expect(revisionOf([first, batch('l2.csv')], 'l1.corrige (1).csv')).toBe(first)
})

test('a file of another name revises the last open batch', () => {
  const last = batch('l2.csv')
  expect(revisionOf([batch('l1.csv'), last], 'final.csv')).toBe(last)
})

test('of two batches of that name the later one is revised', () => {
  const later = batch('liste.csv')
  expect(revisionOf([batch('liste.csv'), later, batch('autre.csv')], 'liste.csv')).toBe(later)
})

test.each(['done', 'withdrawn', 'expired'] as const)('a batch that is %s is never revised', (state) => {
  expect(revisionOf([batch('liste.csv', state)], 'liste.csv')).toBeNull()
})

test('no batch, a new one', () => {
  expect(revisionOf([], 'liste.csv')).toBeNull()
})
