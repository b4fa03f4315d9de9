import { expect, test } from 'vitest'
import { mustWaitBlindly, type Standing, standingOf, stateAfter } from '../../src/batches/standing.ts'
import type { Problem, Report } from '../../src/checking/report.ts'
import { siteNamed } from '../../src/moodle/sites.ts'

const [ecampus, prelude] = [siteNamed('ecampus')!, siteNamed('prelude')!]

const error = (row: number | null, code: string, fix: Problem['fix'] = null): Problem => ({
  code,
  severity: 'error',
  row,
  field: null,
  value: null,
  values: {},
  fix,
})

function standing(problems: readonly Problem[], corrected: number, verified: Report['verified'] = ['accounts']) {
  const rejected = new Set(problems.flatMap(({ row }) => (row !== null && row > 1 ? [row] : []))).size
  const counts = { rows: corrected + rejected, corrected, rejected, dropped: 0 }
  const verdict = corrected === 0 ? 'blocked' : rejected > 0 ? 'partial' : 'ready'
  return standingOf({ problems, counts, verified, verdict })
}

const all: Standing = { good: 3, faulty: 0, waiting: 0, accountsVerified: true }

test.each([
  ['a good file', [], 3, { good: 3, faulty: 0, waiting: 0 }],
  ['a wrong role', [error(2, 'role-unknown')], 3, { good: 3, faulty: 1, waiting: 0 }],
  ['an account of today', [error(2, 'account-created-today')], 3, { good: 3, faulty: 0, waiting: 1 }],
  ['an account that may come', [error(2, 'account-unknown')], 0, { good: 0, faulty: 0, waiting: 1 }],
  [
    'a username that was probably mistyped',
    [error(2, 'account-unknown', { safety: 'unsafe', value: '21900010' })],
    3,
    { good: 3, faulty: 1, waiting: 0 },
  ],
  [
    'a row with two faults, one of which may pass',
    [error(2, 'account-unknown'), error(2, 'role-unknown'), error(3, 'account-unknown')],
    1,
    { good: 1, faulty: 1, waiting: 1 },
  ],
  ['a file without a column', [error(1, 'column-missing')], 0, { good: 0, faulty: 1, waiting: 0 }],
  ['a file that cannot be read', [error(null, 'file-unreadable')], 0, { good: 0, faulty: 1, waiting: 0 }],
] as const)('%s', (_, problems, corrected, expected) => {
  expect(standing(problems, corrected)).toEqual({ ...expected, accountsVerified: true })
})

test('a file whose rows are all handed over leaves nothing to do', () => {
  const counts = { rows: 3, corrected: 0, rejected: 0, dropped: 0 }
  const left = standingOf({ problems: [], counts, verified: [], verdict: 'ready' })
  expect(left).toEqual({ good: 0, faulty: 0, waiting: 0, accountsVerified: false })
  expect(stateAfter(left, ecampus, null)).toBe('ready')
})

test.each([
  ['all good', all, ecampus, null, 'ready'],
  ['one to mend', { ...all, faulty: 1, waiting: 1 }, ecampus, null, 'needs-changes'],
  ['one that waits', { ...all, waiting: 1 }, ecampus, 'old', 'waiting'],
  ['accounts that nobody knows', { ...all, accountsVerified: false }, ecampus, null, 'waiting'],
  ['some accounts of today', { ...all, accountsVerified: false }, ecampus, 'new', 'waiting'],
  ['accounts the requester is not sure of', { ...all, accountsVerified: false }, ecampus, 'unsure', 'waiting'],
  ['accounts that are old enough', { ...all, accountsVerified: false }, ecampus, 'old', 'ready'],
  ['a site that does not ask', { ...all, accountsVerified: false }, prelude, null, 'ready'],
] as const)('%s', (_, left, site, accounts, state) => {
  expect(stateAfter(left, site, accounts)).toBe(state)
})

test('nobody is asked about the accounts of a file without a good row', () => {
  expect(mustWaitBlindly({ ...all, good: 0, accountsVerified: false }, ecampus, null)).toBe(false)
})
