// What administrators do to people, bots and their tokens.
import type { World } from '../world.ts'

export type Administration = {
  /** The token is no good any more; open sockets stay open and silent. */
  revoke(token: string): void
  /** The same for everything of a person or bot, until they are enabled again. */
  disable(person: string): void
  enable(person: string): void
}

export function administration({ state, clock }: World): Administration {
  return {
    revoke(token) {
      state.tokens.get(token)!.active = false
    },
    disable(person) {
      state.people.get(person)!.delete_at = clock.stamp()
    },
    enable(person) {
      state.people.get(person)!.delete_at = 0
    },
  }
}
