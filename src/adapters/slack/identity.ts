// Who the bot is in Slack: asked once, and again after a failure.
import { z } from 'zod'
import type { Web } from './web.ts'

export type Identity = {
  /** Ids of its account and of its app's bot. */
  readonly person: string
  readonly bot: string
  /** Of the workspace, with a slash at its end. */
  readonly url: string
}

const shape = z
  .object({ user_id: z.string(), bot_id: z.string(), url: z.string() })
  .transform(({ user_id: person, bot_id: bot, url }): Identity => ({ person, bot, url }))

/** Throws OutsideError, `auth-failed` when the token is wrong. */
export function identityIn(web: Web): () => Promise<Identity> {
  let asked: Promise<Identity> | null = null
  return () => {
    asked ??= web.call('auth.test', {}, shape).catch((error: unknown) => {
      asked = null
      throw error
    })
    return asked
  }
}
