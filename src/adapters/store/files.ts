// The bytes are other people's personal data: `forget.ts` takes them away in time, and the row says that they were there.
import type { Kysely } from 'kysely'
import type { Files } from '../../ports/store.ts'
import { fromInstant, toBytes, toText } from './columns.ts'
import { forget } from './forget.ts'
import type { Tables } from './schema.ts'
import type { Wiping } from './wipe.ts'

/** Files of batches on that database. */
export function createFiles(db: Kysely<Tables>, wipe: Wiping): Files {
  return {
    async put({ posting, kind, name, bytes }, expiresAt) {
      const content = { name: toText(name), bytes, expiresAt: fromInstant(expiresAt) }
      const query = db.insertInto('files').values({ posting, kind, ...content })
      await query.onConflict((conflict) => conflict.columns(['posting', 'kind']).doUpdateSet(content)).execute()
    },

    async get(posting, kind) {
      const query = db.selectFrom('files').select(['name', 'bytes']).where('posting', '=', posting)
      const row = await query.where('kind', '=', kind).executeTakeFirst()
      return row === undefined ? null : { posting, kind, name: row.name, bytes: row.bytes && toBytes(row.bytes) }
    },

    forget: (now, retention) => wipe(forget(db, now, retention)),
  }
}
