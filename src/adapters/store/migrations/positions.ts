// Files of one post are received in the same millisecond.
import { type Kysely, sql } from 'kysely'

/** What was received before keeps no order within its post. */
export async function positions(db: Kysely<unknown>): Promise<void> {
  await sql`alter table postings add column position integer not null default 0`.execute(db)
}
