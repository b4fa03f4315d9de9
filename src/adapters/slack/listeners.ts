// Which event of Bolt goes where.
import type { RespondFn } from '@slack/bolt'
import type { ChatEvents, Person } from '../../ports/chat.ts'
import type { BotPosts } from './bot-posts.ts'
import type { Channels } from './channels.ts'
import { hearCommand, hearShortcut } from './commands.ts'
import type { Delivery } from './delivery.ts'
import { createForm } from './form.ts'
import { formName, names } from './form-view.ts'
import type { Identity } from './identity.ts'
import type { LateApp } from './late-ack.ts'
import { hearMessage } from './message-events.ts'
import type { SlackOptions } from './options.ts'
import { pointedPosts } from './pointed-posts.ts'
import { hearPress } from './presses.ts'
import { privateAnswers } from './private-answers.ts'
import type { Rendered } from './render-message.ts'
import type { Staff } from './render-spans.ts'
import type { Web } from './web.ts'

export type ListenerParts = Pick<SlackOptions, 'sites' | 'log'> & {
  readonly web: Web
  readonly channels: Channels
  readonly identity: () => Promise<Identity>
  readonly person: (id: string) => Promise<Person>
  readonly staff: Staff
  readonly posts: BotPosts
  readonly delivery: Delivery
  readonly events: ChatEvents
}

export const commandName = '/enrol-check'
export const shortcutName = 'check_this_file'

/** The listeners of one start. */
export function listen(app: LateApp, parts: ListenerParts): void {
  const { web, channels, posts, staff, log, delivery, events } = parts
  const answers = privateAnswers(web, posts, staff, log)
  const form = createForm(parts)
  const commands = { ...parts, answers, form, pointed: pointedPosts(web, channels, delivery) }
  app.event('message', ({ event }) => hearMessage(delivery, event))
  app.action(/^(button|choice):/, ({ body, ack }) => hearPress(events, answers, body, () => ack()))
  app.command(commandName, ({ command, ack, respond }) =>
    hearCommand(commands, command, { ack: () => ack(), respond: privately(respond) }),
  )
  app.shortcut(shortcutName, ({ body, ack, respond }) =>
    hearShortcut(commands, body, { ack: () => ack(), respond: privately(respond) }),
  )
  app.view(formName, ({ body, ack }) =>
    form.sent(
      body,
      () => ack(),
      (sentence) => ack({ response_action: 'errors', errors: { [names.files]: sentence } }),
    ),
  )
}

const privately = (respond: RespondFn) => (rendered: Rendered) =>
  respond({ ...rendered, response_type: 'ephemeral', replace_original: false })
