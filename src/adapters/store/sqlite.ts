// One file and one process: the lock is taken at opening and held, so that a second bot is told at once, not at its
// first write.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely'
import { OutsideError } from '../../ports/outside-error.ts'

const FILE = 'enrol-check.sqlite'
const SQLITE_BUSY = 5

// Under `locking_mode` the first look at the file, which is the next line, takes its lock for good. `secure_delete`
// overwrites forgotten bytes.
const SETTINGS = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
`

/**
 * Kysely's dialect on the one file of that directory, which is made when missing.
 * Throws OutsideError `store-locked` when another process has the file, `store-unavailable` when it cannot be opened.
 */
export function sqliteDialect(dataDir: string): SqliteDialect {
  const path = join(dataDir, FILE)
  return new SqliteDialect({ database: adapted(openLocked(dataDir, path)) })
}

function openLocked(dataDir: string, path: string): DatabaseSync {
  let database: DatabaseSync | undefined
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    database = new DatabaseSync(path)
    database.exec(SETTINGS)
    return database
  } catch (cause) {
    database?.close()
    throw isBusy(cause) ? lockedError(path, cause) : unusableError(path, cause)
  }
}

function isBusy(error: unknown): boolean {
  return ((error as { errcode?: number }).errcode ?? 0) % 256 === SQLITE_BUSY
}

function lockedError(path: string, cause: unknown): OutsideError {
  const message =
    `Another enrol-check already uses ${path}. Stop the other one, or give this one a data directory of its own, ` +
    'or set DATABASE_URL: any number of them may share a PostgreSQL.'
  return new OutsideError('store-locked', message, { cause })
}

function unusableError(path: string, cause: unknown): OutsideError {
  const message = `${path} cannot be opened: ${(cause as Error).message}. Check the data directory and its permissions.`
  return new OutsideError('store-unavailable', message, { cause })
}

/** node:sqlite takes parameters one by one, where Kysely (made for better-sqlite3) gives an array. */
function adapted(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare(text): SqliteStatement {
      const statement = database.prepare(text)
      return {
        reader: statement.columns().length > 0,
        all: (values) => statement.all(...(values as SQLInputValue[])),
        run: (values) => statement.run(...(values as SQLInputValue[])),
        iterate: (values) => statement.iterate(...(values as SQLInputValue[])),
      }
    },
  }
}
