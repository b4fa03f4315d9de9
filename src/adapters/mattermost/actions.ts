// Buttons and the choice of a post, as the one attachment under its text.
import type { Button, Choice, Message } from '../../replies/message.ts'
import { buttonLife, sealed } from './action-context.ts'
import type { Signer } from './signature.ts'

export type ActionsOptions = {
  /** Where clicks go; null when the server cannot reach us: then there are none. */
  readonly url: string | null
  readonly signer: Signer
  readonly now: Temporal.Instant
  readonly key: string
  /** The only person who may press; null for whoever sees the post. */
  readonly person: string | null
}

type Action = {
  readonly id: string
  readonly name: string
  readonly type: 'button' | 'select'
  readonly style?: Button['style']
  readonly options?: readonly { readonly text: string; readonly value: string }[]
  readonly default_option?: string
  readonly integration: { readonly url: string; readonly context: object }
}

/** None, or one attachment; its actions are built from what we know, as nobody can read them back. */
export function attachmentsOf(
  { buttons, choices }: Pick<Message, 'buttons' | 'choices'>,
  options: ActionsOptions,
): readonly { readonly fallback: string; readonly text: string; readonly actions: readonly Action[] }[] {
  const { url } = options
  if (url === null || buttons.length + choices.length === 0) return []
  const integration = (action: string, offered: readonly string[] | null) => ({
    url,
    context: sealed({ ...contextOf(options), action, offered: offered && [...offered] }, options.signer),
  })
  const actions = [
    ...choices.map((choice) => selectOf(choice, integration)),
    ...buttons.map(({ id, label, style }) => ({
      id: checked(id),
      name: label,
      type: 'button' as const,
      style,
      integration: integration(id, null),
    })),
  ]
  return [{ fallback: '', text: '', actions }]
}

function selectOf(
  { id, label, options, chosen }: Choice,
  integration: (action: string, offered: readonly string[]) => Action['integration'],
): Action {
  const offered = options.map(({ value }) => value)
  return {
    id: checked(id),
    name: label,
    type: 'select',
    options: options.map(({ value, label: text }) => ({ text, value })),
    ...(chosen === null ? {} : { default_option: chosen }),
    integration: integration(id, offered),
  }
}

function contextOf({ key, person, now }: ActionsOptions): { key: string; person: string | null; expires: number } {
  return { key, person, expires: Math.floor(now.add(buttonLife).epochMilliseconds / 1_000) }
}

/** The server answers 404 to a click on any other id. */
function checked(id: string): string {
  if (!/^[A-Za-z0-9]+$/.test(id)) throw new TypeError(`An action may be named with letters and digits only, not ${id}`)
  return id
}
