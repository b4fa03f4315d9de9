// SQLite overwrites forgotten bytes in its file (`secure_delete`), but what was written last is also in the log beside it,
// which is only overwritten when something else is written.
import { type Kysely, sql } from 'kysely'
import type { Tables } from './schema.ts'

/** Does that piece of forgetting and, when anything was forgotten, empties the log; how much was forgotten. */
export type Wiping = (forgetting: Promise<number>) => Promise<number>

/** For SQLite; PostgreSQL's log is its own, and others may be behind in reading it. */
export function wiping(db: Kysely<Tables>): Wiping {
  return async (forgetting) => {
    const forgotten = await forgetting
    if (forgotten > 0) await sql`pragma wal_checkpoint(truncate)`.execute(db)
    return forgotten
  }
}
