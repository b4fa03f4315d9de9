// All of them in one transaction, which both databases allow for CREATE and ALTER: a kill halfway leaves nothing half
// made. Kysely's own Migrator does not use one on SQLite, and takes another schema's table for its own on PostgreSQL.
import { type Kysely, sql } from 'kysely'
import { OutsideError } from '../../ports/outside-error.ts'
import { type ColumnTypes, POSTGRES_TYPES, SQLITE_TYPES } from './migrations/column-types.ts'
import { firstTables } from './migrations/first-tables.ts'
import { lifeOfRequests } from './migrations/life-of-requests.ts'
import { marks } from './migrations/marks.ts'
import { outcomes } from './migrations/outcomes.ts'
import { positions } from './migrations/positions.ts'
import type { Tables } from './schema.ts'

/** Any number, as long as all enrol-checks use the same and no other program on that database does. */
const ADVISORY_LOCK = 5_610_423_907

/** In order; a name once released never changes. */
const MIGRATIONS: Readonly<Record<string, (db: Kysely<unknown>, types: ColumnTypes) => Promise<void>>> = {
  'first-tables': firstTables,
  outcomes,
  marks,
  positions,
  'life-of-requests': lifeOfRequests,
}

type MigrationTables = { migrations: { name: string } }

/** Brings the tables up to date. Throws OutsideError `store-newer` when a newer enrol-check has changed them already. */
export async function migrate(db: Kysely<Tables>, database: 'sqlite' | 'postgres'): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const trx = transaction as unknown as Kysely<MigrationTables>
    if (database === 'postgres') await sql`select pg_advisory_xact_lock(${sql.lit(ADVISORY_LOCK)})`.execute(trx)
    const done = await doneMigrations(trx)
    for (const [name, run] of Object.entries(MIGRATIONS)) {
      if (done.has(name)) continue
      await run(trx as Kysely<unknown>, database === 'postgres' ? POSTGRES_TYPES : SQLITE_TYPES)
      await trx.insertInto('migrations').values({ name }).execute()
    }
  })
}

async function doneMigrations(trx: Kysely<MigrationTables>): Promise<ReadonlySet<string>> {
  await trx.schema
    .createTable('migrations')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey())
    .execute()
  const names = (await trx.selectFrom('migrations').select('name').execute()).map((row) => row.name)
  const unknown = names.filter((name) => !(name in MIGRATIONS))
  if (unknown.length > 0) {
    const message = `The store was changed by a newer enrol-check (${unknown.join(', ')}): start that version or a later one.`
    throw new OutsideError('store-newer', message)
  }
  return new Set(names)
}
