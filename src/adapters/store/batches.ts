// Two processes may change one batch at once: the numbers of revisions, and the state that a change says it came from,
// decide who was first; the other reads again.
import type { Kysely, Updateable } from 'kysely'
import type { HistoryEntry } from '../../batches/history.ts'
import { OutsideError } from '../../ports/outside-error.ts'
import type { BatchChange, Batches, Revision } from '../../ports/store.ts'
import { fromBatch, fromChange, fromEntry, fromRevision, toBatch, toRevision } from './batch-rows.ts'
import { fromInstant } from './columns.ts'
import type { Tables } from './schema.ts'

export const openStates = ['received', 'needs-changes', 'waiting', 'ready'] as const

/** Batches and their revisions on that database. */
export function createBatches(db: Kysely<Tables>): Batches {
  return {
    async open(batch) {
      const query = db.insertInto('batches').values(fromBatch(batch))
      await query.onConflict((conflict) => conflict.column('id').doNothing()).execute()
      const row = await db.selectFrom('batches').selectAll().where('id', '=', batch.id).executeTakeFirstOrThrow()
      return toBatch(row)
    },

    async get(id) {
      const row = await db.selectFrom('batches').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : toBatch(row)
    },

    async inThread(chat, channel, thread) {
      const query = db.selectFrom('batches').selectAll().where('chat', '=', chat).where('channel', '=', channel)
      const rows = await query.where('thread', '=', thread).orderBy('createdAt').orderBy('id').execute()
      return rows.map(toBatch)
    },

    async pending({ chat, channel, requester } = {}) {
      const rows = await db
        .selectFrom('batches')
        .selectAll()
        .where('state', 'in', openStates)
        .$if(chat !== undefined, (query) => query.where('chat', '=', chat!))
        .$if(channel !== undefined, (query) => query.where('channel', '=', channel!))
        .$if(requester !== undefined, (query) => query.where('requester', '=', requester!))
        .orderBy('createdAt')
        .orderBy('id')
        .execute()
      return rows.map(toBatch)
    },

    revise: (revision, change, entry, seen) =>
      db.transaction().execute((trx) => revise(trx, revision, change, entry, seen)),

    change: (id, change, entry) =>
      db.transaction().execute(async (trx) => {
        const updated = await update(trx, id, fromChange(change, entry.at), entry)
        if (updated) await note(trx, id, entry)
        return updated
      }),

    async revisions(id) {
      const query = db.selectFrom('revisions').selectAll().where('batch', '=', id)
      return (await query.orderBy('number').execute()).map(toRevision)
    },
  }
}

async function revise(
  trx: Kysely<Tables>,
  revision: Revision,
  change: BatchChange,
  entry: HistoryEntry,
  seen?: Temporal.Instant,
): Promise<boolean> {
  const inserted = await trx
    .insertInto('revisions')
    .values(fromRevision(revision))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  const isNew = inserted.numInsertedOrUpdatedRows !== 0n
  const number = isNew ? revision.number : await replace(trx, revision)
  const last = await lastNumber(trx, revision.batch)
  if (number === null || (isNew && last >= number)) throw overtaken(revision)
  if (!isNew && last !== number) return false
  const changed = { ...fromChange(change, entry.at), revision: number }
  if (!(await update(trx, revision.batch, changed, entry, seen))) throw overtaken(revision)
  await note(trx, revision.batch, entry)
  return isNew
}

/** The number of the revision that posting has already; null when it has none. */
async function replace(trx: Kysely<Tables>, revision: Revision): Promise<number | null> {
  const { batch, posting, name, sha256, outcome, report } = fromRevision(revision)
  const found = { name, sha256, outcome, report }
  const query = trx.updateTable('revisions').set(found).where('posting', '=', posting).where('batch', '=', batch)
  return (await query.returning('number').executeTakeFirst())?.number ?? null
}

async function lastNumber(trx: Kysely<Tables>, batch: string): Promise<number> {
  const row = await trx.selectFrom('batches').select('revision').where('id', '=', batch).executeTakeFirstOrThrow()
  return row.revision
}

/** False when the batch is not in the state that the entry says it came from, or was changed after it was seen. */
async function update(
  trx: Kysely<Tables>,
  id: string,
  changed: Updateable<Tables['batches']>,
  { from }: HistoryEntry,
  seen?: Temporal.Instant,
): Promise<boolean> {
  const query = trx
    .updateTable('batches')
    .set(changed)
    .where('id', '=', id)
    .where('state', '=', from)
    .$if(seen !== undefined, (rows) => rows.where('updatedAt', '=', fromInstant(seen!)))
  return (await query.executeTakeFirst()).numUpdatedRows > 0n
}

/** A job that was cut off after it notes the same again. */
async function note(trx: Kysely<Tables>, batch: string, entry: HistoryEntry): Promise<void> {
  const query = trx.insertInto('history').values(fromEntry(batch, entry))
  await query.onConflict((conflict) => conflict.columns(['batch', 'at', 'event']).doNothing()).execute()
}

function overtaken({ batch, number }: Revision): OutsideError {
  return new OutsideError(
    'store-conflict',
    `Batch ${batch} has got a revision ${number} or later, or another state, meanwhile: try again.`,
  )
}
