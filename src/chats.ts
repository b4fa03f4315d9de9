// The part of the composition root that knows the chats: which of them are set, and what each is given.
import type { Configuration } from './adapters/configuration/configuration.ts'
import type { Route } from './adapters/http/route.ts'
import { createLocalChat } from './adapters/local/chat.ts'
import { localPeople } from './adapters/local/people.ts'
import type { OpenStore } from './adapters/store/open.ts'
import type { Connection } from './app/connection.ts'
import type { Chat, ChatName } from './ports/chat.ts'
import type { Clock } from './ports/clock.ts'
import type { Log } from './ports/log.ts'
import type { MattermostSettings, Settings, SlackSettings } from './settings.ts'

export type Chats = {
  readonly chats: readonly Chat[]
  /** For the HTTP server. */
  readonly routes: readonly Route[]
  readonly connections: () => Readonly<Partial<Record<ChatName, Connection>>>
}

export type ChatsOptions = {
  readonly settings: Settings
  readonly configuration: Configuration
  readonly store: OpenStore
  readonly clock: Clock
  readonly log: Log
}

/** The chats that the settings name, not started. */
export async function createChats(options: ChatsOptions): Promise<Chats> {
  const { settings } = options
  const local = settings.chats.local ? localChat(options) : null
  const slack = settings.chats.slack && (await slackChat(options, settings.chats.slack))
  const mattermost = settings.chats.mattermost && (await mattermostChat(options, settings.chats.mattermost))
  return {
    chats: [local, slack, mattermost].filter((chat) => chat !== null),
    routes: [...(local?.routes ?? []), ...(mattermost?.routes ?? [])],
    connections: () => ({
      ...(slack && { slack: slack.connection() }),
      ...(mattermost && { mattermost: mattermost.connection() }),
    }),
  }
}

function localChat({ settings, configuration, store, clock, log }: ChatsOptions) {
  const staff = new Set(configuration.staff.local)
  const people = localPeople.map((person) => ({ ...person, staff: staff.has(person.id) }))
  return createLocalChat({ posts: store.localPosts, clock, log, host: settings.host, people })
}

/** Bolt takes a third of a second to load: only where it is used. */
async function slackChat({ configuration, store, clock, log }: ChatsOptions, slack: SlackSettings) {
  const { createSlackChat } = await import('./adapters/slack/chat.ts')
  const { postings } = store
  return createSlackChat({
    ...slack,
    staff: slack.staff ?? configuration.staff.slack.people,
    staffGroup: slack.staffGroup ?? configuration.staff.slack.group,
    sites: configuration.sites,
    threads: () => openThreads(store, 'slack'),
    watermark: (channel) => postings.watermark('slack', channel),
    setWatermark: (channel, post) => postings.setWatermark('slack', channel, post),
    clock,
    log,
  })
}

async function mattermostChat(options: ChatsOptions, mattermost: MattermostSettings) {
  const { settings, configuration, store, clock, log } = options
  const { createMattermostChat } = await import('./adapters/mattermost/chat.ts')
  const { keptCommandTokens } = await import('./adapters/mattermost/kept-tokens.ts')
  return createMattermostChat({
    ...mattermost,
    commandTokens: mattermost.commandTokens ?? (await keptCommandTokens(settings.dataDir)),
    staff: mattermost.staff ?? configuration.staff.mattermost.people,
    staffGroup: mattermost.staffGroup ?? configuration.staff.mattermost.group,
    timezone: configuration.sites[0].timezone,
    postings: store.postings,
    threads: () => openThreads(store, 'mattermost'),
    clock,
    log,
  })
}

/** Threads in which something is still expected. */
async function openThreads({ batches }: OpenStore, chat: ChatName) {
  return (await batches.pending({ chat })).map(({ channel, thread }) => ({ channel, thread }))
}
