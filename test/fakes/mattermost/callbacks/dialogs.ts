// Forms: opened with nothing but a trigger, checked by nobody; what comes back is what the person's client says.
import { actionFailed, bodyInvalid, forbidden } from '../errors.ts'
import { isList, isObject, type Json, type JsonObject, textIn } from '../json.ts'
import type { PersonRecord } from '../records.ts'
import { mayWrite } from '../rules/rights.ts'
import type { World } from '../world.ts'
import { callOut } from './call-out.ts'
import { readTrigger } from './triggers.ts'

/** Shows a dialog to the person of the trigger, whatever it looks like. Throws ApiError 400 for a bad trigger or no url. */
export function openDialog(world: World, { trigger_id, url, dialog }: JsonObject): void {
  const { known, person } = readTrigger(world, textIn(trigger_id))
  if (textIn(url) === '') throw bodyInvalid('url')
  const shown = showDialog(isObject(dialog) ? dialog : {})
  world.state.dialogs.push({ person, url: textIn(url), dialog: shown })
  const data = { dialog: JSON.stringify({ trigger_id: known, url: textIn(url), dialog: shown }) }
  world.publish({ event: 'open_dialog', data, broadcast: { user_id: person } })
}

/** What the bot answered, `{}` for nothing. Throws ApiError 400 without a url or a good answer, 403 outside the channel. */
export async function submitDialog(world: World, person: PersonRecord, given: JsonObject): Promise<JsonObject> {
  const url = textIn(given.url)
  if (url === '') throw bodyInvalid('url')
  const channel = world.state.channels.get(textIn(given.channel_id))
  if (!channel || !mayWrite(channel, person)) throw forbidden()
  const body = {
    type: 'dialog_submission',
    callback_id: textIn(given.callback_id),
    state: textIn(given.state),
    user_id: person.id,
    channel_id: channel.id,
    team_id: textIn(given.team_id),
    submission: isObject(given.submission) ? given.submission : {},
    cancelled: given.cancelled === true,
  }
  const headers = { 'content-type': 'application/json' }
  const answer = await callOut(world, url, { headers, body: JSON.stringify(body) })
  if (answer?.status !== 200) throw actionFailed()
  return answer.text === '' ? {} : read(answer.text)
}

function read(text: string): JsonObject {
  try {
    const value = JSON.parse(text) as Json
    if (!isObject(value)) return {}
    const { error, errors } = value
    return { ...(textIn(error) !== '' && { error: textIn(error) }), ...(isObject(errors) && { errors }) }
  } catch {
    throw actionFailed()
  }
}

function showDialog(dialog: JsonObject): JsonObject {
  const { elements } = dialog
  return {
    callback_id: textIn(dialog.callback_id),
    title: textIn(dialog.title),
    introduction_text: textIn(dialog.introduction_text),
    icon_url: textIn(dialog.icon_url),
    elements: isList(elements) ? elements.filter(isObject).map(showElement) : null,
    submit_label: textIn(dialog.submit_label),
    notify_on_cancel: dialog.notify_on_cancel === true,
    state: textIn(dialog.state),
  }
}

const elementTexts = ['display_name', 'name', 'type', 'subtype', 'default', 'placeholder', 'help_text', 'data_source']

function showElement(element: JsonObject): JsonObject {
  const { optional, multiselect, min_length, max_length, options } = element
  return {
    ...Object.fromEntries(elementTexts.map((name) => [name, textIn(element[name])])),
    optional: optional === true,
    min_length: typeof min_length === 'number' ? min_length : 0,
    max_length: typeof max_length === 'number' ? max_length : 0,
    options: isList(options) ? options : null,
    multiselect: multiselect === true,
  }
}
