// Who a token stands for: nobody once it was revoked, or once the person or the bot was disabled.
import type { PersonRecord } from '../records.ts'
import type { World } from '../world.ts'

/** Of an Authorization header. */
export function personOf(world: World, header: string | undefined): PersonRecord | null {
  return personWith(world, /^bearer (.+)$/i.exec(header ?? '')?.[1] ?? '')
}

export function personWith({ state }: World, token: string): PersonRecord | null {
  const known = state.tokens.get(token)
  if (!known?.active) return null
  const person = state.people.get(known.person)
  return person?.delete_at === 0 ? person : null
}
