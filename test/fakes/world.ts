// The application among fakes, its jobs run by hand. The store is the real one on SQLite in a folder of its own: it
// opens in milliseconds, so that there is no second one to keep true.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type OpenStore, openStore } from '../../src/adapters/store/open.ts'
import { eventsFor } from '../../src/app/events.ts'
import { jobKinds } from '../../src/app/job-kinds.ts'
import type { Outside } from '../../src/app/outside.ts'
import { runJob } from '../../src/app/run-job.ts'
import { type Site, sites } from '../../src/moodle/sites.ts'
import { type FakeChat, fakeChat, type NewFile } from './chat.ts'
import { inlineChecker } from './checker.ts'
import { type FakeClock, fakeClock } from './clock.ts'
import { noDirectory } from './directory.ts'
import { fakeLog } from './log.ts'

export type World = {
  readonly outside: Outside
  /** The store as its owner has it. */
  readonly store: OpenStore
  readonly chat: FakeChat
  readonly clock: FakeClock
  readonly log: ReturnType<typeof fakeLog>
  /** Runs what is due, and what that makes due, one after the other; how many. */
  run(): Promise<number>
  close(): Promise<void>
}

/** The first one asks nothing of accounts, so that a good file is ready at once. */
export const easySites: readonly Site[] = sites.toReversed()

/** A started world. */
export async function makeWorld(given: Partial<Outside> = {}): Promise<World> {
  const dataDir = await mkdtemp(join(tmpdir(), 'enrol-check-app-'))
  const opened = await openStore({ databaseUrl: undefined, dataDir })
  const [chat, clock, log] = [fakeChat(), fakeClock(), fakeLog()]
  const outside: Outside = {
    chats: [chat],
    connections: () => ({}),
    store: opened,
    checker: inlineChecker,
    directory: noDirectory,
    clock,
    log,
    sites: easySites,
    language: 'fr',
    emptyDigest: 'line',
    retention: Temporal.Duration.from({ hours: 24 * 30 }),
    maxFileBytes: 100_000,
    ...given,
  }
  await chat.start(eventsFor(outside))
  return {
    outside,
    store: opened,
    chat,
    clock,
    log,
    run: () => runDue(outside),
    async close() {
      await opened.close()
      await rm(dataDir, { recursive: true })
    },
  }
}

export async function runDue(outside: Outside): Promise<number> {
  const kinds = jobKinds(outside)
  const { store, clock } = outside
  for (let count = 0; ; count++) {
    const [job] = await store.jobs.claim(1, clock.now(), Temporal.Duration.from({ seconds: 15 }))
    if (!job) return count
    await runJob(outside, kinds, job)
  }
}

/** A CSV file of these lines. */
export const csv = (name: string, ...lines: readonly string[]): NewFile => ({
  name,
  type: 'text/csv',
  bytes: new TextEncoder().encode(`${lines.join('\n')}\n`),
})

const header = 'username,firstname,lastname,email,course1,role1'
const row = (username: string, role = 'student') =>
  `${username},Camille,Martin,c.martin.${username}@etu.univ.example,M1-BIO-2025,${role}`

/** Three rows without a fault of form. */
export const good = (name = 'liste.csv'): NewFile =>
  csv(name, header, row('21900001'), row('21900002'), row('21900003'))

/** The same with roles that nobody knows, in that many rows. */
export const faulty = (faults: number, name = 'liste.csv'): NewFile =>
  csv(name, header, ...[1, 2, 3].map((n) => row(`2190000${n}`, n <= faults ? `chef${n}` : 'student')))
