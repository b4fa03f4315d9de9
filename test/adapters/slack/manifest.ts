// The manifest as an administrator gives it to Slack.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

export type Manifest = {
  readonly display_information: {
    readonly name: string
    readonly description: string
    readonly long_description: string
    readonly background_color: string
  }
  readonly features: {
    readonly app_home: { readonly messages_tab_enabled: boolean; readonly messages_tab_read_only_enabled: boolean }
    readonly bot_user: { readonly display_name: string }
    readonly slash_commands: readonly {
      readonly command: string
      readonly description: string
      readonly usage_hint: string
    }[]
    readonly shortcuts: readonly {
      readonly type: string
      readonly name: string
      readonly callback_id: string
      readonly description: string
    }[]
  }
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } }
  readonly settings: {
    readonly event_subscriptions: { readonly bot_events: readonly string[] }
    readonly interactivity: { readonly is_enabled: boolean }
    readonly socket_mode_enabled: boolean
  }
}

export const manifest = parse(readFileSync(new URL('../../../app-manifest.yml', import.meta.url), 'utf8')) as Manifest
