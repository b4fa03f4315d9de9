// A press of a button or a choice in a select: the server calls what the post's author wrote there, whoever that was.
import { ApiError, actionFailed, forbidden, postMissing } from '../errors.ts'
import { isList, isObject, type Json, type JsonObject, textIn } from '../json.ts'
import type { PersonRecord, PostRecord } from '../records.ts'
import { actionsOf } from '../rules/attachments.ts'
import { changePost } from '../rules/editing.ts'
import { standing } from '../rules/rights.ts'
import type { World } from '../world.ts'
import { callOut } from './call-out.ts'
import { makeTrigger, type Trigger } from './triggers.ts'
import { whisper } from './whispering.ts'

export type Pressed = {
  readonly post: string
  readonly action: string
  /** Of a select; never compared with its options. */
  readonly option?: string
}

/**
 * The trigger as the person's client gets it. Throws ApiError 403 outside the channel, 404 for an action that is not
 * there, 400 when the bot gave no good answer.
 */
export async function press(
  world: World,
  person: PersonRecord,
  { post: id, action, option }: Pressed,
): Promise<string> {
  const post = standing(world, id)
  if (!post) throw postMissing()
  if (!world.state.channels.get(post.channel_id)?.members.has(person.id)) throw forbidden()
  const found = actionsOf(post.props).find((one) => one.id === action)
  const integration = found?.integration
  if (!found || !isObject(integration))
    throw new ApiError(404, 'api.post.do_action.action_id.app_error', 'Invalid action id.')
  const trigger = makeTrigger(world, person.id)
  const context = contextOf(integration, option)
  const body = { ...describe(world, person, post, trigger), type: textIn(found.type), data_source: '', ...context }
  follow(world, person, post, await ask(world, textIn(integration.url), body))
  return trigger.known
}

function contextOf({ context }: JsonObject, option: string | undefined): JsonObject {
  const all = { ...(isObject(context) && context), ...(option !== undefined && { selected_option: option }) }
  return Object.keys(all).length > 0 ? { context: all } : {}
}

function describe({ state }: World, person: PersonRecord, post: PostRecord, trigger: Trigger): JsonObject {
  const channel = state.channels.get(post.channel_id)!
  return {
    user_id: person.id,
    user_name: person.username,
    channel_id: channel.id,
    channel_name: channel.name,
    team_id: channel.team_id,
    team_domain: state.teams.get(channel.team_id)?.name ?? '',
    post_id: post.id,
    trigger_id: trigger.secret,
  }
}

async function ask(world: World, url: string, body: JsonObject): Promise<JsonObject> {
  const headers = { 'content-type': 'application/json' }
  const answer = await callOut(world, url, { headers, body: JSON.stringify(body) })
  if (answer?.status !== 200) throw actionFailed()
  return parse(answer.text)
}

function parse(text: string): JsonObject {
  try {
    const value = JSON.parse(text) as Json
    return isObject(value) ? value : {}
  } catch {
    throw actionFailed()
  }
}

/** An update without a message blanks it, without file_ids deletes the files; without props it keeps them. */
function follow(world: World, person: PersonRecord, post: PostRecord, answer: JsonObject): void {
  const { update } = answer
  if (isObject(update)) {
    const props = isObject(update.props) ? { props: update.props } : {}
    const files = isList(update.file_ids) ? update.file_ids.map(textIn) : []
    changePost(world, post, { message: textIn(update.message), files, ...props })
  }
  const text = textIn(answer.ephemeral_text)
  const root = post.root_id || post.id
  if (text !== '') whisper(world, { person: person.id, channel: post.channel_id, root, message: text })
}
