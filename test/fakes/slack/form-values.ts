// What a person entered in the fields of a form.
import { fullFileJson } from './json.ts'
import { keepFile, type NewFile } from './people.ts'
import type { Json, State, View } from './state.ts'

/** By `action_id`: text, the value of an option or several, or files. */
export type Filled = Readonly<Record<string, string | readonly string[] | readonly NewFile[]>>

type Input = {
  readonly block: string
  readonly action: string
  readonly element: Json
  readonly optional: boolean
  readonly label: string
}

export function inputsOf({ content }: View): readonly Input[] {
  const blocks = content.blocks as readonly Json[]
  return blocks.flatMap((block, i) => {
    if (block.type !== 'input') return []
    const { element, optional = false, label, block_id: id = `block${i}` } = block as { readonly element: Json } & Json
    const { text } = label as { readonly text: string }
    return [{ block: String(id), action: String(element.action_id), element, optional: optional === true, label: text }]
  })
}

/** By block and action, as Slack sends them. Fails the test when the form has no such field, or takes no such value. */
export function valuesOf(state: State, view: View, filled: Filled): Json {
  const inputs = inputsOf(view)
  const known = inputs.map(({ action }) => action)
  const lost = Object.keys(filled).filter((action) => !known.includes(action))
  if (lost.length > 0) throw new Error(`The form has no ${lost.join(', ')}, but ${known.join(', ')}`)
  return Object.fromEntries(
    inputs.map((input) => [input.block, { [input.action]: entered(state, view, input, filled[input.action]) }]),
  )
}

function entered(state: State, view: View, input: Input, given: Filled[string] | undefined): Json {
  const { element, optional, label } = input
  const value = valueIn(state, view, element, given)
  if (!optional && isNothing(Object.values(value)[0])) throw new Error(`The field « ${label} » must be filled`)
  return { type: element.type, ...value }
}

/** Under the name that Slack gives it for that type of field; what was there at first when nothing is given. */
function valueIn(state: State, view: View, element: Json, given: Filled[string] | undefined): Json {
  const { type, options = [], initial_option: first = null, initial_options: several = [], initial_value } = element
  const chosen = (value: unknown) => (options as readonly Json[]).find((option) => option.value === value)
  const values = typeof given === 'string' ? [given] : given
  if (type === 'file_input') return { files: filesOf(state, view, element, (values ?? []) as readonly NewFile[]) }
  if (type === 'plain_text_input') return { value: given ?? initial_value ?? null }
  if (type === 'checkboxes' || String(type).startsWith('multi_'))
    return { selected_options: values?.map(chosen) ?? several }
  return { selected_option: chosen(given) ?? first }
}

function filesOf(state: State, { person }: View, element: Json, given: readonly NewFile[]): readonly Json[] {
  const { max_files: most = 10, filetypes } = element
  if (given.length > Number(most)) throw new Error(`The form takes ${String(most)} files`)
  const endings = filetypes as readonly string[] | undefined
  const refused = given.find(
    ({ name }) => endings && !endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`)),
  )
  if (refused) throw new Error(`The form takes no ${refused.name}`)
  return given.map((file) => fullFileJson(state, state.files.get(keepFile(state, person, file))!))
}

const isNothing = (value: unknown) =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0)
