// The local channel asks for whole conversations at every change of the page, so posts come with their files in one
// query and the bytes stay where they are.
import type { Kysely } from 'kysely'
import type { LocalPost, LocalPosts, NewLocalFile } from '../../ports/local-posts.ts'
import { fromInstant, toBytes, toJson, toText } from './columns.ts'
import { forgetLocalPosts } from './forget-local-posts.ts'
import { fromLocalPost, toLocalPosts } from './local-post-rows.ts'
import type { Tables } from './schema.ts'
import type { Wiping } from './wipe.ts'

/** Posts of the local channel on that database. */
export function createLocalPosts(db: Kysely<Tables>, wipe: Wiping): LocalPosts {
  return {
    save: (post, files) => db.transaction().execute((trx) => save(trx, post, files)),

    react: (id, reactions, at) =>
      db.transaction().execute(async (trx) => {
        const set = { reactions: toJson(reactions), updatedAt: fromInstant(at) }
        await trx.updateTable('localPosts').set(set).where('id', '=', id).execute()
        return find(trx, 'id', id)
      }),

    get: (id) => find(db, 'id', id),

    byKey: (key) => find(db, 'key', key),

    async list({ thread, direct, after }) {
      const person = direct ?? null
      let query = posts(db).where('localPosts.direct', person === null ? 'is' : '=', person)
      if (thread !== undefined) {
        query = query.where((or) => or.or([or('localPosts.thread', '=', thread), or('localPosts.id', '=', thread)]))
      }
      if (after !== undefined) query = query.where('localPosts.id', '>', after)
      return toLocalPosts(await query.execute())
    },

    async file(id) {
      const columns = ['id', 'name', 'size', 'type', 'bytes'] as const
      const row = await db.selectFrom('localFiles').select(columns).where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : { ...row, bytes: row.bytes && toBytes(row.bytes) }
    },

    forget: (before) => wipe(db.transaction().execute((trx) => forgetLocalPosts(trx, fromInstant(before)))),
  }
}

async function save(
  trx: Kysely<Tables>,
  post: Omit<LocalPost, 'files'>,
  files: readonly NewLocalFile[],
): Promise<LocalPost> {
  const row = fromLocalPost(post)
  const insert = trx.insertInto('localPosts').values(row)
  await insert.onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
  await trx.deleteFrom('localFiles').where('post', '=', post.id).execute()
  for (const [position, { id, name, size, type, bytes }] of files.entries()) {
    const file = { id, post: post.id, position, name: toText(name), size, type: toText(type), bytes }
    await trx.insertInto('localFiles').values(file).execute()
  }
  return (await find(trx, 'id', post.id))!
}

async function find(db: Kysely<Tables>, column: 'id' | 'key', value: string): Promise<LocalPost | null> {
  const rows = await posts(db).where(`localPosts.${column}`, '=', value).execute()
  return toLocalPosts(rows)[0] ?? null
}

/** A row per file, or one for a post without any. */
function posts(db: Kysely<Tables>) {
  return db
    .selectFrom('localPosts')
    .leftJoin('localFiles', 'localFiles.post', 'localPosts.id')
    .selectAll('localPosts')
    .select(['localFiles.id as fileId', 'localFiles.name as fileName', 'localFiles.size as fileSize'])
    .select('localFiles.type as fileType')
    .orderBy('localPosts.id')
    .orderBy('localFiles.position')
}
