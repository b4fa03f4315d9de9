// What a report leaves to do, in the terms of a request: who or what it waits for.
import type { Problem, Report } from '../checking/report.ts'
import type { Site } from '../moodle/sites.ts'
import type { AccountsAnswer, CheckedState } from './batch.ts'

/** Rows of a checked file by what they wait for. */
export type Standing = {
  /** Can go to Moodle now. */
  readonly good: number
  /** A person must mend them; 1 when it is the file itself. */
  readonly faulty: number
  /** Time alone may mend them: their account is too young, or not there yet. */
  readonly waiting: number
  readonly accountsVerified: boolean
}

/** Where the rows of a report stand. */
export function standingOf({ problems, counts, verified, verdict }: StandingSource): Standing {
  const rows = Map.groupBy(
    problems.filter(({ severity }) => severity === 'error'),
    ({ row }) => row,
  )
  const waiting = [...rows.values()].filter((errors) => errors.every(mayPass)).length
  const isFaulty = counts.rejected === 0 && counts.corrected === 0 && verdict !== 'ready'
  const faulty = isFaulty ? 1 : counts.rejected - waiting
  return { good: counts.corrected, faulty, waiting, accountsVerified: verified.includes('accounts') }
}

type StandingSource = Pick<Report, 'problems' | 'counts' | 'verified' | 'verdict'>

/** True for what may be gone tomorrow though nobody does anything; a username that has a likely correction is mistyped. */
export function mayPass({ code, fix }: Pick<Problem, 'code' | 'fix'>): boolean {
  return code === 'account-created-today' || (code === 'account-unknown' && fix === null)
}

/** The state of a batch whose last file stands so; `accounts` is what its requester answered. */
export function stateAfter(standing: Standing, site: Site, accounts: AccountsAnswer | null): CheckedState {
  if (standing.faulty > 0) return 'needs-changes'
  if (standing.waiting > 0) return 'waiting'
  return mustWaitBlindly(standing, site, accounts) ? 'waiting' : 'ready'
}

/** True when nobody knows whether all accounts are old enough, neither the site nor the requester. */
export function mustWaitBlindly(standing: Standing, site: Site, accounts: AccountsAnswer | null): boolean {
  return site.dayBefore && !standing.accountsVerified && accounts !== 'old' && standing.good > 0
}
