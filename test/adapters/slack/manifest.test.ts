// The manifest against what the code does: no right too few, none too many. Its shape is held to Slack's types elsewhere.
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { commandName, shortcutName } from '../../../src/adapters/slack/listeners.ts'
import { botEvents, botScopes, methods } from '../../../src/adapters/slack/methods.ts'
import { manifest } from './manifest.ts'

const { display_information: shown, features, oauth_config: oauth, settings } = manifest
const sources = globSync('src/adapters/slack/*.ts')
  .filter((file) => !file.endsWith('methods.ts'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

describe('the manifest', () => {
  it('asks for the rights that the methods need', () => {
    expect(oauth.scopes.bot).toEqual(botScopes)
  })

  it('subscribes to the events that are heard', () => {
    expect(settings.event_subscriptions.bot_events).toEqual([...botEvents])
  })

  it('has the command, the shortcut and the form', () => {
    expect(features.slash_commands.map(({ command }) => command)).toEqual([commandName])
    expect(features.shortcuts.map(({ type, callback_id }) => [type, callback_id])).toEqual([['message', shortcutName]])
    expect(settings.interactivity.is_enabled).toBe(true)
    expect(settings.socket_mode_enabled).toBe(true)
  })

  it('lets people write to the bot', () => {
    expect(features.app_home).toMatchObject({ messages_tab_enabled: true, messages_tab_read_only_enabled: false })
  })

  it('keeps to the lengths that Slack allows', () => {
    const [command] = features.slash_commands
    const [shortcut] = features.shortcuts
    const lengths: readonly (readonly [string | undefined, number])[] = [
      [shown.name, 35],
      [shown.description, 140],
      [shown.long_description, 4000],
      [command?.command, 32],
      [command?.description, 2000],
      [command?.usage_hint, 1000],
      [shortcut?.name, 24],
      [shortcut?.callback_id, 255],
      [shortcut?.description, 150],
    ]
    expect(lengths.filter(([text, most]) => !text || text.length > most)).toEqual([])
    expect(shown.long_description.length).toBeGreaterThan(174)
    expect(features.bot_user.display_name).toMatch(/^[a-z0-9._-]{1,80}$/)
    expect(shown.background_color).toMatch(/^#[0-9a-f]{6}$/)
  })
})

describe('the list of methods', () => {
  it('names none that is not called', () => {
    expect(Object.keys(methods).filter((method) => !sources.includes(`'${method}'`))).toEqual([])
  })

  it('is passed by in no way: nothing calls Slack through the client of Bolt, or uploads from a path', () => {
    expect(sources.match(/filesUploadV2|uploadV2|client\.(chat|files|conversations|users|views)\b/g)).toBeNull()
  })
})
