// The adapter in a Slack town: what the application would give it is kept here, and survives the bot's process.
import { expect } from 'vitest'
import { createSlackChat, type SlackChat } from '../../../src/adapters/slack/chat.ts'
import type { SlackOptions } from '../../../src/adapters/slack/options.ts'
import type { ChatEvents, Command, Deletion, Posting, Press } from '../../../src/ports/chat.ts'
import type { Message } from '../../../src/replies/message.ts'
import { fakeLog } from '../../fakes/log.ts'
import { type SlackTown, slackTown } from '../../fakes/slack/town.ts'
import { teamGroup } from '../../fakes/slack/townsfolk.ts'
import { manifest } from './manifest.ts'

export type Heard = {
  readonly postings: Posting[]
  readonly deletions: Deletion[]
  readonly presses: Press[]
  readonly commands: Command[]
}

export type SlackWorld = {
  readonly town: SlackTown
  readonly heard: Heard
  readonly log: ReturnType<typeof fakeLog>
  /** Threads that the application calls open. */
  readonly threads: { channel: string; thread: string }[]
  readonly watermarks: Map<string, string>
  /** Waits that the adapter asked for, in milliseconds. */
  readonly waits: number[]
  /** What the application does; it notes everything unless a test changes it. */
  readonly events: { -readonly [Name in keyof ChatEvents]: ChatEvents[Name] }
  /** A new process, not started. */
  process(given?: Partial<SlackOptions>): SlackChat
  /** A new process, started; it is stopped at the end of the test. */
  start(given?: Partial<SlackOptions>): Promise<SlackChat>
  /** Stops the processes that `start` started. */
  stop(): Promise<void>
  /** Ends a wait of that many milliseconds, once somebody waits so long. */
  wake(milliseconds: number): Promise<void>
  close(): Promise<void>
}

/** Waits shorter than this pass at once, longer ones when they are woken. */
const shortest = 20_000

export async function slackWorld(): Promise<SlackWorld> {
  const town = await slackTown()
  install(town)
  const heard: Heard = { postings: [], deletions: [], presses: [], commands: [] }
  const log = fakeLog()
  const threads: SlackWorld['threads'] = []
  const watermarks = new Map<string, string>()
  const waits: number[] = []
  const sleepers = new Map<number, PromiseWithResolvers<() => void>>()
  const stops: (() => Promise<void>)[] = []
  const events = noting(heard)

  const pause: SlackOptions['pause'] = (milliseconds, signal) => {
    waits.push(milliseconds)
    if (milliseconds < shortest) {
      town.clock.pass({ milliseconds })
      return Promise.resolve()
    }
    return new Promise((resolve) => {
      sleeper(milliseconds).resolve(resolve)
      signal?.addEventListener('abort', () => resolve())
      if (signal?.aborted) resolve()
    })
  }

  function sleeper(milliseconds: number): PromiseWithResolvers<() => void> {
    const known = sleepers.get(milliseconds) ?? Promise.withResolvers<() => void>()
    sleepers.set(milliseconds, known)
    return known
  }

  const process = (given: Partial<SlackOptions> = {}) =>
    createSlackChat({
      botToken: town.app.botToken,
      appToken: town.app.appToken,
      channels: [],
      staff: [],
      staffGroup: teamGroup,
      sites: [
        { id: 'ecampus', name: 'Ecampus' },
        { id: 'collegium', name: 'Collégium' },
      ],
      threads: () => Promise.resolve(threads),
      watermark: (channel) => Promise.resolve(watermarks.get(channel) ?? null),
      setWatermark(channel, post) {
        watermarks.set(channel, post)
        return Promise.resolve()
      },
      clock: town.clock,
      log,
      apiUrl: town.apiUrl,
      pause,
      ...given,
    })

  const stop = async () => {
    for (const each of stops.splice(0)) await each()
  }

  return {
    ...{ town, heard, log, threads, watermarks, waits, events, process, stop },
    async start(given) {
      const chat = process(given)
      stops.push(await chat.start(events))
      return chat
    },
    async wake(milliseconds) {
      const wake = await sleeper(milliseconds).promise
      sleepers.delete(milliseconds)
      wake()
    },
    async close() {
      await stop()
      await town.close()
      // Whatever a test is about: nothing that the bot sent may be what Slack would have refused.
      expect(town.breaches).toEqual([])
    },
  }
}

/** The bot has the rights of the manifest, and no others. */
function install({ app }: SlackTown): void {
  app.scopes.clear()
  for (const scope of manifest.oauth_config.scopes.bot) app.scopes.add(scope)
  app.events.clear()
  for (const event of manifest.settings.event_subscriptions.bot_events) app.events.add(event)
}

function noting(heard: Heard): ChatEvents {
  const note =
    <T>(list: T[]) =>
    (event: T) => {
      list.push(event)
      return Promise.resolve()
    }
  return {
    posted: note(heard.postings),
    deleted: note(heard.deletions),
    pressed: (press) => note(heard.presses)(press).then(() => null),
    commanded: (command) => note(heard.commands)(command).then(() => saying('Voilà')),
  }
}

type Parts = Partial<Omit<Message, 'language' | 'paragraphs'>> & { readonly named?: readonly string[] }

/** A message of one line; `named` are files of it, of which each says its own name. */
export function saying(text: string, { named = [], files = [], ...parts }: Parts = {}): Message {
  const made = named.map((name) => ({ name, type: 'text/csv' as const, bytes: Buffer.from(`of ${name}`) }))
  return {
    language: 'fr',
    paragraphs: [{ kind: 'text', spans: [text] }],
    buttons: [],
    choices: [],
    ...parts,
    files: [...files, ...made],
  }
}
