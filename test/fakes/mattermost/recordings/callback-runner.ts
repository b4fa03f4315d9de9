// Plays an exchange in which the server calls the bot: the requests of people, the calls, and what Marie's client hears.
import { newId } from '../ids.ts'
import { isObject, type Json, type JsonObject, textIn } from '../json.ts'
import { differences } from './differences.ts'
import type { Line } from './line.ts'
import type { Exchange, RecordedAnswer, RecordedCallback, Recording } from './read.ts'
import type { Scene } from './scene.ts'
import { compare, grow, idsOf, send, swapAll } from './send.ts'
import type { Stage } from './stage.ts'

export async function replayCallbacks(
  stage: Stage,
  scene: Scene,
  line: Line,
  recording: Recording,
): Promise<readonly string[]> {
  scene.before?.[recording.name]?.(stage)
  await line.settle()
  line.heard.length = 0
  stage.bot.received = []
  stage.bot.answers = (recording.callbacks ?? []).map(
    ({ answered }) => grow(swapAll(stage, answered as Json)) as RecordedAnswer,
  )
  const found = [...(await playCalls(stage, scene, recording)), ...differentCallbacks(stage, recording)]
  await line.settle()
  return [...found, ...differentSights(stage, line, recording)]
}

async function playCalls(
  stage: Stage,
  scene: Scene,
  { name, calls = [], ...recording }: Recording,
): Promise<readonly string[]> {
  const found: string[] = []
  const unseen = idsOfSights(calls, recording.seen_by_marie ?? [])
  for (const call of calls) {
    if (!('request' in call)) continue
    const callback = recording.callbacks?.[stage.bot.received.length]
    stage.ids = [...idsFor(call, callback), ...unseen.slice(0, 1)]
    const other = scene.instead?.[name]
    const answered = other ? await other(stage, call) : await compare(stage, call, await send(stage, call))
    found.push(...answered.map((difference) => `${call.name}: ${difference}`))
    if (unseen[0] !== undefined && !stage.ids.includes(unseen[0])) unseen.shift()
    learnTriggers(stage, recording.callbacks ?? [])
  }
  return found
}

/** In the order in which the town makes them: trigger, address for later answers, the version before of a changed post. */
function idsFor(call: Exchange, callback: RecordedCallback | undefined): string[] {
  const { path, method } = call.request
  const calling = path.endsWith('/execute') || /\/actions\/\w+$/.test(path)
  if (method !== 'POST' || !calling || !callback) return idsOf(call)
  const [known] = Buffer.from(textIn(callback.body.trigger_id), 'base64').toString().split(':')
  const hook = textIn(callback.body.response_url).slice(-26)
  const { body } = callback.answered
  const changes = isObject(body) && 'update' in body
  return [known!, hook, changes ? newId() : ''].filter((id) => id !== '')
}

/** Ids of what Marie saw appear, but for posts that a call itself makes. */
function idsOfSights(calls: readonly Exchange[], sights: readonly JsonObject[]): string[] {
  const made = new Set(calls.map(({ response }) => (isObject(response.body) ? response.body.id : null)))
  const appeared = sights.filter(({ event }) => event === 'posted' || event === 'ephemeral_message')
  const posts = appeared.map(({ data }) => JSON.parse(textIn((data as JsonObject).post)) as JsonObject)
  return posts.map(({ id }) => textIn(id)).filter((id) => !made.has(id))
}

/** Later calls of the recording use the trigger that the bot got. */
function learnTriggers({ bot, swaps }: Stage, callbacks: readonly RecordedCallback[]): void {
  for (const [index, { text, headers }] of bot.received.entries()) {
    const recorded = textIn(callbacks[index]?.body.trigger_id)
    if (recorded !== '') swaps.set(recorded, textIn(bodyOf(text, headers['content-type']).trigger_id))
  }
}

function differentCallbacks(stage: Stage, { callbacks = [] }: Recording): readonly string[] {
  const recorded = callbacks.map(({ method, url, headers, body }) => ({ method, url, headers, body }))
  const actual = stage.bot.received.map(({ method, path, headers, text }) => ({
    method,
    url: path,
    headers: only(headers, Object.keys(recorded[0]?.headers ?? {})),
    body: bodyOf(text, headers['content-type']),
  }))
  return differences(swapAll(stage, recorded), actual as never, 'callbacks')
}

function differentSights(stage: Stage, line: Line, { seen_by_marie: recorded = [] }: Recording): readonly string[] {
  const sights = recorded.filter(({ event }) => event !== 'new_user')
  const actual = line.heard.map(({ received }) => received ?? null)
  return recorded.length > 0 ? differences(swapAll(stage, sights), actual, 'seen by Marie') : []
}

const bodyOf = (text: string, type = ''): JsonObject =>
  type.includes('json') ? (JSON.parse(text) as JsonObject) : Object.fromEntries(new URLSearchParams(text))

const only = (headers: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, headers[name] ?? null]))
