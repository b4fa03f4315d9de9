// Message attachments as the server keeps them (every field there, ids made up) and as it shows them (no integration).
import { isList, isObject, type JsonObject, textIn, without } from '../json.ts'

/** Props as they are kept: whatever is not a list of attachments becomes null. */
export function keepProps(props: JsonObject, newId: () => string): JsonObject {
  if (!('attachments' in props)) return props
  const { attachments } = props
  const kept = isList(attachments) && attachments.every(isObject) ? attachments.map((one) => keep(one, newId)) : null
  return { ...props, attachments: kept }
}

/** Props as anybody reads them, the author too. */
export function showProps(props: JsonObject): JsonObject {
  const { attachments } = props
  if (!isList(attachments)) return props
  return { ...props, attachments: attachments.map((one) => (isObject(one) ? hideIntegrations(one) : one)) }
}

/** All actions of a post, with what they call. */
export function actionsOf(props: JsonObject): readonly JsonObject[] {
  return attachmentsOf(props).flatMap(({ actions }) => (isList(actions) ? actions.filter(isObject) : []))
}

export function attachmentsOf({ attachments }: JsonObject): readonly JsonObject[] {
  return isList(attachments) ? attachments.filter(isObject) : []
}

const texts = [
  'fallback',
  'color',
  'pretext',
  'author_name',
  'author_link',
  'author_icon',
  'title',
  'title_link',
  'text',
  'image_url',
  'thumb_url',
  'footer',
  'footer_icon',
]

function keep(given: JsonObject, newId: () => string): JsonObject {
  const kept = Object.fromEntries(texts.map((name) => [name, textIn(given[name])]))
  const { fields, actions, ts } = given
  return {
    id: typeof given.id === 'number' ? given.id : 0,
    ...kept,
    fields: isList(fields) ? fields : null,
    ts: ts ?? null,
    ...(isList(actions) && { actions: actions.filter(isObject).map((action) => keepAction(action, newId)) }),
  }
}

function keepAction(given: JsonObject, newId: () => string): JsonObject {
  const id = textIn(given.id) || newId()
  const said = ['type', 'name', 'style', 'data_source', 'default_option'].filter((name) => textIn(given[name]) !== '')
  return {
    id,
    ...Object.fromEntries(said.map((name) => [name, given[name]!])),
    ...(given.disabled === true && { disabled: true }),
    ...(isList(given.options) && { options: given.options }),
    ...(isObject(given.integration) && { integration: given.integration }),
  }
}

function hideIntegrations(attachment: JsonObject): JsonObject {
  const { actions } = attachment
  if (!isList(actions)) return attachment
  return {
    ...attachment,
    actions: actions.map((action) => (isObject(action) ? without(action, 'integration') : action)),
  }
}
