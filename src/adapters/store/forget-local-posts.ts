// A conversation with holes helps nobody, so its words go all together, once it is over.
import type { Kysely } from 'kysely'
import type { Tables } from './schema.ts'

/** Forgets what `LocalPosts.forget` says; how many posts and files. */
export async function forgetLocalPosts(trx: Kysely<Tables>, before: string): Promise<number> {
  const over = trx
    .selectFrom('localPosts')
    .select(({ fn }) => fn.coalesce('thread', 'id').as('first'))
    .groupBy(({ fn }) => fn.coalesce('thread', 'id'))
    .having(({ fn }) => fn.max('updatedAt'), '<', before)
  const deleted = await trx
    .deleteFrom('localPosts')
    .where(({ fn }) => fn.coalesce('thread', 'id'), 'in', over)
    .executeTakeFirst()
  const emptied = await trx
    .updateTable('localFiles')
    .set({ bytes: null })
    .where('bytes', 'is not', null)
    .where('post', 'in', writtenBefore(trx, before))
    .executeTakeFirst()
  return Number(deleted.numDeletedRows) + Number(emptied.numUpdatedRows)
}

/** A post of a person is never written again, but it is marked; one of the bot gets new files with every edit. */
const writtenBefore = (trx: Kysely<Tables>, before: string) =>
  trx
    .selectFrom('localPosts')
    .select('id')
    .where((is) =>
      is.or([
        is.and([is('bot', '=', 0), is('createdAt', '<', before)]),
        is.and([is('bot', '=', 1), is('updatedAt', '<', before)]),
      ]),
    )
