// What people chose once is not asked again, in any process.
import type { Kysely } from 'kysely'
import type { Preferences } from '../../ports/store.ts'
import { toText } from './columns.ts'
import type { Tables } from './schema.ts'

/** Choices of channels and people on that database. */
export function createPreferences(db: Kysely<Tables>): Preferences {
  return {
    async get(chat, subject, name) {
      const query = db.selectFrom('preferences').select('value').where('chat', '=', chat).where('subject', '=', subject)
      return (await query.where('name', '=', name).executeTakeFirst())?.value ?? null
    },

    async set(chat, subject, name, value) {
      const chosen = { value: toText(value) }
      const query = db.insertInto('preferences').values({ chat, subject, name, ...chosen })
      const key = ['chat', 'subject', 'name'] as const
      await query.onConflict((conflict) => conflict.columns(key).doUpdateSet(chosen)).execute()
    },
  }
}
