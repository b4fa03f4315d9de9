// An event that the application cannot take is told again, but one that fails for ever must not hold up all others.
import type { Log } from '../../ports/log.ts'
import { OutsideError } from '../../ports/outside-error.ts'
import type { Tell } from './feed.ts'

/** Throws what `tell` throws, until it has failed too often: then it is logged as lost, and settles. */
export function delivery(tell: Tell, log: Log): Tell {
  const failures = new Map<string, number>()
  return async (told) => {
    const { id } = told.post
    try {
      await tell(told)
      failures.delete(id)
    } catch (error) {
      const count = (failures.get(id) ?? 0) + 1
      failures.set(id, count)
      const isLost = count >= mostFailures && !mayPass(error)
      log[isLost ? 'error' : 'warn']({ post: id, count, error }, isLost ? givenUp : toldAgain)
      if (!isLost) throw error
    }
  }
}

const mostFailures = 5
const toldAgain = 'mattermost: a post could not be handed over, it is told again'
const givenUp = 'mattermost: a post could not be handed over and is given up'

/** A store or a server that is away comes back; all else would fail for ever. */
function mayPass(error: unknown): boolean {
  const passing = ['store-unavailable', 'chat-unavailable', 'rate-limited', 'auth-failed']
  return error instanceof OutsideError && passing.includes(error.code)
}
