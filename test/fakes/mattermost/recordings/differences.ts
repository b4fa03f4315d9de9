// What differs between an answer that was recorded and one of the fake: keys, types and values, but for what must differ.
import { isId } from '../ids.ts'
import { isList, isObject, type Json } from '../json.ts'

/** One line for each difference, with its place; none when the fake answers as the real server did. */
export function differences(recorded: Json | undefined, actual: Json | undefined, place = ''): readonly string[] {
  const key = place.slice(place.lastIndexOf('.') + 1)
  if (recorded === undefined || actual === undefined || kindOf(recorded) !== kindOf(actual))
    return recorded === actual ? [] : [`${place}: ${show(recorded)} was recorded, not ${show(actual)}`]
  if (isList(recorded)) return inLists(recorded, actual as readonly Json[], place)
  if (isObject(recorded)) return inObjects(recorded, actual as typeof recorded, place)
  if (nested.has(key) && isJsonText(recorded) && isJsonText(actual))
    return differences(JSON.parse(recorded) as Json, JSON.parse(actual) as Json, place)
  const same = isSame(key, recorded, actual)
  return same ? [] : [`${place}: ${show(recorded)} was recorded, not ${show(actual)}`]
}

function inLists(recorded: readonly Json[], actual: readonly Json[], place: string): readonly string[] {
  if (recorded.length !== actual.length)
    return [`${place}: ${recorded.length} entries were recorded, not ${actual.length}`]
  return recorded.flatMap((value, index) => differences(value, actual[index], `${place}[${index}]`))
}

function inObjects(
  recorded: { readonly [key: string]: Json },
  actual: typeof recorded,
  place: string,
): readonly string[] {
  const keys = new Set([...Object.keys(recorded), ...Object.keys(actual)])
  return [...keys].flatMap((key) => differences(recorded[key], actual[key], `${place}.${key}`))
}

function isSame(key: string, recorded: Json, actual: Json): boolean {
  if (typeof recorded === 'number') return isSameNumber(key, recorded, actual)
  if (typeof recorded !== 'string' || typeof actual !== 'string') return recorded === actual
  return recorded === actual || isSameText(key, recorded, actual)
}

/** Times only tell whether something ever happened. */
function isSameNumber(key: string, recorded: number, actual: Json): boolean {
  if (freeNumbers.has(key)) return true
  if (/_(at|update)$/.test(key)) return (recorded === 0) === (actual === 0)
  return recorded === actual
}

const freeNumbers = new Set(['seq', 'server_time'])
const freeIds = new Set(['request_id', 'invite_id', 'connection_id'])
const freeTexts = new Set(['server_version', 'server_hostname'])
/** JSON inside a text. */
const nested = new Set(['post', 'reaction', 'channel', 'thread', 'dialog'])

function isSameText(key: string, recorded: string, actual: string): boolean {
  if (freeIds.has(key)) return isId(actual)
  if (freeTexts.has(key) || /^<.+>$/.test(recorded)) return actual !== ''
  if (key === 'trigger_id') return ownerOf(recorded) === ownerOf(actual)
  if (key === 'response_url') return maskId(recorded) === maskId(actual)
  const [, start, length] = /^([\s\S]*)…<(\d+) characters>$/.exec(recorded) ?? []
  return start !== undefined && actual.startsWith(start) && Array.from(actual).length === Number(length)
}

const isJsonText = (value: Json): value is string => typeof value === 'string' && value.startsWith('{')

/** A trigger for the bot says its short form and whose it is, then what nobody can foresee. */
const ownerOf = (trigger: string): string => Buffer.from(trigger, 'base64').toString().split(':').slice(0, 2).join(':')

const maskId = (url: string): string => url.replace(/[a-z0-9]{26}$/, '')

const kindOf = (value: Json): string => (value === null ? 'null' : isList(value) ? 'list' : typeof value)

const show = (value: Json | undefined): string =>
  value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 200)
