// Read for the digest and for those who ask what happened; written by `batches.ts`, in the transaction of each change.
import type { Kysely } from 'kysely'
import type { Batch, Chronicle } from '../../ports/store.ts'
import { toBatch, toEntry, toRevision } from './batch-rows.ts'
import { fromInstant } from './columns.ts'
import type { Tables } from './schema.ts'

/** What happened to the batches of that database. */
export function createChronicle(db: Kysely<Tables>): Chronicle {
  return {
    async of(batch) {
      const rows = await db.selectFrom('history').selectAll().where('batch', '=', batch).orderBy('id').execute()
      return rows.map(toEntry)
    },

    async since(at) {
      const query = db.selectFrom('history').selectAll().where('at', '>=', fromInstant(at))
      const rows = await query.orderBy('at').orderBy('id').execute()
      const batches = await batchesOf(db, rows)
      return rows.map((row) => ({ batch: batches.get(row.batch)!, entry: toEntry(row) }))
    },

    async revisionsSince(at) {
      const query = db.selectFrom('revisions').selectAll().where('createdAt', '>=', fromInstant(at))
      const rows = await query.orderBy('createdAt').orderBy('posting').execute()
      const batches = await batchesOf(db, rows)
      return rows.map((row) => ({ batch: batches.get(row.batch)!, revision: toRevision(row) }))
    },

    async channels() {
      const query = db.selectFrom('batches').select(['chat', 'channel']).distinct().where('direct', '=', 0)
      return await query.orderBy('chat').orderBy('channel').execute()
    },
  }
}

/** By id; a row that refers to a batch is never without it. */
async function batchesOf(
  db: Kysely<Tables>,
  rows: readonly { readonly batch: string }[],
): Promise<ReadonlyMap<string, Batch>> {
  const ids = [...new Set(rows.map(({ batch }) => batch))]
  if (ids.length === 0) return new Map()
  const found = await db.selectFrom('batches').selectAll().where('id', 'in', ids).execute()
  return new Map(found.map((row) => [row.id, toBatch(row)]))
}
