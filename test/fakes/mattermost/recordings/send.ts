// Sends a recorded request to the fake and compares the answer with the recorded one.
import { isList, isObject, type Json, type JsonObject, textIn } from '../json.ts'
import { differences } from './differences.ts'
import type { Exchange, RecordedRequest } from './read.ts'
import type { Stage } from './stage.ts'

/** The town gives out the ids that the recorded answer has. */
export async function replay(stage: Stage, exchange: Exchange): Promise<readonly string[]> {
  stage.ids = idsOf(exchange)
  return compare(stage, exchange, await send(stage, exchange))
}

export function send(stage: Stage, { request }: Exchange): Promise<Response> {
  const path = swap(stage, request.path)
  return fetch(path.startsWith('http') ? path : stage.server.url + path, optionsOf(stage, request))
}

export async function compare(stage: Stage, { response }: Exchange, answer: Response): Promise<readonly string[]> {
  const text = await answer.text()
  const type = answer.headers.get('content-type') ?? ''
  const body = type.includes('json') ? (JSON.parse(text) as Json) : text
  return [
    ...differences(response.status, answer.status, 'status'),
    ...Object.entries(response.headers).flatMap(([name, value]) =>
      differences(value, answer.headers.get(name), `header.${name}`),
    ),
    ...differences(swapAll(stage, response.body ?? ''), body, 'body'),
  ]
}

/** A text with what is called otherwise here. */
export function swap({ swaps }: Stage, text: string): string {
  let swapped = text
  for (const [recorded, actual] of swaps) swapped = swapped.replaceAll(recorded, actual)
  return swapped
}

export const swapAll = (stage: Stage, value: Json): Json => JSON.parse(swap(stage, JSON.stringify(value))) as Json

function optionsOf(stage: Stage, { method, headers, body }: RecordedRequest): RequestInit {
  if (body === undefined) return { method, headers }
  const multipart = isObject(body) ? body.multipart : undefined
  if (isObject(multipart)) return { method, headers, body: formOf(multipart) }
  return { method, headers, body: typeof body === 'string' ? body : JSON.stringify(grow(swapAll(stage, body))) }
}

function formOf(fields: JsonObject): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    const files = isList(value) ? value.filter(isObject) : isObject(value) ? [value] : []
    if (files.length === 0) form.append(name, textIn(value))
    for (const { filename, size, type } of files) {
      const blob = new Blob([contentOf(Number(size))], { type: textIn(type) })
      form.append(name, blob, textIn(filename))
    }
  }
  return form
}

const sample = 'username;course1\netu001;INFO-L1\n'

const contentOf = (size: number): string => (size === sample.length ? sample : 'x'.repeat(size))

/** Texts that were cut in the recording get their length back: each was one character over and over. */
export function grow(value: Json): Json {
  if (isList(value)) return value.map(grow)
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, grow(inner)]))
  const [, first, length] = typeof value === 'string' ? (/^(.)\1*…<(\d+) characters>$/u.exec(value) ?? []) : []
  return first === undefined ? value : first.repeat(Number(length))
}

/** In the order in which the town makes them. */
export function idsOf({ request: { method, path }, response: { status, body = null } }: Exchange): string[] {
  const made = isObject(body) ? body : {}
  if (method !== 'POST' || status >= 300) return []
  if (path.startsWith('/api/v4/files')) return listOf(made.file_infos).map(({ id }) => textIn(id))
  if (path === '/api/v4/posts') return [...madeUpActions(made), textIn(made.id)]
  if (path.startsWith('/api/v4/bots')) return [textIn(made.user_id)]
  if (path.endsWith('/tokens')) return [textIn(made.token), textIn(made.id)]
  if (path.endsWith('/commands')) return [textIn(made.id), textIn(made.token)]
  if (path.endsWith('/execute') || path.includes('/actions/'))
    return [textIn(made.trigger_id)].filter((id) => id !== '')
  return path.startsWith('/api/v4/channels') && made.id !== undefined ? [textIn(made.id)] : []
}

/** Ids of buttons that were posted without one. */
function madeUpActions({ props }: JsonObject): string[] {
  const attachments = listOf(isObject(props) ? props.attachments : null)
  const actions = attachments.flatMap(({ actions: list }) => listOf(list))
  return actions.map(({ id }) => textIn(id)).filter((id) => id.length === 26)
}

const listOf = (value: Json | undefined): readonly JsonObject[] => (isList(value) ? value.filter(isObject) : [])
