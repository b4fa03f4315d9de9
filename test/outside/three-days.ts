// The whole application behind the local page, with a clock that a test moves and a Moodle site that it can add to.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../../src/adapters/http/server.ts'
import { createLocalChat } from '../../src/adapters/local/chat.ts'
import { openStore } from '../../src/adapters/store/open.ts'
import { startApp } from '../../src/app/app.ts'
import type { Outside } from '../../src/app/outside.ts'
import { referenceFrom } from '../../src/checking/snapshot.ts'
import { sites } from '../../src/moodle/sites.ts'
import type { Directory } from '../../src/ports/directory.ts'
import { nothingKnown } from '../../src/ports/directory.ts'
import { silentLog } from '../adapters/local/local-server.ts'
import { inlineChecker } from '../fakes/checker.ts'
import { fakeClock } from '../fakes/clock.ts'

export type Days = {
  readonly url: string
  /** Time goes on to that hour in Paris, and the bot looks at it. */
  until(time: string): Promise<void>
  close(): Promise<void>
}

/** Begins at that hour in Paris, with accounts of Ecampus that were made at these hours beside those of the README. */
export async function startDays(time: string, accounts: Readonly<Record<string, string>>): Promise<Days> {
  const dataDir = await mkdtemp(join(tmpdir(), 'enrol-check-days-'))
  const store = await openStore({ databaseUrl: undefined, dataDir })
  const clock = fakeClock(inParis(time).toString())
  const chat = createLocalChat({ posts: store.localPosts, clock, log: silentLog })
  const directory = await ecampusWith(accounts)
  const outside: Outside = {
    ...{ chats: [chat], connections: () => ({}), store, checker: inlineChecker, directory, clock, log: silentLog },
    ...{ sites, language: 'fr', emptyDigest: 'line', maxFileBytes: 100_000 },
    retention: Temporal.Duration.from({ hours: 24 * 30 }),
  }
  const app = startApp(outside)
  const [health, metrics] = [() => ({ ready: true }), () => '']
  const server = await startServer({
    ...{ host: '127.0.0.1', port: 0, routes: chat.routes, health, metrics, log: silentLog },
  })
  const stop = await chat.start(app.events)
  return {
    url: server.url,
    async until(next) {
      clock.set(inParis(next))
      await app.tick()
    },
    async close() {
      await stop()
      await Promise.all([server.close(), app.stop()])
      await store.close()
      await rm(dataDir, { recursive: true })
    },
  }
}

/** `2026-11-23T09:40`. */
export const inParis = (time: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(time).toZonedDateTime('Europe/Paris').toInstant()

async function ecampusWith(accounts: Readonly<Record<string, string>>): Promise<Directory> {
  const example = JSON.parse(await readFile('docs/examples/site.json', 'utf8')) as { accounts: readonly unknown[] }
  const added = Object.entries(accounts).map(([username, time]) => ({
    ...{ username, email: `${username}@etu.univ-exemple.example` },
    timecreated: inParis(time).toString(),
  }))
  const snapshot = { ...example, accounts: [...example.accounts, ...added] }
  const [reference, text] = [referenceFrom(snapshot), JSON.stringify(snapshot)]
  const known = { reference, snapshot: text, version: '1', takenAt: null, outdated: false }
  return { about: (site) => Promise.resolve(site === 'ecampus' ? known : nothingKnown) }
}
