// views.*: forms, opened by a trigger that lives three seconds.
import type { Inside, Method } from '../inside.ts'
import { readView } from '../outgoing.ts'
import { SlackError } from '../slack-error.ts'
import type { Handle, Json, State, View } from '../state.ts'

export const views: Readonly<Record<string, Method>> = {
  'views.open': {
    scopes: [],
    run(inside, args) {
      const { person } = takeTrigger(inside.state, args.trigger_id)
      return { view: viewJson(inside.state, openView(inside, 'views.open', person, args.view)) }
    },
  },
  'views.push': {
    scopes: [],
    run(inside, args) {
      const { person } = takeTrigger(inside.state, args.trigger_id)
      return { view: viewJson(inside.state, openView(inside, 'views.push', person, args.view)) }
    },
  },
  'views.update': {
    scopes: [],
    run(inside, args) {
      const view = findView(inside.state, args)
      if (args.hash !== undefined && args.hash !== view.hash) throw new SlackError('hash_conflict')
      setView(inside, 'views.update', view, args.view)
      return { view: viewJson(inside.state, view) }
    },
  },
}

export function openView(inside: Inside, method: string, person: string, given: unknown): View {
  const { state } = inside
  const content = readView(inside, method, given)
  const view: View = { id: state.newId('V'), person, content, hash: state.newId('hash-'), open: true }
  state.views.set(view.id, view)
  return view
}

export function setView(inside: Inside, method: string, view: View, given: unknown): void {
  view.content = readView(inside, method, given)
  view.hash = inside.state.newId('hash-')
}

/** A form as Slack gives it back. */
export function viewJson({ team, app }: State, { id, content, hash }: View): Json {
  const nothing = { private_metadata: '', callback_id: '', external_id: '', state: { values: {} } }
  const ids = { id, team_id: team.id, app_id: app.id, bot_id: app.botId, root_view_id: id, previous_view_id: null }
  return { ...nothing, ...content, ...ids, hash }
}

/** A trigger serves once. */
function takeTrigger({ triggers, clock }: State, id: unknown): Handle {
  if (typeof id !== 'string') throw new SlackError('invalid_arguments')
  const trigger = triggers.get(id)
  if (!trigger) throw new SlackError('invalid_trigger_id')
  if (Temporal.Duration.compare(clock.now().since(trigger.given), { seconds: 3 }) > 0)
    throw new SlackError('expired_trigger_id')
  triggers.delete(id)
  return trigger
}

function findView({ views: all }: State, { view_id, external_id }: Json): View {
  const known = [...all.values()].find(
    ({ id, content }) => id === view_id || (external_id !== undefined && content.external_id === external_id),
  )
  if (!known?.open) throw new SlackError('not_found')
  return known
}
