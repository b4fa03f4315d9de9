// Editing posts that have buttons, and the commands of a team administrator.
import type { Scene } from './scene.ts'
import { admin, bot, type Stage, seed, team } from './stage.ts'

export const editsScene: Scene = {
  file: 'rest-edits-and-commands',
  prepare(stage) {
    for (const id of withButtons) seedWithButton(stage, id)
    seedCommand(stage)
  },
  leftOut: {
    'autocomplete suggestions for the command as a person types':
      'also lists the 40 commands of the server itself, which the fake lacks; the bot never asks',
  },
}

const withButtons = [
  'q1ct3cmpgjn1jri1moigts35fr',
  'u5787axs47ykdnu5jtbctmh1dy',
  'pyxefy6aspy3icqx6aohuy1xfe',
  'p4uapr8i9i8zzfewt8fowzagpc',
]

function seedWithButton(stage: Stage, id: string): void {
  const integration = { url: `${stage.bot.url}/action`, context: { mac: 'm' } }
  const attachments = [{ text: 'Choisissez', actions: [{ id: 'a1', name: 'A', type: 'button', integration }] }]
  const props = { attachments, enrol_check: { id: 'chk_9', state: 'open' } }
  seed(stage, { id, author: bot, message: 'Quel site ?', props })
}

/** The command that the administrator had made before. */
export function seedCommand({ town, bot: callbacks }: Stage, seconds = 30): void {
  const id = 'whbz5md11jdsfr4hfkq7psyb3o'
  const at = town.clock.stamp()
  town.config.outgoingIntegrationRequestsTimeout = seconds
  town.state.commands.set(id, {
    id,
    token: '<token of the command>',
    create_at: at,
    update_at: at,
    creator_id: admin,
    team_id: team,
    trigger: 'enrol-check',
    method: 'P',
    username: '',
    icon_url: '',
    auto_complete: true,
    auto_complete_desc: 'Vérifie un fichier',
    auto_complete_hint: '[aide]',
    display_name: 'Enrol check',
    description: '',
    url: `${callbacks.url}/command`,
  })
}
