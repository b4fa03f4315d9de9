// Posting to a chat cannot share a transaction with us; the key is what the two have in common.
import type { Kysely } from 'kysely'
import type { Outgoing } from '../../ports/store.ts'
import { fromInstant } from './columns.ts'
import type { Tables } from './schema.ts'

/** What the bot wants to say and has said, on that database. */
export function createOutgoing(db: Kysely<Tables>): Outgoing {
  const find: Outgoing['find'] = async (chat, key) => {
    const query = db.selectFrom('outgoing').select(['channel', 'post', 'link']).where('chat', '=', chat)
    const row = await query.where('key', '=', key).executeTakeFirst()
    return row?.channel && row.post ? { channel: row.channel, post: row.post, link: row.link } : null
  }

  return {
    async intend(chat, key, at) {
      const insert = db.insertInto('outgoing').values({ chat, key, intendedAt: fromInstant(at) })
      await insert.onConflict((conflict) => conflict.columns(['chat', 'key']).doNothing()).execute()
      return await find(chat, key)
    },

    async settle(chat, key, { channel, post, link }) {
      const said = { channel, post, link }
      const query = db.insertInto('outgoing').values({ chat, key, ...said })
      await query.onConflict((conflict) => conflict.columns(['chat', 'key']).doUpdateSet(said)).execute()
    },

    find,

    async keyOf(chat, { channel, post }) {
      const query = db.selectFrom('outgoing').select('key').where('chat', '=', chat).where('post', '=', post)
      return (await query.where('channel', '=', channel).executeTakeFirst())?.key ?? null
    },
  }
}
