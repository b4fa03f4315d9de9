// Posting to a chat cannot share a transaction with us; the key is what the two have in common.
import type { Kysely } from 'kysely'
import type { Outgoing } from '../../ports/store.ts'
import { fromInstant } from './columns.ts'
import type { Tables } from './schema.ts'

/** What the bot wants to say and has said, on that database. */
export function createOutgoing(db: Kysely<Tables>): Outgoing {
  return {
    async intend(chat, key, at) {
      const insert = db.insertInto('outgoing').values({ chat, key, intendedAt: fromInstant(at) })
      await insert.onConflict((conflict) => conflict.columns(['chat', 'key']).doNothing()).execute()
      const select = db.selectFrom('outgoing').select(['channel', 'post']).where('chat', '=', chat)
      const row = await select.where('key', '=', key).executeTakeFirst()
      return row?.channel && row.post ? { channel: row.channel, post: row.post } : null
    },

    async settle(chat, key, { channel, post }) {
      const query = db.insertInto('outgoing').values({ chat, key, channel, post })
      await query.onConflict((conflict) => conflict.columns(['chat', 'key']).doUpdateSet({ channel, post })).execute()
    },

    async keyOf(chat, { channel, post }) {
      const query = db.selectFrom('outgoing').select('key').where('chat', '=', chat).where('post', '=', post)
      return (await query.where('channel', '=', channel).executeTakeFirst())?.key ?? null
    },
  }
}
