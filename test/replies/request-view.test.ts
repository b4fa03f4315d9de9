import { expect, test } from 'vitest'
import type { AccountsAnswer } from '../../src/batches/batch.ts'
import type { Standing } from '../../src/batches/standing.ts'
import { siteNamed } from '../../src/moodle/sites.ts'
import { requestView } from '../../src/replies/request-view.ts'

const site = siteNamed('ecampus')!
const rows = { good: 3, faulty: 0, waiting: 0, accountsVerified: false }
const tomorrow = '2026-11-25T07:00:00Z'

function view(accounts: AccountsAnswer | null, given: Partial<Standing>) {
  const facts = { accounts, now: '2026-11-24T08:00:00Z', takenAt: null, sites: [] }
  const seen = requestView(facts, { ...rows, ...given }, site)
  // toMatchObject takes any two instants for the same, and even null for one.
  return { ...seen, retryAt: seen.retryAt?.toString() ?? null }
}

test.each<[string, AccountsAnswer | null, Partial<Standing>, object]>([
  ['nobody knows', null, {}, { state: 'waiting', asks: true, retryAt: null }],
  ['other rows are to mend first', null, { faulty: 1 }, { state: 'needs-changes', asks: false, retryAt: null }],
  ['some are too new', 'new', {}, { state: 'waiting', asks: false, retryAt: tomorrow, accounts: 'new' }],
  ['the requester is not sure', 'unsure', {}, { state: 'waiting', asks: false, retryAt: tomorrow, accounts: 'unsure' }],
  ['all are old', 'old', {}, { state: 'ready', asks: false, retryAt: null, accounts: 'old' }],
  [
    'the site knows',
    'unsure',
    { accountsVerified: true },
    { state: 'ready', asks: false, retryAt: null, accounts: null },
  ],
  ['the site misses some', null, { accountsVerified: true, waiting: 1 }, { state: 'waiting', retryAt: tomorrow }],
])('of accounts of which %s', (_, accounts, given, expected) => {
  expect(view(accounts, given)).toMatchObject(expected)
})
