// The environment is foreign text: it is read once, here, and refused with what to write instead.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { z } from 'zod'
import { type logLevels, variables } from './variables.ts'

export type Settings = {
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  readonly dataDir: string
  /** Undefined: SQLite in `dataDir`. */
  readonly databaseUrl: string | undefined
  /** Path of the configuration file; undefined: the defaults. */
  readonly config: string | undefined
  /** These three win over the configuration where they are set: the site that files are for, its snapshot, and how long files are kept. */
  readonly site: string | undefined
  readonly reference: string | undefined
  readonly retention: Temporal.Duration | undefined
  readonly maxFileBytes: number
  readonly maxRows: number
  readonly logLevel: (typeof logLevels)[number]
  /** Of an administrator of Mattermost, for setup alone. */
  readonly adminToken: string | null
  /** Chats to connect to; the page is one of them. */
  readonly chats: {
    readonly local: boolean
    readonly slack: SlackSettings | null
    readonly mattermost: MattermostSettings | null
  }
}

export type SlackSettings = {
  readonly botToken: string
  readonly appToken: string | undefined
  readonly signingSecret: string | undefined
  readonly port: number
  readonly channels: readonly string[]
  /** Undefined: as the configuration says. */
  readonly staff: readonly string[] | undefined
  readonly staffGroup: string | undefined
}

export type MattermostSettings = {
  readonly url: string
  readonly token: string
  readonly channels: readonly string[]
  readonly callbackUrl: string | null
  /** Undefined: what setup kept. */
  readonly commandTokens: readonly string[] | undefined
  /** Undefined: as the configuration says. */
  readonly staff: readonly string[] | undefined
  readonly staffGroup: string | undefined
  readonly secret: string | null
}

type Read = { readonly [Name in keyof typeof variables]: z.output<(typeof variables)[Name]['schema']> }

/** The settings in that environment. Throws SettingsError with one line per variable that is wrong. */
export function readSettings(environment: Environment): Settings {
  const read = readVariables(environment)
  return {
    host: read.HOST,
    port: read.PORT,
    dataDir: resolve(read.DATA_DIR),
    databaseUrl: read.DATABASE_URL,
    config: read.CONFIG,
    site: read.SITE,
    reference: read.REFERENCE,
    retention:
      read.RETENTION_DAYS === undefined ? undefined : Temporal.Duration.from({ hours: 24 * read.RETENTION_DAYS }),
    maxFileBytes: read.MAX_FILE_MB * 1024 * 1024,
    maxRows: read.MAX_ROWS,
    logLevel: read.LOG_LEVEL,
    adminToken: read.MATTERMOST_ADMIN_TOKEN ?? null,
    chats: chatsOf(read),
  }
}

function chatsOf(read: Read): Settings['chats'] {
  const [slack, mattermost] = [slackOf(read), mattermostOf(read)]
  const isAlone = slack === null && mattermost === null
  return { local: read.LOCAL_PAGE === 'on' || (read.LOCAL_PAGE === 'auto' && isAlone), slack, mattermost }
}

function slackOf(read: Read): SlackSettings | null {
  const botToken = read.SLACK_BOT_TOKEN
  const [appToken, signingSecret] = [read.SLACK_APP_TOKEN, read.SLACK_SIGNING_SECRET]
  if (botToken === undefined) {
    if ((appToken ?? signingSecret) === undefined) return null
    throw new SettingsError('SLACK_BOT_TOKEN is missing. Set it to the “Bot User OAuth Token” of the Slack app.')
  }
  if ((appToken ?? signingSecret) === undefined)
    throw new SettingsError('SLACK_APP_TOKEN is missing. Set it (Socket Mode), or SLACK_SIGNING_SECRET (HTTP).')
  const staff = { staff: read.SLACK_STAFF, staffGroup: read.SLACK_STAFF_GROUP }
  return { botToken, appToken, signingSecret, port: read.SLACK_PORT, channels: read.SLACK_CHANNELS ?? [], ...staff }
}

function mattermostOf(read: Read): MattermostSettings | null {
  const [url, token] = [read.MATTERMOST_URL, read.MATTERMOST_TOKEN]
  if (url === undefined && token === undefined) return null
  if (url === undefined) throw new SettingsError('MATTERMOST_URL is missing. Set it to the address of the server.')
  if (token === undefined)
    throw new SettingsError('MATTERMOST_TOKEN is missing. Set it to the token of the bot account.')
  return {
    ...{ url, token, channels: read.MATTERMOST_CHANNELS ?? [], callbackUrl: read.MATTERMOST_CALLBACK_URL ?? null },
    commandTokens: read.MATTERMOST_COMMAND_TOKEN,
    ...{ staff: read.MATTERMOST_STAFF, staffGroup: read.MATTERMOST_STAFF_GROUP, secret: read.SECRET ?? null },
  }
}

function readVariables(environment: Environment): Read {
  const wrong: string[] = []
  const read = Object.entries(variables).map(([name, { schema, standard, expected }]) => {
    const text = environment[name]?.trim() || standard || undefined
    const answer = schema.safeParse(text)
    if (!answer.success) wrong.push(`${name} is “${shown(name, text)}”, expected ${expected}. Set it, or leave it out.`)
    return [name, answer.data] as const
  })
  if (wrong.length > 0) throw new SettingsError(wrong.join('\n'))
  return Object.fromEntries(read) as unknown as Read
}

/** The environment of this process, completed by the file `.env` of the current folder when there is one. */
export function environment(): Environment {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return process.env
}

/** What somebody wrote in the environment makes no sense; the message says what to do. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

export type Environment = Readonly<Record<string, string | undefined>>

/** Addresses of databases hold passwords, and others are secrets as they are. */
const shown = (name: string, text: string | undefined) => (/^DATABASE_URL$|TOKEN|SECRET/.test(name) ? '…' : text)
