// What people fill in: the form that the bot opened last for them.
import type { Delivery } from './deliveries.ts'
import type { Inside } from './inside.ts'
import { newTrigger, whoAndWhere } from './interactions.ts'
import { fullFileJson } from './json.ts'
import { openView, setView, viewJson } from './methods/views.ts'
import { keepFile, type NewFile } from './people.ts'
import type { Json, State, View } from './state.ts'
import { defaultChannel } from './townsfolk.ts'

/** By `action_id`: text, the value of an option or several, or files. */
export type Filled = Readonly<Record<string, string | readonly string[] | readonly NewFile[]>>

export type Submitted = {
  readonly delivery: Delivery
  /** By block; null when the form was taken. */
  readonly errors: Readonly<Record<string, string>> | null
}

/** The form on a person's screen. Fails the test when there is none. */
export function formOf({ views }: State, person: string): View {
  const open = [...views.values()].findLast((view) => view.person === person && view.open)
  if (!open) throw new Error(`${person} has no form open`)
  return open
}

/** Fails the test when a field that must be filled is not, as Slack does not let it pass. */
export async function submit(inside: Inside, person: string, filled: Filled): Promise<Submitted> {
  const { state, deliveries } = inside
  const view = formOf(state, person)
  const values = valuesOf(state, view, filled)
  const delivery = await deliveries.deliver('interactive', {
    type: 'view_submission',
    ...whoAndWhere(state, person),
    trigger_id: newTrigger(state, person, defaultChannel),
    view: { ...viewJson(state, view), state: { values } },
    response_urls: [],
  })
  const errors = delivery.fate === 'acknowledged' ? follow(inside, view, delivery.answer) : null
  return { delivery, errors }
}

/** A person closes the form; the bot hears of it only if the form says so. */
export async function close(inside: Inside, person: string): Promise<void> {
  const { state, deliveries } = inside
  const view = formOf(state, person)
  view.open = false
  if (view.content.notify_on_close !== true) return
  const closed = { type: 'view_closed', view: viewJson(state, view), is_cleared: false }
  await deliveries.deliver('interactive', { ...whoAndWhere(state, person), ...closed })
}

/** Does what the acknowledgement asks for. */
function follow(inside: Inside, view: View, answer: Json | null): Submitted['errors'] {
  const action = answer?.response_action
  if (action === 'errors') return errorsOf(inside, view, (answer?.errors ?? {}) as Readonly<Record<string, string>>)
  if (action === 'update') setView(inside, 'view_submission', view, answer?.view)
  else if (action === 'push') openView(inside, 'view_submission', view.person, answer?.view)
  else if (action === 'clear') for (const each of inside.state.views.values()) each.open = false
  else view.open = false
  return null
}

function errorsOf({ state }: Inside, view: View, errors: Readonly<Record<string, string>>): Submitted['errors'] {
  const inputs = inputsOf(view).map(({ block }) => block)
  const lost = Object.keys(errors).filter((block) => !inputs.includes(block))
  state.breaches.push(...lost.map((block) => `view_submission: an error of ${block}, which is no input`))
  return errors
}

type Input = {
  readonly block: string
  readonly action: string
  readonly element: Json
  readonly optional: boolean
  readonly label: string
}

function inputsOf({ content }: View): readonly Input[] {
  const blocks = content.blocks as readonly Json[]
  return blocks.flatMap((block, i) => {
    if (block.type !== 'input') return []
    const { element, optional = false, label, block_id: id = `block${i}` } = block as { readonly element: Json } & Json
    const { text } = label as { readonly text: string }
    return [{ block: String(id), action: String(element.action_id), element, optional: optional === true, label: text }]
  })
}

function valuesOf(state: State, view: View, filled: Filled): Json {
  const inputs = inputsOf(view)
  const known = inputs.map(({ action }) => action)
  const lost = Object.keys(filled).filter((action) => !known.includes(action))
  if (lost.length > 0) throw new Error(`The form has no ${lost.join(', ')}, but ${known.join(', ')}`)
  return Object.fromEntries(
    inputs.map((input) => [input.block, { [input.action]: entered(state, view, input, filled[input.action]) }]),
  )
}

function entered(
  state: State,
  view: View,
  { element, optional, label }: Input,
  given: Filled[string] | undefined,
): Json {
  const { type, options = [], initial_option: first = null, initial_value: text = null } = element
  const chosen = (value: unknown) => (options as readonly Json[]).find((option) => option.value === value)
  const values = typeof given === 'string' ? [given] : (given ?? [])
  const value =
    type === 'file_input'
      ? { files: filesOf(state, view, element, values as readonly NewFile[]) }
      : type === 'plain_text_input'
        ? { value: given ?? text }
        : type === 'checkboxes' || String(type).startsWith('multi_')
          ? { selected_options: values.map(chosen) }
          : { selected_option: chosen(given) ?? first }
  if (!optional && isNothing(Object.values(value)[0])) throw new Error(`The field « ${label} » must be filled`)
  return { type, ...value }
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
