// How much Slack takes: counts and lengths of Block Kit (docs.slack.dev/reference/block-kit), which its types do not say.
import type { Json } from './state.ts'

/** Longest texts of an object of that type, in UTF-16 units; `text` stands for the text object's own text. */
const lengths: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  section: { text: 3000 },
  header: { text: 150 },
  markdown: { text: 12_000 },
  alert: { text: 3000 },
  image: { alt_text: 2000, title: 2000 },
  button: { text: 75, value: 2000, url: 3000, action_id: 255, accessibility_label: 75 },
  input: { label: 2000, hint: 2000 },
  plain_text_input: { placeholder: 150, initial_value: 3000, action_id: 255 },
  static_select: { placeholder: 150, action_id: 255 },
  multi_static_select: { placeholder: 150, action_id: 255 },
  overflow: { action_id: 255 },
  file_input: { action_id: 255 },
  modal: { title: 24, submit: 24, close: 24, private_metadata: 3000, callback_id: 255, external_id: 255 },
}

/** Most members of a list of an object of that type. */
const counts: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  section: { fields: 10 },
  context: { elements: 10 },
  actions: { elements: 25 },
  static_select: { options: 100, option_groups: 100 },
  multi_static_select: { options: 100, option_groups: 100 },
  radio_buttons: { options: 10 },
  checkboxes: { options: 10 },
  overflow: { options: 5 },
  table: { rows: 100 },
}

const optionLengths = { text: 75, value: 150, description: 75 }
const longestTogether = 13_200

/** What is too much in the blocks of a post. */
export function breachesOfBlocks(blocks: readonly Json[]): readonly string[] {
  const tables = blocks.filter(({ type }) => type === 'table').length
  return [
    ...(blocks.length > 50 ? [`blocks: ${blocks.length} of 50`] : []),
    ...(tables > 1 ? [`blocks: ${tables} tables of 1`] : []),
    ...breachesWithin(blocks),
  ]
}

/** What is too much in a form. */
export function breachesOfView(view: Json): readonly string[] {
  const blocks = (view.blocks ?? []) as readonly Json[]
  const asks = blocks.some(({ type }) => type === 'input')
  return [
    ...(blocks.length > 100 ? [`blocks: ${blocks.length} of 100`] : []),
    ...(asks && view.submit === undefined ? ['submit: missing beside an input'] : []),
    ...own(view, 'view'),
    ...breachesWithin(blocks),
  ]
}

/** Whether all texts of the blocks together are more than a post takes. */
export function isTooLong(blocks: readonly Json[]): boolean {
  const texts = blocks.flatMap((block) => objectsIn(block, '')).map(({ object }) => object.text)
  return texts.reduce<number>((sum, text) => sum + (typeof text === 'string' ? text.length : 0), 0) > longestTogether
}

function breachesWithin(blocks: readonly Json[]): readonly string[] {
  const ids = blocks.flatMap(({ block_id }) => (typeof block_id === 'string' ? [block_id] : []))
  return [
    ...(new Set(ids).size < ids.length ? ['blocks: a block_id twice'] : []),
    ...ids.filter((id) => id.length > 255).map((id) => `block_id: ${id.length} characters of 255`),
    ...blocks.flatMap((block, i) =>
      objectsIn(block, `blocks/${i}`).flatMap(({ object, path }) => [...own(object, path), ...special(object, path)]),
    ),
  ]
}

function own(object: Json, path: string): readonly string[] {
  const type = String(object.type)
  const texts = Object.entries(lengths[type] ?? {}).map(([name, most]) =>
    tooLong(object[name], most, `${path}/${name}`),
  )
  const lists = Object.entries(counts[type] ?? {}).map(([name, most]) => tooMany(object[name], most, `${path}/${name}`))
  return [...texts, ...lists].flat()
}

function special(object: Json, path: string): readonly string[] {
  if (object.type === 'table') return breachesOfTable(object, path)
  if (object.type === 'section')
    return listOf(object.fields).flatMap((field, i) => tooLong(field, 2000, `${path}/fields/${i}`))
  if (object.type === 'actions' || object.type === 'context') return breachesOfElements(object, path)
  if (object.type === 'mrkdwn' || object.type === 'plain_text')
    return object.text === '' ? [`${path}: empty`] : tooLong(object.text, 3000, path)
  if (isOption(object))
    return Object.entries(optionLengths).flatMap(([name, most]) => tooLong(object[name], most, `${path}/${name}`))
  if (object.type === 'file_input' && !isBetween(object.max_files ?? 10, 1, 10)) return [`${path}: max_files`]
  return []
}

function breachesOfElements({ elements }: Json, path: string): readonly string[] {
  const ids = listOf(elements).flatMap(({ action_id }) => (typeof action_id === 'string' ? [action_id] : []))
  return [
    ...(listOf(elements).length === 0 ? [`${path}: no elements`] : []),
    ...(new Set(ids).size < ids.length ? [`${path}: an action_id twice`] : []),
  ]
}

function breachesOfTable({ rows }: Json, path: string): readonly string[] {
  const widths = new Set(listOf(rows).map((row) => (row as unknown as readonly unknown[]).length))
  return [
    ...(widths.size > 1 ? [`${path}: rows of different widths`] : []),
    ...[...widths].filter((width) => !isBetween(width, 1, 20)).map((width) => `${path}: ${width} columns of 20`),
  ]
}

const isOption = (object: Json) => object.type === undefined && 'text' in object && 'value' in object
const isBetween = (value: unknown, least: number, most: number) => Number(value) >= least && Number(value) <= most
const listOf = (value: unknown) => (Array.isArray(value) ? value : []) as readonly Json[]

function tooLong(value: unknown, most: number, path: string): readonly string[] {
  const text = typeof value === 'object' && value !== null ? (value as Json).text : value
  return typeof text === 'string' && text.length > most ? [`${path}: ${text.length} characters of ${most}`] : []
}

function tooMany(value: unknown, most: number, path: string): readonly string[] {
  return listOf(value).length > most ? [`${path}: ${listOf(value).length} of ${most}`] : []
}

/** All objects in one, itself first. */
function objectsIn(value: unknown, path: string): readonly { readonly object: Json; readonly path: string }[] {
  if (typeof value !== 'object' || value === null) return []
  const within = Object.entries(value).flatMap(([name, part]) => objectsIn(part, `${path}/${name}`))
  return Array.isArray(value) ? within : [{ object: value as Json, path }, ...within]
}
