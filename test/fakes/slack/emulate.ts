// The Slack of the package `emulate`, which others wrote: Web API, files, strict scopes and signed events. It has no
// Socket Mode, commands, buttons or forms, takes any blocks, and knows no languages.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { webApi } from '@slack/bolt'
import { createEmulator } from 'emulate'
import { silent } from './bolt.ts'
import type { NewFile } from './people.ts'

export type EmulatedSlack = {
  readonly apiUrl: string
  readonly botToken: string
  readonly signingSecret: string
  /** Id of the support channel, which the bot is in. */
  readonly channel: string
  /** Ids by name. */
  readonly people: Readonly<Record<Name, string>>
  /** As that person sees and does things. */
  readonly client: (name: Name) => webApi.WebClient
  /** A person posts files; settles once the bot has answered the event. Stamp of the post. */
  post(name: Name, text: string, files: readonly NewFile[], thread?: string): Promise<string>
  /** From now on, sends events to the bot's `…/slack/events`. */
  tell(url: string): void
  close(): Promise<void>
}

const names = ['marie', 'emma', 'sofia'] as const
type Name = (typeof names)[number]

const botToken = 'xoxb-enrol-check'
const signingSecret = 'signing secret'
const personScopes = [
  'chat:write',
  'channels:history',
  'channels:read',
  'channels:write',
  'files:read',
  'files:write',
  'users:read',
]

/** With these scopes of the bot, one public channel, and three people in it. */
export async function startEmulate(scopes: readonly string[]): Promise<EmulatedSlack> {
  const opened = await openPlugin()
  const slack = await createEmulator({ service: 'slack', port: 0, seed: { slack: workspace(scopes) } })
  const apiUrl = `${slack.url}/api/`
  const client = (name: Name) => clientOf(apiUrl, tokenOf(name))
  const { channel, people, bot } = await lookAround(client('marie'))
  await client('marie').conversations.invite({ channel, users: bot })
  return {
    ...{ apiUrl, botToken, signingSecret, channel, people, client },
    post: (name, text, files, thread) => post(client(name), channel, text, files, thread),
    close: () => slack.close(),
    tell: (target) => opened().register({ url: target, events: ['message'], active: true, owner: 'slack' }),
  }
}

type Webhooks = {
  register(subscription: { url: string; events: readonly string[]; active: boolean; owner: string }): void
}
type Plugin = { register(app: unknown, store: unknown, webhooks: Webhooks, ...rest: readonly unknown[]): void }

/** Its events go to subscribers that nothing outside can name, so the plugin's `register` is listened to for the list. */
async function openPlugin(): Promise<() => Webhooks> {
  const folder = dirname(fileURLToPath(import.meta.resolve('emulate')))
  const file = globSync('dist-*.js', { cwd: folder }).find((name) =>
    readFileSync(join(folder, name), 'utf8').includes('var slackPlugin ='),
  )
  const { slackPlugin } = (await import(pathToFileURL(join(folder, file!)).href)) as { slackPlugin: Plugin }
  const register = slackPlugin.register.bind(slackPlugin)
  let found: Webhooks
  slackPlugin.register = (app, store, webhooks, ...rest) => {
    found = webhooks
    slackPlugin.register = register
    register(app, store, webhooks, ...rest)
  }
  return () => found
}

function workspace(scopes: readonly string[]) {
  const bot = { app_id: 'A0ENROL', bot_id: 'B0ENROL00', bot_user_id: 'U0ENROL00', bot_name: 'enrol-check' }
  return {
    users: names.map((name) => ({ name, real_name: name })),
    channels: [{ name: 'support' }],
    oauth_apps: [{ client_id: '1.2', client_secret: 's', name: 'enrol-check', redirect_uris: [], scopes, ...bot }],
    tokens: [
      { token: botToken, type: 'bot', user_id: bot.bot_user_id, scopes, client_id: '1.2', ...bot },
      ...names.map((user) => ({ token: tokenOf(user), type: 'user', user, scopes: personScopes })),
    ],
    signing_secret: signingSecret,
    strict_scopes: true,
  }
}

const tokenOf = (name: Name): string => `xoxp-${name}`

async function lookAround({ conversations, users }: webApi.WebClient) {
  const { channels } = await conversations.list()
  const { members = [] } = await users.list({})
  const idOf = (name: string) => members.find((member) => member.name === name)!.id!
  const people = Object.fromEntries(names.map((name) => [name, idOf(name)])) as Record<Name, string>
  return { channel: channels!.find(({ name }) => name === 'support')!.id!, people, bot: idOf('enrol-check') }
}

async function post(
  { files: api, chat }: webApi.WebClient,
  channel: string,
  text: string,
  files: readonly NewFile[],
  thread?: string,
): Promise<string> {
  const place = thread === undefined ? {} : { thread_ts: thread }
  if (files.length === 0) return (await chat.postMessage({ channel, text, ...place })).ts!
  const done: { id: string; title: string }[] = []
  for (const { name, text: content = '', bytes = Buffer.from(content) } of files) {
    const { file_id: id, upload_url: url } = await api.getUploadURLExternal({ filename: name, length: bytes.length })
    await fetch(url!, { method: 'POST', body: Uint8Array.from(bytes) })
    done.push({ id: id!, title: name })
  }
  const shared = { files: done as [(typeof done)[number]], channel_id: channel, initial_comment: text, ...place }
  await api.completeUploadExternal(shared)
  const { file } = await api.info({ file: done[0]!.id })
  return file!.shares!.public![channel]![0]!.ts!
}

function clientOf(slackApiUrl: string, token: string): webApi.WebClient {
  return new webApi.WebClient(token, { slackApiUrl, retryConfig: { retries: 0 }, logger: silent })
}
