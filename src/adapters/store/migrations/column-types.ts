// The few column types that the two databases spell differently.
import { type RawBuilder, sql } from 'kysely'

export type ColumnTypes = {
  /** Compared byte by byte: times, and ids that sort, must not depend on the locale of the database. */
  readonly text: RawBuilder<unknown>
  readonly bytes: RawBuilder<unknown>
  /** A number the database gives, growing. */
  readonly serial: RawBuilder<unknown>
}

export const SQLITE_TYPES: ColumnTypes = { text: sql`text`, bytes: sql`blob`, serial: sql`integer` }

export const POSTGRES_TYPES: ColumnTypes = { text: sql`text collate "C"`, bytes: sql`bytea`, serial: sql`bigserial` }
