// Leases instead of held transactions: a process that dies in the middle gives its job back by the clock alone.
import { type Kysely, type Selectable, sql, type Updateable } from 'kysely'
import type { Job, Jobs } from '../../ports/store.ts'
import { fromInstant, toInstant, toJson, toText } from './columns.ts'
import type { Tables } from './schema.ts'

/** Jobs on that database; `skipLocked` when several processes may claim at once. */
export function createJobs(db: Kysely<Tables>, options: { readonly skipLocked: boolean }): Jobs {
  return {
    async add(job) {
      const row = { kind: job.kind, payload: toJson(job.payload), key: job.key, ...queuedAt(job.runAt) }
      const query = db.insertInto('jobs').values(row)
      await query.onConflict((conflict) => conflict.column('key').doNothing()).execute()
    },

    async claim(limit, now, lease) {
      const rows = await claimRows(db, { limit, now, until: now.add(lease), skipLocked: options.skipLocked })
      return rows.toSorted(byAge).map(toJob)
    },

    renew: (job, until) => settle(db, job, { dueAt: fromInstant(until) }),

    finish: (job) => settle(db, job, { state: 'done', payload: toJson(null) }),

    fail: (job, retryAt, error) =>
      settle(db, job, { ...(retryAt ? queuedAt(retryAt) : { state: 'dead' }), error: toText(error) }),

    async counts() {
      const query = db.selectFrom('jobs').select(['state', (count) => count.fn.countAll<number>().as('count')])
      const rows = await query.where('state', '!=', 'done').groupBy('state').execute()
      return { queued: 0, leased: 0, dead: 0, ...Object.fromEntries(rows.map((row) => [row.state, row.count])) }
    },

    async nextDue() {
      const query = db.selectFrom('jobs').select((min) => min.fn.min('dueAt').as('dueAt'))
      const row = await query.where('state', 'in', ['queued', 'leased']).executeTakeFirst()
      return row?.dueAt ? toInstant(row.dueAt) : null
    },
  }
}

/** Ends all leases, where only one process at a time can have any: those left are of one that died. */
export async function endLeases(db: Kysely<Tables>): Promise<void> {
  await db
    .updateTable('jobs')
    .set((job) => ({ dueAt: job.ref('runAt') }))
    .where('state', '=', 'leased')
    .execute()
}

/** The columns of a job that waits for that instant. */
export function queuedAt(instant: Temporal.Instant) {
  const text = fromInstant(instant)
  return { state: 'queued', runAt: text, dueAt: text } as const
}

type Claim = {
  readonly limit: number
  readonly now: Temporal.Instant
  readonly until: Temporal.Instant
  readonly skipLocked: boolean
}

type ClaimedRow = Pick<Selectable<Tables['jobs']>, 'id' | 'kind' | 'payload' | 'attempts' | 'runAt'>

/** The subquery stands in WITH: within IN (…) PostgreSQL may run it again for each row and lock more than `limit`. */
function claimRows(db: Kysely<Tables>, { limit, now, until, skipLocked }: Claim): Promise<ClaimedRow[]> {
  return db
    .with('claimed', (cte) =>
      cte
        .selectFrom('jobs')
        .select('id')
        .where('state', 'in', ['queued', 'leased'])
        .where('dueAt', '<=', fromInstant(now))
        .orderBy('runAt')
        .orderBy('id')
        .limit(limit)
        .$if(skipLocked, (query) => query.forUpdate().skipLocked()),
    )
    .updateTable('jobs')
    .set({ state: 'leased', dueAt: fromInstant(until), attempts: sql`attempts + 1` })
    .where('id', 'in', (query) => query.selectFrom('claimed').select('id'))
    .returning(['id', 'kind', 'payload', 'attempts', 'runAt'])
    .execute()
}

/** RETURNING promises no order. */
function byAge(a: ClaimedRow, b: ClaimedRow): number {
  if (a.runAt === b.runAt) return a.id - b.id
  return a.runAt < b.runAt ? -1 : 1
}

function toJob({ id, kind, payload, attempts }: ClaimedRow): Job {
  return { id: String(id), kind, payload: JSON.parse(payload) as unknown, attempts }
}

type Settled = Pick<Updateable<Tables['jobs']>, 'state' | 'runAt' | 'dueAt' | 'error' | 'payload'>

/** `attempts` grew if another process claimed the job since: then nothing matches. */
async function settle(db: Kysely<Tables>, job: Job, settled: Settled): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('jobs')
    .set(settled)
    .where('id', '=', Number(job.id))
    .where('state', '=', 'leased')
    .where('attempts', '=', job.attempts)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
