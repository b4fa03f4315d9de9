// What a button carries and the server hands back to us on a click; nobody is shown it, not even the bot.
import { z } from 'zod'
import type { Signer } from './signature.ts'

const schema = z.object({
  key: z.string(),
  action: z.string(),
  /** The only person who may press it; null for whoever sees it. */
  person: z.string().nullable(),
  /** Seconds since 1970. */
  expires: z.number(),
  /** Values that were offered, for a choice; null for a button. */
  offered: z.array(z.string()).nullable(),
  mac: z.string(),
  /** Put in by the server, unchecked. */
  selected_option: z.string().optional(),
})

export type ActionContext = Omit<z.output<typeof schema>, 'mac' | 'selected_option'>

/** How long a button lives unless its post is edited: longer than a request is kept. */
export const buttonLife = Temporal.Duration.from({ hours: 24 * 120 })

/** The context with its proof. */
export function sealed(context: ActionContext, signer: Signer): z.output<typeof schema> {
  return { ...context, mac: signer.sign('action', wordsOf(context)) }
}

/** What a click brought, or why it is refused. */
export type Opened =
  | { readonly ok: true; readonly context: ActionContext; readonly option: string | null }
  | { readonly ok: false; readonly why: 'forged' | 'expired' | 'not-theirs' | 'not-offered' }

/** Checks the proof first: nothing else of an unproven context is looked at. */
export function opened(given: unknown, person: string, now: Temporal.Instant, signer: Signer): Opened {
  const read = schema.safeParse(given)
  if (!read.success) return { ok: false, why: 'forged' }
  const { mac, selected_option: option = null, ...context } = read.data
  if (!signer.isRight(mac, 'action', wordsOf(context))) return { ok: false, why: 'forged' }
  if (context.expires * 1_000 < now.epochMilliseconds) return { ok: false, why: 'expired' }
  if (context.person !== null && context.person !== person) return { ok: false, why: 'not-theirs' }
  if (context.offered === null) return { ok: true, context, option: null }
  if (option === null || !context.offered.includes(option)) return { ok: false, why: 'not-offered' }
  return { ok: true, context, option }
}

const wordsOf = ({ key, action, person, expires, offered }: ActionContext) => [key, action, person, expires, offered]
