// The composition root: settings → adapters → application; the only file that knows all of them.
import { randomBytes } from 'node:crypto'
import { systemClock } from './adapters/clock/system.ts'
import { readConfiguration } from './adapters/configuration/configuration.ts'
import { everyMinute } from './adapters/cron/ticks.ts'
import { patient } from './adapters/directory/patient.ts'
import { snapshotDirectory } from './adapters/directory/snapshot.ts'
import { startServer } from './adapters/http/server.ts'
import { pinoLog } from './adapters/log/pino.ts'
import { type OpenStore, openStore } from './adapters/store/open.ts'
import { createChecker } from './adapters/worker/checker.ts'
import { type App, startApp } from './app/app.ts'
import { health, metrics } from './app/health.ts'
import type { Outside } from './app/outside.ts'
import { type Chats, createChats } from './chats.ts'
import type { Chat } from './ports/chat.ts'
import type { Log } from './ports/log.ts'
import { OutsideError } from './ports/outside-error.ts'
import { environment, readSettings, type Settings, SettingsError } from './settings.ts'

/** Milliseconds that a stop may take; jobs that are not done by then are found again at the next start. */
const patience = 8_000

/** Milliseconds that a check waits for what is known of its site, then it goes without. */
const directoryPatience = 5_000

type Started = { readonly url: string; stop(): Promise<void> }
type Connected = { readonly outside: Outside; readonly routes: Chats['routes']; readonly store: OpenStore }

async function start(settings: Settings, log: Log): Promise<Started> {
  const { outside, routes, store } = await connect(settings, log)
  const app = startApp(outside)
  const server = await startServer({
    host: settings.host,
    port: settings.port,
    routes,
    health: () => health(outside),
    metrics: () => metrics(outside),
    log,
  })
  const tick = async () => {
    await app.tick()
    await store.localPosts.forget(systemClock.now().subtract(outside.retention))
  }
  // A chat that is slow to catch up holds up neither the others nor the clock.
  const starting = startChats(outside.chats, app)
  const stopTicks = everyMinute(log, tick)
  const stopChats = await starting
  // What became due while the bot was away is not left for the next minute.
  await tick().catch((error: unknown) => log.error({ error }, 'the first look at the clock failed'))
  const stop = async () => {
    await stopTicks()
    await stopChats()
    await Promise.all([server.close(), app.stop()])
    await outside.checker.stop()
    await store.close()
  }
  return { url: server.url, stop }
}

/** Starts them together; when one cannot be, the others are stopped. */
async function startChats(chats: readonly Chat[], app: App): Promise<() => Promise<void>> {
  const started = await Promise.allSettled(chats.map((chat) => chat.start(app.events)))
  const stops = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const stopAll = async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
  const failed = started.find((one) => one.status === 'rejected')
  if (!failed) return stopAll
  await stopAll()
  throw failed.reason
}

async function connect(settings: Settings, log: Log): Promise<Connected> {
  const { maxFileBytes, maxRows } = settings
  const configuration = await readConfiguration(settings.config, settings)
  const { sites, language, emptyDigest, retention, directories } = configuration
  const snapshots = snapshotDirectory(directories, log)
  // A reference that is wrong from the start is told to whoever starts the bot, not to those who post.
  for (const { id } of sites) await snapshots.about(id)
  const directory = patient(snapshots, directoryPatience)
  const store = await openStore(settings)
  const clock = systemClock
  const { chats, routes, connections } = await createChats({ settings, configuration, store, clock, log })
  const checker = createChecker({ maxRows, maxBytes: maxFileBytes })
  const outside = {
    ...{ chats, connections, store, checker, directory, clock, log },
    ...{ sites, language, emptyDigest, retention, maxFileBytes },
  }
  return { outside, routes, store }
}

/** A promise that nobody awaited is one event gone wrong: the others go on. After an exception nothing is certain. */
function watch(log: Log, stop: (code: number) => void): void {
  const logBug = (error: unknown) => {
    log.error({ reference: `bug-${randomBytes(3).toString('hex')}`, error }, 'a bug was met')
  }
  process.on('unhandledRejection', logBug)
  process.on('uncaughtException', (error) => {
    logBug(error)
    stop(1)
  })
  process.on('SIGTERM', () => stop(0))
  process.on('SIGINT', () => stop(0))
}

async function main(): Promise<void> {
  const settings = readSettings(environment())
  const log = pinoLog({ level: settings.logLevel, readable: process.stdout.isTTY })
  const started = await start(settings, log)
  let stopping = false
  watch(log, (code) => {
    if (stopping) process.exit(code)
    stopping = true
    setTimeout(() => process.exit(code), patience).unref()
    void started.stop().then(
      () => process.exit(code),
      (error: unknown) => {
        log.error({ error }, 'the stop was not clean')
        process.exit(1)
      },
    )
  })
  const words = settings.chats.local ? `open ${started.url}` : `health at ${started.url}/healthz`
  process.stderr.write(`enrol-check is ready: ${words}\n`)
}

await main().catch((error: unknown) => {
  if (!(error instanceof SettingsError || error instanceof OutsideError)) throw error
  process.stderr.write(`enrol-check did not start.\n${error.message}\n`)
  process.exit(1)
})
