// What an ill-meaning member, or a stranger who knows the bot's address, can send to it.
import { formOf } from '../callbacks/executing.ts'
import { makeTrigger } from '../callbacks/triggers.ts'
import type { JsonObject } from '../json.ts'
import type { World } from '../world.ts'
import { type Acts, acts } from './people.ts'

export type Forgery = {
  /** A member's own post, whose button calls that address with that context. Its post and action, to be pressed. */
  forgeButton(author: string, channel: string, url: string, context: JsonObject): { post: string; action: string }
  /** A form that was never opened, or not with these words, as a member's client may send it. */
  forgeSubmission(
    person: string,
    channel: string,
    said: { url: string; callbackId: string; state: string; values: JsonObject },
  ): Promise<JsonObject>
  /** A request for the command as the server makes them, with a token that nobody gave. */
  forgeCommand(command: string, person: string, channel: string, text: string): Promise<Response>
}

export function forgery(world: World): Forgery {
  const people: Acts = acts(world)
  return {
    forgeButton(author, channel, url, context) {
      const action = { id: 'forged', name: 'Forged', type: 'button', integration: { url, context } }
      const { id } = people.post({
        author,
        channel,
        text: '…',
        props: { attachments: [{ text: '…', actions: [action] }] },
      })
      return { post: id, action: 'forged' }
    },
    forgeSubmission(person, channel, { url, callbackId, state, values }) {
      return people.submit({ person, url, dialog: { callback_id: callbackId, state } }, channel, values)
    },
    forgeCommand(id, person, channel, text) {
      const command = { ...world.state.commands.get(id)!, token: world.newId() }
      const who = world.state.people.get(person)!
      const typed = { channel, team: command.team_id, root: '', line: text }
      const body = formOf(world, who, command, makeTrigger(world, person), typed)
      return fetch(command.url, { method: 'POST', body, headers: { authorization: `Token ${command.token}` } })
    },
  }
}
