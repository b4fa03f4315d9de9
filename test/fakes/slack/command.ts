// A person calls the bot's command; Slack sends it once.
import { newTrigger } from './circumstances.ts'
import type { Delivery } from './deliveries.ts'
import type { Inside } from './inside.ts'
import { answer, newResponseUrl } from './response.ts'
import { defaultChannel } from './townsfolk.ts'

export type Commanding = {
  readonly person: string
  /** What follows the command's name. */
  readonly text?: string
  readonly name?: string
  readonly channel?: string
}

/** A command, which Slack takes in a channel and never in a thread; an answer in the acknowledgement is shown. */
export async function command(inside: Inside, given: Commanding): Promise<Delivery> {
  const { state } = inside
  const { person, text = '', name = '/enrol-check', channel = defaultChannel } = given
  const url = { person, channel, about: null, thread: null }
  const { id, domain } = state.team
  const delivery = await inside.deliveries.deliver('slash_commands', {
    token: 'verification',
    team_id: id,
    team_domain: domain,
    channel_id: channel,
    channel_name: state.channels.get(channel)!.name,
    user_id: person,
    user_name: state.people.get(person)!.name,
    command: name,
    text,
    api_app_id: state.app.id,
    is_enterprise_install: 'false',
    response_url: newResponseUrl(state, url),
    trigger_id: newTrigger(state, person, channel),
  })
  if (delivery.answer) answer(inside, url, delivery.answer)
  return delivery
}
