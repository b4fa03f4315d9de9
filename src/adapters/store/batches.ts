// Two processes may revise one batch at once: the numbers of revisions decide who was first, and the other tries again.
import type { Kysely, Selectable } from 'kysely'
import { OutsideError } from '../../ports/outside-error.ts'
import type { Batch, Batches, BatchState, Revision } from '../../ports/store.ts'
import { fromInstant, toInstant, toJson, toText } from './columns.ts'
import type { Tables } from './schema.ts'

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

    revise: (revision, state) => db.transaction().execute((trx) => revise(trx, revision, state)),

    async move(id, state, at) {
      await db
        .updateTable('batches')
        .set({ state, updatedAt: fromInstant(at) })
        .where('id', '=', id)
        .execute()
    },

    async revisions(id) {
      const query = db.selectFrom('revisions').selectAll().where('batch', '=', id)
      return (await query.orderBy('number').execute()).map(toRevision)
    },
  }
}

async function revise(trx: Kysely<Tables>, revision: Revision, state: BatchState): Promise<boolean> {
  const inserted = await trx
    .insertInto('revisions')
    .values(fromRevision(revision))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 0n) {
    if (await replace(trx, revision, state)) return false
    throw overtaken(revision)
  }
  const updated = await trx
    .updateTable('batches')
    .set({ state, revision: revision.number, updatedAt: fromInstant(revision.createdAt) })
    .where('id', '=', revision.batch)
    .where('revision', '<', revision.number)
    .executeTakeFirst()
  if (updated.numUpdatedRows === 0n) throw overtaken(revision)
  return true
}

/** False when that posting has no revision yet. */
async function replace(trx: Kysely<Tables>, revision: Revision, state: BatchState): Promise<boolean> {
  const { batch, posting, name, sha256, outcome, report, createdAt } = fromRevision(revision)
  const found = { name, sha256, outcome, report, createdAt }
  const query = trx.updateTable('revisions').set(found).where('posting', '=', posting).where('batch', '=', batch)
  const replaced = await query.returning('number').executeTakeFirst()
  if (!replaced) return false
  await trx
    .updateTable('batches')
    .set({ state, updatedAt: createdAt })
    .where('id', '=', batch)
    .where('revision', '=', replaced.number)
    .execute()
  return true
}

function overtaken({ batch, number }: Revision): OutsideError {
  return new OutsideError(
    'store-conflict',
    `Batch ${batch} has got a revision ${number} or later meanwhile: try again.`,
  )
}

function fromBatch(batch: Batch): Selectable<Tables['batches']> {
  const { createdAt, updatedAt, name } = batch
  return { ...batch, name: toText(name), createdAt: fromInstant(createdAt), updatedAt: fromInstant(updatedAt) }
}

function toBatch(row: Selectable<Tables['batches']>): Batch {
  return { ...row, createdAt: toInstant(row.createdAt), updatedAt: toInstant(row.updatedAt) }
}

function fromRevision(revision: Revision): Selectable<Tables['revisions']> {
  const { createdAt, name, outcome, report } = revision
  const json = { outcome: toJson(outcome), report: toJson(report) }
  return { ...revision, ...json, name: toText(name), createdAt: fromInstant(createdAt) }
}

function toRevision(row: Selectable<Tables['revisions']>): Revision {
  const json = { outcome: JSON.parse(row.outcome) as unknown, report: JSON.parse(row.report) as unknown }
  return { ...row, ...json, createdAt: toInstant(row.createdAt) }
}
