// Every variable of the environment: `.env.example` and the docs repeat this list, and a test holds them to it.
import { z } from 'zod'

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const

/** What each is for, what it may be, what it is otherwise. */
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
  LOCAL_PAGE: variable(
    'The local page; auto: only when no other chat is set',
    'auto',
    z.enum(['auto', 'on', 'off']),
    'one of auto, on, off',
  ),
  SLACK_BOT_TOKEN: variable('Slack: the “Bot User OAuth Token”', '', secret('xoxb-'), 'a token that begins with xoxb-'),
  SLACK_APP_TOKEN: variable(
    'Slack: the app-level token, for Socket Mode',
    '',
    secret('xapp-'),
    'a token that begins with xapp-',
  ),
  SLACK_SIGNING_SECRET: variable(
    'Slack: the signing secret, for HTTP in place of Socket Mode',
    '',
    z.string().optional(),
    'the secret of the page “Basic Information”',
  ),
  SLACK_PORT: variable('Slack: port of /slack/events, for HTTP', '3001', whole(0, 65_535), 'a port, from 0 to 65535'),
  SLACK_CHANNELS: variable(
    'Slack: channels it answers in; empty for all it is in',
    '',
    list(),
    'ids with commas between',
  ),
  SLACK_STAFF: variable('Slack: people of the support team; wins over CONFIG', '', list(), 'ids with commas between'),
  SLACK_STAFF_GROUP: variable(
    'Slack: user group of the support team; wins over CONFIG',
    '',
    z.string().optional(),
    'the id of a user group',
  ),
  MATTERMOST_URL: variable(
    'Mattermost: address of the server',
    '',
    z.url({ protocol: /^https?$/ }).optional(),
    'an address such as https://chat.example.org',
  ),
  MATTERMOST_TOKEN: variable('Mattermost: token of the bot account', '', z.string().optional(), 'a token'),
  MATTERMOST_CHANNELS: variable(
    'Mattermost: channels it answers in; empty for all it is in',
    '',
    list(),
    'team/channel with commas between',
  ),
  MATTERMOST_CALLBACK_URL: variable(
    'Mattermost: address at which the server reaches this program',
    '',
    z.url({ protocol: /^https?$/ }).optional(),
    'an address such as https://enrol-check.example.org',
  ),
  MATTERMOST_COMMAND_TOKEN: variable(
    'Mattermost: tokens of the slash command; setup keeps them otherwise',
    '',
    list(),
    'tokens with commas between',
  ),
  MATTERMOST_STAFF: variable(
    'Mattermost: people of the support team; wins over CONFIG',
    '',
    list(),
    'usernames with commas between',
  ),
  MATTERMOST_STAFF_GROUP: variable(
    'Mattermost: group of the support team, or channel whose members they are; wins over CONFIG',
    '',
    z.string().optional(),
    'a group, or team/channel',
  ),
  MATTERMOST_ADMIN_TOKEN: variable(
    'Mattermost: token of an administrator, for one run of setup; never written, never used by the bot',
    '',
    z.string().optional(),
    'a token',
  ),
  SECRET: variable(
    'Mattermost: proves that buttons are ours; made from the token of the bot when left out',
    '',
    z.string().min(16).optional(),
    'at least 16 characters that nobody guesses',
  ),
} as const

function variable<Schema extends z.ZodType>(purpose: string, standard: string, schema: Schema, expected: string) {
  return { purpose, standard, schema, expected }
}

function whole(least: number, most: number) {
  return z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(least).max(most))
}

/** Words between commas; undefined when nothing is set. */
function list() {
  return z
    .string()
    .transform((text) => text.split(',').flatMap((word) => word.trim() || []))
    .optional()
}

function secret(beginning: string) {
  return z.string().startsWith(beginning).optional()
}
