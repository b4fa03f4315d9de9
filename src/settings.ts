// The environment is foreign text: it is read once, here, and refused with what to write instead.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'

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
}

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const

/** Every variable: what it is for, what it may be, what it is otherwise. `.env.example` and the docs repeat this list. */
export const variables = {
  HOST: variable('Address to listen on; 0.0.0.0 for all of them', '127.0.0.1', z.string(), 'an address'),
  PORT: variable('Port of the page, of /healthz and of /metrics', '3000', whole(0, 65_535), 'a port, from 0 to 65535'),
  DATA_DIR: variable('Folder for everything that is written', './data', z.string(), 'a folder'),
  DATABASE_URL: variable(
    'PostgreSQL to use in place of a file in DATA_DIR',
    '',
    z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    'an address such as postgres://user:password@host:5432/enrol_check',
  ),
  CONFIG: variable('Sites, hours, staff and the like (YAML or JSON)', '', z.string().optional(), 'the path of a file'),
  SITE: variable(
    'Site of files for which nobody chose another; wins over CONFIG',
    '',
    z.string().optional(),
    'the id of a site',
  ),
  REFERENCE: variable(
    'Snapshot of that site (JSON) to check against; wins over CONFIG',
    '',
    z.string().optional(),
    'the path of a file',
  ),
  RETENTION_DAYS: variable(
    'Days that files, and words that name people, are kept; wins over CONFIG',
    '',
    whole(1, 3650).optional(),
    'a number of days, from 1 to 3650',
  ),
  MAX_FILE_MB: variable('Largest file that is read, in MB', '20', whole(1, 500), 'a number of MB, from 1 to 500'),
  MAX_ROWS: variable('Most rows that are checked', '100000', whole(1, 1_000_000), 'a number of rows, up to 1000000'),
  LOG_LEVEL: variable('How much is logged', 'info', z.enum(logLevels), `one of ${logLevels.join(', ')}`),
} as const

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

function variable<Schema extends z.ZodType>(purpose: string, standard: string, schema: Schema, expected: string) {
  return { purpose, standard, schema, expected }
}

function whole(least: number, most: number) {
  return z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(least).max(most))
}

/** Addresses of databases hold passwords. */
const shown = (name: string, text: string | undefined) => (name === 'DATABASE_URL' ? '…' : text)
