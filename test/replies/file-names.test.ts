import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileNames } from '../../src/replies/file-names.ts'

test('in French and in English', () => {
  expect(fileNames('liste.csv', 'fr')).toMatchObject({
    corrected: 'liste.corrige.csv',
    rejected: 'liste.a-revoir.csv',
    annotated: 'liste.annote.xlsx',
    report: 'liste.rapport.txt',
  })
  expect(fileNames('list.csv', 'en')).toMatchObject({
    corrected: 'list.corrected.csv',
    rejected: 'list.rejected.csv',
    annotated: 'list.annotated.xlsx',
    report: 'list.report.txt',
  })
})

test.each([
  ['inscriptions 2026.xlsx', 'inscriptions 2026.corrige.csv'],
  ['liste.a-revoir.csv', 'liste.corrige.csv'],
  ['list.rejected-2.csv', 'list.corrige.csv'],
  ['list.annotated.xlsx', 'list.corrige.csv'],
  ['v1.2.csv', 'v1.2.corrige.csv'],
  ['liste', 'liste.corrige.csv'],
  ['.csv', 'inscriptions.corrige.csv'],
  ['../../etc/passwd', 'passwd.corrige.csv'],
  ['a\u202Evsc.exe.csv', 'avsc.exe.corrige.csv'],
])('%s → %s', (posted, expected) => {
  expect(fileNames(posted, 'fr').corrected).toBe(expected)
})

test('a number keeps the files of one request apart', () => {
  const names = fileNames('liste.a-revoir.csv', 'fr', 2)
  expect(names.corrected).toBe('liste.corrige-2.csv')
  expect(names.part(3)).toBe('liste.corrige-2.partie-3.csv')
})

test('a name of ours gives the same names again', () => {
  fc.assert(
    fc.property(fc.string(), (posted) => {
      const names = fileNames(posted, 'fr')
      expect(fileNames(names.rejected, 'fr').corrected).toBe(names.corrected)
    }),
  )
})
