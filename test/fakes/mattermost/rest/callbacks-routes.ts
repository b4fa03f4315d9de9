// What leads to the bot being called: presses, dialogs, slash commands; and its late answers.
import { press } from '../callbacks/actions.ts'
import { openDialog, submitDialog } from '../callbacks/dialogs.ts'
import { execute } from '../callbacks/executing.ts'
import { answerLater } from '../callbacks/response-urls.ts'
import { done, type Route } from './call.ts'
import { maybe, object, text, z } from './fields.ts'

const typed = z.object({ channel_id: text, team_id: text, root_id: text, command: text })

export const callbackRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/posts/:post_id/actions/:action',
    async answer({ world, person, params, body }) {
      const { selected_option: option } = await body(z.object({ selected_option: maybe(z.string()) }), 'action')
      const pressed = { post: params.post_id!, action: params.action!, ...(option !== undefined && { option }) }
      return { body: { status: 'OK', trigger_id: await press(world, person, pressed) } }
    },
  },
  {
    method: 'POST',
    path: '/actions/dialogs/open',
    open: true,
    async answer({ world, body }) {
      openDialog(world, await body(object, 'open_dialog'))
      return done
    },
  },
  {
    method: 'POST',
    path: '/actions/dialogs/submit',
    async answer({ world, person, body }) {
      return { body: await submitDialog(world, person, await body(object, 'submit')) }
    },
  },
  {
    method: 'POST',
    path: '/commands/execute',
    async answer({ world, person, body }) {
      const { channel_id: channel, team_id: team, root_id: root, command: line } = await body(typed, 'command_args')
      return { body: await execute(world, person, { channel, team, root, line }) }
    },
  },
  {
    method: 'POST',
    path: '/hooks/commands/:hook',
    open: true,
    async answer({ world, params, body }) {
      answerLater(world, params.hook!, await body(object, 'command_response'))
      return { body: Buffer.from('ok'), headers: { 'content-type': 'text/plain' } }
    },
  },
]
