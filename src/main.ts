// The composition root: settings → adapters → application; the only file that knows all of them.
import { randomBytes } from 'node:crypto'
import { systemClock } from './adapters/clock/system.ts'
import { readConfiguration } from './adapters/configuration/configuration.ts'
import { everyMinute } from './adapters/cron/ticks.ts'
import { patient } from './adapters/directory/patient.ts'
import { snapshotDirectory } from './adapters/directory/snapshot.ts'
import { startServer } from './adapters/http/server.ts'
import { createLocalChat, type LocalChat } from './adapters/local/chat.ts'
import { pinoLog } from './adapters/log/pino.ts'
import { type OpenStore, openStore } from './adapters/store/open.ts'
import { createChecker } from './adapters/worker/checker.ts'
import { startApp } from './app/app.ts'
import { health, metrics } from './app/health.ts'
import type { Outside } from './app/outside.ts'
import type { Log } from './ports/log.ts'
import { OutsideError } from './ports/outside-error.ts'
import { environment, readSettings, type Settings, SettingsError } from './settings.ts'

/** Milliseconds that a stop may take; jobs that are not done by then are found again at the next start. */
const patience = 8_000

/** Milliseconds that a check waits for what is known of its site, then it goes without. */
const directoryPatience = 5_000

type Started = { readonly url: string; stop(): Promise<void> }
type Connected = { readonly outside: Outside; readonly chat: LocalChat; readonly store: OpenStore }

async function start(settings: Settings, log: Log): Promise<Started> {
  const { outside, chat, store } = await connect(settings, log)
  const app = startApp(outside)
  const server = await startServer({
    host: settings.host,
    port: settings.port,
    routes: chat.routes,
    health: () => health(outside),
    metrics: () => metrics(outside),
    log,
  })
  const stopChat = await chat.start(app.events)
  const stopTicks = everyMinute(log, async () => {
    await app.tick()
    await store.localPosts.forget(systemClock.now().subtract(outside.retention))
  })
  const stop = async () => {
    await stopTicks()
    await stopChat()
    await Promise.all([server.close(), app.stop()])
    await outside.checker.stop()
    await store.close()
  }
  return { url: server.url, stop }
}

async function connect(settings: Settings, log: Log): Promise<Connected> {
  const { maxFileBytes, maxRows, host } = settings
  const { sites, language, emptyDigest, retention, directories } = await readConfiguration(settings.config, settings)
  const snapshots = snapshotDirectory(directories, log)
  // A reference that is wrong from the start is told to whoever starts the bot, not to those who post.
  for (const { id } of sites) await snapshots.about(id)
  const directory = patient(snapshots, directoryPatience)
  const store = await openStore(settings)
  const clock = systemClock
  const chat = createLocalChat({ posts: store.localPosts, clock, log, host })
  const checker = createChecker({ maxRows, maxBytes: maxFileBytes })
  const outside = {
    ...{ chats: [chat], connections: () => ({}), store, checker, directory, clock, log },
    ...{ sites, language, emptyDigest, retention, maxFileBytes },
  }
  return { outside, chat, store }
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
  process.stderr.write(`enrol-check is ready: open ${started.url}\n`)
}

await main().catch((error: unknown) => {
  if (!(error instanceof SettingsError || error instanceof OutsideError)) throw error
  process.stderr.write(`enrol-check did not start.\n${error.message}\n`)
  process.exit(1)
})
