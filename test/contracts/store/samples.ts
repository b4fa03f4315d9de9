// The day of every test, and rows that are right in all they do not say.

import type { HistoryEntry } from '../../../src/batches/history.ts'
import type { LocalPost } from '../../../src/ports/local-posts.ts'
import type { Batch, BatchState, NewJob, NewPosting, Revision, Store } from '../../../src/ports/store.ts'

/** An instant of that day. */
export function at(time: string): Temporal.Instant {
  return Temporal.Instant.from(`2026-09-01T${time}Z`)
}

/** One file posted in a thread of Slack. */
export function posting(given: Partial<NewPosting> = {}): NewPosting {
  return {
    chat: 'slack',
    channel: 'C1',
    thread: 'T1',
    post: 'P1',
    author: 'U1',
    direct: false,
    file: { id: 'F1', name: 'inscriptions été.csv', size: 1234, type: 'text/csv' },
    position: 0,
    form: null,
    receivedAt: at('08:00'),
    ...given,
  }
}

/** Stores a posting and gives its id, by way of the job it made, which is claimed and left at that. */
export async function receive(store: Store, given: Partial<NewPosting> = {}): Promise<string> {
  await store.postings.receive(posting(given))
  const jobs = await store.jobs.claim(100, at('08:00'), Temporal.Duration.from({ hours: 1 }))
  return (jobs.at(-1)!.payload as { posting: string }).posting
}

export function job(given: Partial<NewJob> = {}): NewJob {
  return { kind: 'remind', payload: { batch: 'B1' }, runAt: at('08:00'), key: null, ...given }
}

export function batchOf(given: Partial<Batch> = {}): Batch {
  return {
    id: 'B1',
    chat: 'slack',
    channel: 'C1',
    thread: 'T1',
    site: 'ecampus',
    requester: 'U1',
    state: 'received',
    name: 'inscriptions été.csv',
    revision: 0,
    direct: false,
    accounts: null,
    retryOn: null,
    mornings: 0,
    quietUntil: null,
    createdAt: at('08:00'),
    updatedAt: at('08:00'),
    ...given,
  }
}

export function revisionOf(postingId: string, given: Partial<Revision> = {}): Revision {
  return {
    batch: 'B1',
    number: 1,
    posting: postingId,
    name: 'inscriptions été.csv',
    sha256: 'ab'.repeat(32),
    outcome: { verdict: 'partial', counts: { rows: 3 } },
    report: { problems: [{ code: 'role-unknown', values: { role: 'prof\0' } }] },
    createdAt: at('08:05'),
    ...given,
  }
}

/** A batch with its first revision. */
export async function revision(store: Store, state: BatchState = 'ready') {
  const postingId = await receive(store)
  const batch = await store.batches.open(batchOf())
  await store.batches.revise(revisionOf(postingId), { state }, entryOf({ to: state }))
  return { batch, postingId }
}

/** A check that ended well; what a revision brings unless something else is said. */
export function entryOf(given: Partial<HistoryEntry> = {}): HistoryEntry {
  const entry = { at: at('08:05'), author: null, event: 'checked', from: 'received', to: 'ready', rows: 3 } as const
  return { ...entry, ...given }
}

export function localPost(given: Partial<LocalPost> = {}): Omit<LocalPost, 'files'> {
  return {
    id: '001',
    thread: null,
    direct: null,
    author: 'anne',
    bot: false,
    key: null,
    text: 'Bonjour',
    body: null,
    buttons: [],
    choices: [],
    reactions: [],
    created: at('08:00'),
    updated: at('08:00'),
    ...given,
  }
}
