// The bot's side of Mattermost on a real socket, in a town whose people act: each test has its own.
import { vi } from 'vitest'
import { type RunningServer, startServer } from '../../../src/adapters/http/server.ts'
import { paths } from '../../../src/adapters/mattermost/callback-options.ts'
import { createMattermostChat, type MattermostChat } from '../../../src/adapters/mattermost/chat.ts'
import type { MattermostOptions } from '../../../src/adapters/mattermost/options.ts'
import type { Timings } from '../../../src/adapters/mattermost/timings.ts'
import type { ChatEvents, Command, Deletion, Posting, Press } from '../../../src/ports/chat.ts'
import type { Postings } from '../../../src/ports/store.ts'
import type { Message } from '../../../src/replies/message.ts'
import { fakeLog } from '../../fakes/log.ts'
import { type MattermostServer, serveTown } from '../../fakes/mattermost/server.ts'
import { type SupportTown, supportTown } from '../../fakes/mattermost/support-town.ts'
import type { TownOptions } from '../../fakes/mattermost/town.ts'

export type MattermostWorld = {
  readonly town: SupportTown
  readonly server: MattermostServer
  readonly log: ReturnType<typeof fakeLog>
  readonly heard: Heard
  /** Token of the slash command of the town's team. */
  readonly commandToken: string
  /** Address at which the town reaches the bot. */
  readonly callbackUrl: string
  /** The chat of now. */
  chat(): MattermostChat
  /** A new process: another chat, not started, with what the store of the one before knew. */
  restart(options?: Partial<MattermostOptions>): MattermostChat
  /** Starts the chat of now on `heard`, or on these events. */
  start(events?: Partial<ChatEvents>): Promise<void>
  stop(): Promise<void>
  close(): Promise<void>
}

export type Heard = {
  readonly postings: Posting[]
  readonly deletions: Deletion[]
  readonly presses: Press[]
  readonly commands: Command[]
}

/** Long enough never to come by itself, but for what tests wait for. */
export const testTimings: Timings = {
  request: 2_000,
  transfer: 2_000,
  retries: [5, 10],
  patience: 50,
  ping: 60_000,
  check: 60_000,
  sweep: 60_000,
  reconnect: [5, 40],
  again: 5,
  answer: 300,
}

export type WorldOptions = { readonly town?: TownOptions; readonly options?: Partial<MattermostOptions> }

/** A town, its server, and a bot that is not started. */
export async function makeWorld({ town: given = {}, options = {} }: WorldOptions = {}): Promise<MattermostWorld> {
  const town = supportTown(given)
  const server = await serveTown(town)
  const log = fakeLog()
  const heard: Heard = { postings: [], deletions: [], presses: [], commands: [] }
  const postings = fakeWatermarks()
  let current: MattermostChat
  let stops: (() => Promise<void>)[] = []
  const bot = await serveBot(() => current)
  const commandToken = await makeCommand(town, server, bot.url)

  const make = (more: Partial<MattermostOptions> = {}): MattermostChat =>
    createMattermostChat({
      url: server.url,
      token: town.bot.token,
      channels: ['cemu/inscriptions'],
      commandTokens: [commandToken],
      callbackUrl: bot.url,
      staff: ['sofia'],
      staffGroup: null,
      secret: 'a secret of the test',
      timezone: 'Europe/Paris',
      clock: town.clock,
      log,
      postings,
      threads: () => Promise.resolve([]),
      timings: testTimings,
      ...options,
      ...more,
    })
  current = make()

  const world: MattermostWorld = {
    town,
    server,
    log,
    heard,
    commandToken,
    callbackUrl: bot.url,
    chat: () => current,
    restart(more) {
      current = make(more)
      return current
    },
    async start(events = {}) {
      stops.push(await current.start({ ...listenerOn(heard), ...events }))
    },
    async stop() {
      for (const stop of stops.splice(0)) await stop()
    },
    async close() {
      await world.stop()
      await bot.close()
      await server.stop()
    },
  }
  stops = []
  return world
}

/** Until that no longer fails; for what crosses a socket. */
export async function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return await vi.waitFor(check, { timeout: 3_000, interval: 2 })
}

/** Remembers everything; answers a command with one word. */
export function listenerOn(heard: Heard): ChatEvents {
  return {
    posted: (posting) => Promise.resolve(void heard.postings.push(posting)),
    deleted: (deletion) => Promise.resolve(void heard.deletions.push(deletion)),
    pressed(press) {
      heard.presses.push(press)
      return Promise.resolve(null)
    },
    commanded(command) {
      heard.commands.push(command)
      return Promise.resolve(messageOf('Voilà'))
    },
  }
}

/** One paragraph, or what is given. */
export function messageOf(text: string, rest: Partial<Message> = {}): Message {
  const paragraphs = [{ kind: 'text' as const, spans: [text] }]
  return { language: 'fr', paragraphs, files: [], buttons: [], choices: [], ...rest }
}

export const buttonsOf = (...ids: readonly string[]): Message['buttons'] =>
  ids.map((id) => ({ id, label: id, style: 'default' }))

export const filesOf = (...files: readonly (readonly [name: string, text: string])[]): Message['files'] =>
  files.map(([name, text]) => ({ name, type: 'text/csv', bytes: Buffer.from(text) }))

/** How far channels were seen, as the store would know it. */
export function fakeWatermarks(): Pick<Postings, 'watermark' | 'setWatermark'> & {
  readonly marks: Map<string, string>
} {
  const marks = new Map<string, string>()
  return {
    marks,
    watermark: (_chat, channel) => Promise.resolve(marks.get(channel) ?? null),
    setWatermark: (_chat, channel, post) => Promise.resolve(void marks.set(channel, post)),
  }
}

/** The one HTTP server, with whatever chat is there now. */
async function serveBot(chat: () => MattermostChat): Promise<RunningServer> {
  const routes = Object.values(paths).map((path) => ({
    method: 'POST' as const,
    path,
    answer: (request: Parameters<MattermostChat['routes'][number]['answer']>[0]) =>
      chat()
        .routes.find((route) => route.path === path)!
        .answer(request),
  }))
  const probes = { health: () => ({ ready: true }), metrics: () => '' }
  return await startServer({ host: '127.0.0.1', port: 0, routes, log: fakeLog(), ...probes })
}

async function makeCommand(town: SupportTown, server: MattermostServer, url: string): Promise<string> {
  const command = { team_id: town.team, trigger: 'enrol-check', method: 'P', url: url + paths.command }
  const headers = { authorization: `Bearer ${town.adminToken}`, 'content-type': 'application/json' }
  const body = JSON.stringify(command)
  const response = await fetch(`${server.url}/api/v4/commands`, { method: 'POST', headers, body })
  return ((await response.json()) as { token: string }).token
}
