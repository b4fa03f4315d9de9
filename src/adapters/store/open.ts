// Everything above this file is the same for both databases.
import { CamelCasePlugin, Kysely } from 'kysely'
import type { LocalPosts } from '../../ports/local-posts.ts'
import type { Store } from '../../ports/store.ts'
import { createBatches } from './batches.ts'
import { breathing } from './breathing.ts'
import { createChronicle } from './chronicle.ts'
import { guarded, refail } from './failure.ts'
import { createFiles } from './files.ts'
import { createJobs, endLeases } from './jobs.ts'
import { createLocalPosts } from './local-posts.ts'
import { migrate } from './migrations.ts'
import { createOutgoing } from './outgoing.ts'
import { postgresDialect } from './postgres.ts'
import { createPostings } from './postings.ts'
import { createPreferences } from './preferences.ts'
import type { Tables } from './schema.ts'
import { sqliteDialect } from './sqlite.ts'
import { type Wiping, wiping } from './wipe.ts'

export type OpenStore = Store & { readonly localPosts: LocalPosts; close(): Promise<void> }

/**
 * Opens the PostgreSQL at `databaseUrl`, or the SQLite file in `dataDir` when there is none, and brings its tables up
 * to date. Throws OutsideError: `store-locked` (another process has the file), `store-newer` (a later version wrote it),
 * `store-unavailable`.
 */
export async function openStore(settings: {
  readonly databaseUrl: string | undefined
  readonly dataDir: string
}): Promise<OpenStore> {
  const { databaseUrl, dataDir } = settings
  const database = databaseUrl === undefined ? 'sqlite' : 'postgres'
  const dialect = databaseUrl === undefined ? sqliteDialect(dataDir) : postgresDialect(databaseUrl)
  const db = new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin()] })
  try {
    await migrate(db, database)
    if (database === 'sqlite') await endLeases(db)
  } catch (error) {
    await db.destroy()
    refail(error)
  }
  const wipe: Wiping = database === 'sqlite' ? wiping(db) : (forgetting) => forgetting
  const held = <Port extends object>(port: Port): Port =>
    database === 'sqlite' ? breathing(guarded(port)) : guarded(port)
  return {
    postings: held(createPostings(db)),
    jobs: held(createJobs(db, { skipLocked: database === 'postgres' })),
    batches: held(createBatches(db)),
    chronicle: held(createChronicle(db)),
    files: held(createFiles(db, wipe)),
    outgoing: held(createOutgoing(db)),
    preferences: held(createPreferences(db)),
    localPosts: held(createLocalPosts(db, wipe)),
    ...held({ close: () => db.destroy() }),
  }
}
