// How much one object of Block Kit holds (docs.slack.dev/reference/block-kit): what its own page says of it.
import type { Json } from './state.ts'

/** Longest texts, in UTF-16 units, by type; a text object counts by its own text. */
const lengths: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  section: { text: 3000 },
  header: { text: 150 },
  markdown: { text: 12_000 },
  alert: { text: 200 },
  image: { alt_text: 2000, title: 2000 },
  button: { text: 75, value: 2000, url: 3000, action_id: 255, accessibility_label: 75 },
  input: { label: 2000, hint: 2000 },
  plain_text_input: { placeholder: 150, initial_value: 3000, action_id: 255 },
  static_select: { placeholder: 150, action_id: 255 },
  multi_static_select: { placeholder: 150, action_id: 255 },
  overflow: { action_id: 255 },
  file_input: { action_id: 255 },
  modal: { title: 24, submit: 24, close: 24, private_metadata: 3000, callback_id: 255, external_id: 255 },
  option: { text: 75, value: 150, description: 75 },
  confirm: { title: 100, text: 300, confirm: 30, deny: 30 },
}

/** Longest texts of the members of a list, by type. */
const memberLengths: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  section: { fields: 2000 },
  context: { elements: 3000 },
}

/** Most members of a list, by type. */
const counts: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  section: { fields: 10 },
  context: { elements: 10 },
  actions: { elements: 25 },
  static_select: { options: 100, option_groups: 100 },
  multi_static_select: { options: 100, option_groups: 100 },
  radio_buttons: { options: 10 },
  checkboxes: { options: 10 },
  overflow: { options: 5 },
  table: { rows: 100, column_settings: 20 },
}

/** What is too much in this object itself; what is within it comes by its own turn. */
export function breachesOfObject(object: Json, path: string): readonly string[] {
  const kind = kindOf(object)
  return [
    ...limitsOf(lengths, kind).flatMap(([name, most]) => tooLong(object[name], most, `${path}/${name}`)),
    ...limitsOf(counts, kind).flatMap(([name, most]) => tooMany(object[name], most, `${path}/${name}`)),
    ...limitsOf(memberLengths, kind).flatMap(([name, most]) =>
      listOf(object[name]).flatMap((member, i) => tooLong(member, most, `${path}/${name}/${i}`)),
    ),
    ...(special[kind]?.(object) ?? []).map((breach) => `${path}: ${breach}`),
  ]
}

const limitsOf = (limits: typeof lengths, kind: string) => Object.entries(limits[kind] ?? {})

/** Options and confirmations have no type. */
function kindOf(object: Json): string {
  if (typeof object.type === 'string') return object.type
  if ('text' in object && 'value' in object) return 'option'
  return 'confirm' in object && 'title' in object ? 'confirm' : ''
}

const special: Readonly<Record<string, (object: Json) => readonly string[]>> = {
  actions: breachesOfElements,
  context: breachesOfElements,
  table: breachesOfTable,
  mrkdwn: ({ text }) => (text === '' ? ['empty'] : []),
  plain_text: ({ text }) => (text === '' ? ['empty'] : []),
  file_input: ({ max_files: most = 10 }) => (isBetween(Number(most), 1, 10) ? [] : ['max_files']),
}

function breachesOfElements({ elements }: Json): readonly string[] {
  const ids = listOf(elements).flatMap(({ action_id: id }) => (typeof id === 'string' ? [id] : []))
  return [
    ...(listOf(elements).length === 0 ? ['no elements'] : []),
    ...(new Set(ids).size < ids.length ? ['an action_id twice'] : []),
  ]
}

function breachesOfTable({ rows }: Json): readonly string[] {
  const widths = new Set(listOf(rows).map((row) => listOf(row).length))
  return [
    ...(widths.size > 1 ? ['rows of different widths'] : []),
    ...[...widths].filter((width) => !isBetween(width, 1, 20)).map((width) => `${width} columns of 20`),
  ]
}

const isBetween = (value: number, least: number, most: number) => value >= least && value <= most
const listOf = (value: unknown) => (Array.isArray(value) ? value : []) as readonly Json[]

function tooLong(value: unknown, most: number, path: string): readonly string[] {
  const text = typeof value === 'object' && value !== null ? (value as Json).text : value
  return typeof text === 'string' && text.length > most ? [`${path}: ${text.length} characters of ${most}`] : []
}

function tooMany(value: unknown, most: number, path: string): readonly string[] {
  const { length } = listOf(value)
  return length > most ? [`${path}: ${length} of ${most}`] : []
}
