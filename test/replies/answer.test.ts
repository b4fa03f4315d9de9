// What the application keeps of an answer: which table is plainly none of ours, what stands where, what is good.
import { describe, expect, test } from 'vitest'
import { type Before, checkAfter, nothingBefore } from '../../src/checking/completed.ts'
import { answerTo } from '../../src/replies/answer.ts'
import { file } from '../../src/rules/examples.ts'
import { ecampus, options } from '../checking/sample.ts'
import { words } from '../fakes/markdown.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const asker = { language: 'fr', revision: 2, before: null, full: false, request: null } as const
const answer = (text: string, before: Before = nothingBefore) =>
  answerTo(checkAfter(encode(text), options, before), ecampus, asker)

test.each([
  ['an enrolment file', file({}), false],
  ['people without a header', file({}).split('\n').slice(1).join('\n'), false],
  ['a table of something else', 'Produit,Prix\nStylo,2\n', true],
])('%s', (_, text, isForeign) => {
  expect(answer(text).isForeign).toBe(isForeign)
})

describe('what is kept', () => {
  const waiting = { username: '21999999', email: 'nouveau@etu.univ-exemple.example' }

  test('where the rows stand, and which errors they have', () => {
    const { standing, codes, completes, handed } = answer(file({}, { role1: 'chef' }, { course1: 'Rien' }, waiting))
    expect(standing).toEqual({ good: 1, faulty: 2, waiting: 1, accountsVerified: true })
    expect(codes).toEqual({ 'account-unknown': 1, 'course-unknown': 1, 'role-unknown': 1 })
    expect([completes, handed]).toEqual([false, 0])
  })

  test('one for a fault of the file', () => {
    const { standing, codes, corrected } = answer(file({}).replace('role1', 'rôlle1'))
    expect(standing).toMatchObject({ good: 0, faulty: 1, waiting: 0 })
    expect(codes).toEqual({ 'header-misspelt': 1 })
    expect(corrected).toBeNull()
  })

  test('the good rows, also of a file that can be uploaded as it is', () => {
    expect(new TextDecoder().decode(answer(file({})).corrected!)).toBe(file({}))
  })

  test('nothing to do when every row is marked as done', () => {
    const done = answer(file({}), { good: null, handed: encode(file({})) })
    expect(done).toMatchObject({ verdict: 'ready', handed: 1, corrected: null })
    expect(done.standing).toEqual({ good: 0, faulty: 0, waiting: 0, accountsVerified: true })
    expect(done.reply.files).toEqual([])
  })

  test('good rows that a faulty remainder leaves, which are handed over again', () => {
    const faulty = file({ course1: 'Méca', problem: '' }).replace('role1', 'rôlle1')
    const { standing, corrected, reply } = answer(faulty, { good: encode(file({})), handed: null })
    expect(standing).toMatchObject({ good: 1, faulty: 1 })
    expect(reply.files.map(({ name, bytes }) => [name, bytes])).toEqual([['liste.corrige-2.csv', corrected]])
    expect(words(reply)).toContain('le fichier corrigé reste à importer')
  })

  test('good rows that a faulty new version leaves, which are not: it is to replace them', () => {
    const { standing, corrected, reply } = answer('username,firstname\na,b\n', { good: encode(file({})), handed: null })
    expect(standing.good).toBe(0)
    expect(corrected).not.toBeNull()
    expect(reply.files).toEqual([])
  })
})
