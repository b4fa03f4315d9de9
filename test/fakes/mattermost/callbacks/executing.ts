// A slash command on its way to the bot and back: a form goes, JSON or plain text comes.
import { ApiError, forbidden } from '../errors.ts'
import { isObject, type Json, type JsonObject, textIn } from '../json.ts'
import type { CommandRecord, PersonRecord } from '../records.ts'
import { createPost } from '../rules/posting.ts'
import { mayWrite } from '../rules/rights.ts'
import type { World } from '../world.ts'
import { type Answer, callOut } from './call-out.ts'
import { commandsOf } from './command-list.ts'
import { makeTrigger, type Trigger } from './triggers.ts'
import { whisper } from './whispering.ts'

export type Typed = { readonly channel: string; readonly team: string; readonly root: string; readonly line: string }

/** Where an answer is to appear, and for whom. */
export type Hearer = { readonly person: PersonRecord; readonly channel: string; readonly root: string }

/** What the person's client gets. Throws ApiError 404 for an unknown command, 403 outside the channel, 500 when it failed. */
export async function execute(world: World, person: PersonRecord, typed: Typed): Promise<JsonObject> {
  const channel = world.state.channels.get(typed.channel)
  if (!channel || !mayWrite(channel, person)) throw forbidden()
  const [, trigger = '', text = ''] = /^\/(\S+)\s?([\s\S]*)$/.exec(typed.line) ?? []
  const command = commandsOf(world, typed.team).find((one) => one.trigger === trigger.toLowerCase())
  if (!command) throw unknownCommand(trigger)
  const key = makeTrigger(world, person.id)
  const form = formOf(world, person, command, key, { ...typed, line: text })
  const answer = readAnswer(command, await callOut(world, command.url, requestOf(command, form)))
  show(world, { person, channel: typed.channel, root: typed.root }, answer)
  return { ...answer, trigger_id: key.known }
}

/** Shows what a bot answered: to all in the person's own name, or to the person alone. */
export function show(world: World, { person, channel, root }: Hearer, answer: JsonObject): void {
  const message = textIn(answer.text)
  const props = { ...(isObject(answer.props) && answer.props), from_webhook: 'true' }
  if (message === '' && !('attachments' in props)) return
  if (answer.response_type === 'in_channel') createPost(world, person, { channel, root, message, props })
  else whisper(world, { person: person.id, channel, root, message }, props)
}

/** The fields that the server knows of an answer; the rest is ignored. */
export function answerOf(given: JsonObject): JsonObject {
  const texts = ['response_type', 'text', 'username', 'channel_id', 'icon_url', 'type', 'goto_location', 'trigger_id']
  return {
    ...Object.fromEntries(texts.map((name) => [name, textIn(given[name])])),
    props: isObject(given.props) ? given.props : null,
    skip_slack_parsing: given.skip_slack_parsing === true,
    attachments: null,
    extra_responses: null,
  }
}

/** The body of the request, as the bot gets it. */
export function formOf(
  world: World,
  person: PersonRecord,
  command: CommandRecord,
  trigger: Trigger,
  { channel, team, root, line }: Typed,
): URLSearchParams {
  const hook = world.newId()
  world.state.responseUrls.set(hook, {
    command: command.id,
    person: person.id,
    channel,
    root,
    at: world.clock.millis(),
    uses: 0,
  })
  return new URLSearchParams({
    channel_id: channel,
    channel_name: world.state.channels.get(channel)!.name,
    command: `/${command.trigger}`,
    response_url: `${world.config.siteUrl}/hooks/commands/${hook}`,
    root_id: root,
    team_domain: world.state.teams.get(team)?.name ?? '',
    team_id: team,
    text: line,
    token: command.token,
    trigger_id: trigger.secret,
    user_id: person.id,
    user_name: person.username,
  })
}

function requestOf({ token }: CommandRecord, form: URLSearchParams) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', authorization: `Token ${token}` }
  return { headers, body: form.toString() }
}

function readAnswer(command: CommandRecord, answer: Answer | null): JsonObject {
  if (!answer) throw failed(command)
  if (answer.status !== 200) throw failed(command, ` returned response ${answer.status} ${answer.statusText}.`)
  if (!answer.type.includes('json')) return answerOf({ text: answer.text })
  try {
    const value = JSON.parse(answer.text) as Json
    return answerOf(isObject(value) ? value : {})
  } catch {
    throw failed(command)
  }
}

function failed({ trigger }: CommandRecord, how = ''): ApiError {
  const id = how === '' ? 'failed' : 'failed_resp'
  const text = `Command with a trigger of '${trigger}'${how === '' ? ' failed.' : how}`
  return new ApiError(500, `api.command.execute_command.${id}.app_error`, text)
}

function unknownCommand(trigger: string): ApiError {
  const hint = 'To send a message beginning with "/", try adding an empty space at the beginning of the message.'
  const text = `Command with a trigger of '${trigger}' not found. ${hint}`
  return new ApiError(404, 'api.command.execute_command.not_found.app_error', text)
}
