// A connection that the server drops makes pg emit 'error', and an 'error' nobody listens to ends the process.
import { PostgresDialect } from 'kysely'
import { Pool, TypeOverrides, types } from 'pg'
import { OutsideError } from '../../ports/outside-error.ts'

/** Kysely's dialect on a pool of connections. Throws OutsideError `store-unavailable` when the address is none. */
export function postgresDialect(databaseUrl: string): PostgresDialect {
  if (!URL.canParse(databaseUrl)) {
    // The address stays out of the message: it holds a password.
    throw new OutsideError('store-unavailable', 'DATABASE_URL must look like postgres://name:password@host/database')
  }
  return new PostgresDialect({ pool: newPool(databaseUrl) })
}

function newPool(databaseUrl: string): Pool {
  const pool = new Pool({
    connectionString: databaseUrl,
    application_name: 'enrol-check',
    max: 5,
    connectionTimeoutMillis: 5_000,
    query_timeout: 30_000,
    keepAlive: true,
    types: numbers(),
  })
  // Whoever uses the connection gets the error from its query; pg-pool then replaces the connection.
  pool.on('error', ignore)
  pool.on('connect', (client) => client.on('error', ignore))
  return pool
}

/** pg gives bigint (counts, file sizes) as text. */
function numbers(): TypeOverrides {
  const overrides = new TypeOverrides()
  overrides.setTypeParser(types.builtins.INT8, Number)
  return overrides
}

function ignore(): void {
  // on purpose
}
