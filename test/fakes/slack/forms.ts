// What people fill in: the form that the bot opened last for them.

import { newTrigger, whoAndWhere } from './circumstances.ts'
import type { Delivery } from './deliveries.ts'
import { type Filled, inputsOf, valuesOf } from './form-values.ts'
import type { Inside } from './inside.ts'
import { openView, setView, viewJson } from './methods/views.ts'
import type { Json, State, View } from './state.ts'
import { defaultChannel } from './townsfolk.ts'

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
