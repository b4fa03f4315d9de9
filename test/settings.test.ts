import { readFileSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSettings } from '../src/settings.ts'
import { variables } from '../src/variables.ts'

describe('the settings', () => {
  it('are all there when nothing is set', () => {
    const settings = readSettings({})
    expect(settings).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: undefined,
      config: undefined,
      reference: undefined,
      site: undefined,
      retention: undefined,
      maxFileBytes: 20 * 1024 * 1024,
      maxRows: 100_000,
      logLevel: 'info',
    })
    expect(isAbsolute(settings.dataDir)).toBe(true)
  })

  it('take what is set, and an empty value for none', () => {
    const set = {
      PORT: ' 0 ',
      SITE: 'prelude',
      MAX_FILE_MB: '',
      DATABASE_URL: 'postgres://a:b@db/x',
      REFERENCE: 'r.json',
      CONFIG: 'enrol-check.yml',
      RETENTION_DAYS: '7',
    }
    expect(readSettings(set)).toMatchObject({
      port: 0,
      site: 'prelude',
      maxFileBytes: 20 * 1024 * 1024,
      databaseUrl: 'postgres://a:b@db/x',
      reference: 'r.json',
      config: 'enrol-check.yml',
    })
    expect(readSettings(set).retention?.total('hours')).toBe(7 * 24)
  })

  it.each([
    ['PORT', '70000', /^PORT is “70000”, expected a port, from 0 to 65535\. Set it, or leave it out\.$/],
    ['PORT', '1e3', /^PORT is “1e3”/],
    ['RETENTION_DAYS', '0', /from 1 to 3650/],
    ['LOG_LEVEL', 'loud', /expected one of debug/],
    ['DATABASE_URL', 'mysql://root:secret@db/x', /^DATABASE_URL is “…”, expected an address such as postgres:/],
  ])('refuse %s=%s and say what is expected', (name, text, message) => {
    expect(() => readSettings({ [name]: text })).toThrow(message)
  })

  it('tell everything that is wrong at once', () => {
    expect(() => readSettings({ PORT: 'x', MAX_ROWS: 'x' })).toThrow(/^PORT.*\nMAX_ROWS.*$/)
  })
})

const names = Object.keys(variables) as (keyof typeof variables)[]

it('are all in .env.example, with what they are for and their defaults, and no others', () => {
  const example = readFileSync('.env.example', 'utf8')
  expect(example.match(/^# [A-Z_]+=.*$/gm)).toEqual(names.map((name) => `# ${name}=${variables[name].standard}`))
  for (const name of names) expect(example).toContain(`# ${variables[name].purpose}\n# ${name}=`)
})

it('are all in docs/operating.md, and no others', () => {
  const table = readFileSync('docs/operating.md', 'utf8').match(/^\| `[A-Z_]+` \|.*$/gm)
  expect(table).toEqual(
    names.map((name) => {
      const { purpose, expected, standard } = variables[name]
      return `| \`${name}\` | ${purpose} | ${expected} | ${standard === '' ? '' : `\`${standard}\``} |`
    }),
  )
})

describe('the chats', () => {
  const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }
  const mattermost = { MATTERMOST_URL: 'https://chat.example', MATTERMOST_TOKEN: 'abc' }

  it.each([
    [{}, true],
    [{ LOCAL_PAGE: 'off' }, false],
    [slack, false],
    [mattermost, false],
    [{ ...slack, ...mattermost, LOCAL_PAGE: 'on' }, true],
  ])('with %o the page is served: %s', (set, local) => {
    expect(readSettings(set).chats.local).toBe(local)
  })

  it('are those whose tokens are set, with lists between commas', () => {
    const set = { ...slack, ...mattermost, SLACK_CHANNELS: ' C1, ,C2 ', MATTERMOST_STAFF: 'anne' }
    const { chats } = readSettings(set)
    expect(chats.slack).toMatchObject({ botToken: 'xoxb-1', appToken: 'xapp-1', channels: ['C1', 'C2'], port: 3001 })
    expect(chats.slack).toMatchObject({ staff: undefined, staffGroup: undefined })
    expect(chats.mattermost).toMatchObject({ token: 'abc', channels: [], staff: ['anne'], callbackUrl: null })
    expect(readSettings({}).chats).toMatchObject({ slack: null, mattermost: null })
  })

  it.each([
    [{ SLACK_APP_TOKEN: 'xapp-1' }, /^SLACK_BOT_TOKEN is missing/],
    [{ SLACK_SIGNING_SECRET: 's' }, /^SLACK_BOT_TOKEN is missing/],
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, /^SLACK_APP_TOKEN is missing/],
    [{ MATTERMOST_TOKEN: 'abc' }, /^MATTERMOST_URL is missing/],
    [{ MATTERMOST_URL: 'https://chat.example' }, /^MATTERMOST_TOKEN is missing/],
    [{ SLACK_BOT_TOKEN: 'secret' }, /^SLACK_BOT_TOKEN is “…”, expected a token that begins with xoxb-/],
  ])('refuse %o', (set, message) => {
    expect(() => readSettings(set)).toThrow(message)
  })
})
