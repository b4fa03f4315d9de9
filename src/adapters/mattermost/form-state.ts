// What a form carries to its submission. Unlike that of a button it goes through the person's own client, where it can be
// read and sent again: so it is bound to the person, short-lived, and good for one submission.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Signer } from './signature.ts'

const schema = z.object({
  command: z.enum(['language', 'remind']),
  person: z.string(),
  channel: z.string(),
  thread: z.string().nullable(),
  offered: z.array(z.string()),
  /** Where the command may still be answered; null when nowhere. */
  answerTo: z.string().nullable(),
  expires: z.number(),
  nonce: z.string(),
  mac: z.string(),
})

export type FormState = Omit<z.output<typeof schema>, 'mac' | 'nonce' | 'expires'>

export type FormStates = {
  /** As text, with its proof. */
  seal(state: FormState, now: Temporal.Instant): string
  /** What a submission brought, or why it is refused. */
  open(given: string, person: string, now: Temporal.Instant): OpenedForm
  /** It was submitted: not again. */
  use(nonce: string, now: Temporal.Instant): void
}

export type OpenedForm =
  | { readonly ok: true; readonly state: FormState; readonly nonce: string }
  | { readonly ok: false; readonly why: 'forged' | 'expired' | 'not-theirs' | 'replayed' }

const life = Temporal.Duration.from({ minutes: 30 })

export function createFormStates(signer: Signer): FormStates {
  /** Nonces that were used, with the second they expire anyway. */
  const used = new Map<string, number>()
  return {
    seal(state, now) {
      const expires = Math.floor(now.add(life).epochMilliseconds / 1_000)
      const sent = { ...state, expires, nonce: randomUUID() }
      return JSON.stringify({ ...sent, mac: signer.sign('form', wordsOf(sent)) })
    },
    open(given, person, now) {
      const read = schema.safeParse(parsed(given))
      if (!read.success) return { ok: false, why: 'forged' }
      const { mac, ...sent } = read.data
      if (!signer.isRight(mac, 'form', wordsOf(sent))) return { ok: false, why: 'forged' }
      const { expires, nonce, ...state } = sent
      if (expires * 1_000 < now.epochMilliseconds) return { ok: false, why: 'expired' }
      if (state.person !== person) return { ok: false, why: 'not-theirs' }
      return used.has(nonce) ? { ok: false, why: 'replayed' } : { ok: true, state, nonce }
    },
    use(nonce, now) {
      const over = now.epochMilliseconds / 1_000
      for (const [old, expires] of used) if (expires < over) used.delete(old)
      used.set(nonce, over + life.total('seconds') + 1)
    },
  }
}

const wordsOf = (sent: Omit<z.output<typeof schema>, 'mac'>) => [
  sent.command,
  sent.person,
  sent.channel,
  sent.thread,
  sent.offered,
  sent.answerTo,
  sent.expires,
  sent.nonce,
]

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
