// A post shows one mark for all its files, so the state of each is kept.
import { type Kysely, sql } from 'kysely'
import type { ColumnTypes } from './column-types.ts'

/** Null: its job has not begun, or a version before this one marked it. */
export async function marks(db: Kysely<unknown>, { text }: ColumnTypes): Promise<void> {
  await sql`alter table postings add column mark ${text}`.execute(db)
}
