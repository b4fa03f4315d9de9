// For each file in which the bot is called: how the town stood, and what happened between.
import { seedCommand } from './edits-scene.ts'
import type { Exchange } from './read.ts'
import type { Scene } from './scene.ts'
import { compare, send } from './send.ts'
import { bot, direct, marie, type Stage, seed } from './stage.ts'

const root = 'nexud9b1ejdgmg1oox8awpe9pw'

const seedRoot = (stage: Stage) => seed(stage, { id: root, author: marie, message: 'fil' })

const late = 'answer slower than OutgoingIntegrationRequestsTimeout (3 s here, 30 by default)'

export const callbackScenes: readonly Scene[] = [
  {
    file: 'slash-command',
    prepare(stage) {
      seedCommand(stage)
      seedRoot(stage)
      stage.ids = [direct]
      stage.town.direct(bot, marie)
    },
    before: {
      'slash command while AllowedUntrustedInternalConnections is empty': ({ town }) => {
        town.config.allowedUntrustedInternalConnections = ''
      },
      'slash command, ephemeral answer': ({ town }) => {
        town.config.allowedUntrustedInternalConnections = '127.0.0.1'
      },
    },
    instead: { [late]: replayLate },
    leftOut: {
      'the command as the server made it': 'an answer without its request; rest-edits-and-commands has one with it',
    },
  },
  {
    file: 'actions',
    prepare: seedRoot,
    before: {
      'click, answer 500': (stage) =>
        seed(stage, { id: 'kb8ccw8c7idq8mh1w1n6fo764c', root, ...withButtons(stage, ['a1', 'a-2', 'a_3']) }),
    },
  },
  {
    file: 'actions-files',
    prepare(stage) {
      const posts = {
        czzt9inh9bdcjp4m35tffk199y: '91rio9xmhbbexyxc33d9fhjsjh',
        '1zdypomh8tbs7d4o6ufhuko67a': '1gj6hkqmd7gtxjs19i657psbkw',
        r8781bkyxtrqdxott3mpzmqe6y: 'w6h9c3hmei8ppezdrur8yauk8h',
      }
      for (const [id, file] of Object.entries(posts))
        seed(stage, { id, files: [file], ...withButtons(stage, ['a1'], 't') })
    },
  },
  { file: 'dialogs', prepare: seedCommand },
]

function withButtons(stage: Stage, ids: readonly string[], text = 'Choisissez') {
  const integration = { url: `${stage.bot.url}/action`, context: {} }
  const actions = ids.map((id) => ({ id, name: 'A', type: 'button', integration }))
  return { message: 'Quel site ?', props: { attachments: [{ text, actions }] } }
}

/** The bot says nothing while three seconds pass. */
async function replayLate(stage: Stage, exchange: Exchange): Promise<readonly string[]> {
  stage.town.config.outgoingIntegrationRequestsTimeout = 3
  stage.bot.silent = true
  const answer = send(stage, exchange)
  while (stage.bot.received.length === 0) await new Promise(setImmediate)
  stage.town.clock.pass({ seconds: 3 })
  const found = await compare(stage, exchange, await answer)
  stage.town.config.outgoingIntegrationRequestsTimeout = 30
  stage.bot.silent = false
  return found
}
