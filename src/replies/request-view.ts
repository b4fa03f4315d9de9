// What the reply to a file tells of its request: where it stands, what it waits for, what can be pressed.
import type { AccountsAnswer, CheckedState } from '../batches/batch.ts'
import { nextMorning } from '../batches/calendar.ts'
import { mustWaitBlindly, type Standing, stateAfter } from '../batches/standing.ts'
import type { Site } from '../moodle/sites.ts'

/** What is known of a request before its file is checked; plain data, to be handed to another thread. */
export type RequestFacts = {
  readonly accounts: AccountsAnswer | null
  /** ISO instants; `takenAt`: when the site was asked, null when nobody knows. */
  readonly now: string
  readonly takenAt: string | null
  /** Those it may be for. */
  readonly sites: readonly Pick<Site, 'id' | 'name'>[]
}

export type RequestView = {
  readonly state: CheckedState
  readonly standing: Standing
  readonly accounts: AccountsAnswer | null
  /** Its requester is asked how old the accounts are. */
  readonly asks: boolean
  /** When what waits is checked again; null when nothing does. */
  readonly retryAt: Temporal.Instant | null
  readonly now: Temporal.Instant
  readonly takenAt: Temporal.Instant | null
  readonly sites: RequestFacts['sites']
}

/** The request whose file stands so. */
export function requestView({ accounts, sites, ...facts }: RequestFacts, standing: Standing, site: Site): RequestView {
  const now = Temporal.Instant.from(facts.now)
  const isBlind = mustWaitBlindly(standing, site, accounts)
  const asks = isBlind && accounts === null && standing.faulty + standing.waiting === 0
  const waits = standing.waiting > 0 || (isBlind && accounts !== null)
  return {
    state: stateAfter(standing, site, accounts),
    standing,
    accounts: isBlind || accounts === 'old' ? accounts : null,
    asks,
    retryAt: waits ? nextMorning(now, site).at : null,
    now,
    takenAt: facts.takenAt === null ? null : Temporal.Instant.from(facts.takenAt),
    sites,
  }
}
