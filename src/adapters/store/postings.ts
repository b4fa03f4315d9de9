// Acknowledging an event rests on this: the posting and the job to check it are stored together or not at all.
import type { Kysely, Selectable } from 'kysely'
import { z } from 'zod'
import { languages } from '../../moodle/language.ts'
import type { Mark } from '../../ports/chat.ts'
import type { NewPosting, Postings, StoredPosting } from '../../ports/store.ts'
import { fromInstant, toInstant, toJson, toText } from './columns.ts'
import { newId } from './ids.ts'
import { queuedAt } from './jobs.ts'
import type { Tables } from './schema.ts'

/** Postings and watermarks on that database. */
export function createPostings(db: Kysely<Tables>): Postings {
  return {
    receive: (posting) => db.transaction().execute((trx) => receive(trx, posting)),

    async get(id) {
      const row = await db.selectFrom('postings').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : toPosting(row)
    },

    async ofPost(chat, channel, post) {
      const query = db.selectFrom('postings').selectAll().where('chat', '=', chat).where('channel', '=', channel)
      return (await query.where('post', '=', post).orderBy('position').orderBy('id').execute()).map(toPosting)
    },

    async latest(chat, channel, thread) {
      const query = db.selectFrom('postings').selectAll().where('chat', '=', chat).where('channel', '=', channel)
      const row = await query
        .$if(thread !== null, (rows) =>
          rows.where((is) => is.or([is('thread', '=', thread), is('post', '=', thread!)])),
        )
        .orderBy('receivedAt', 'desc')
        .orderBy('position', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row === undefined ? null : toPosting(row)
    },

    mark: (id, mark) => db.transaction().execute((trx) => saveMark(trx, id, mark)),

    async watermark(chat, channel) {
      const query = db.selectFrom('watermarks').select('post').where('chat', '=', chat).where('channel', '=', channel)
      return (await query.executeTakeFirst())?.post ?? null
    },

    async setWatermark(chat, channel, post) {
      const query = db.insertInto('watermarks').values({ chat, channel, post })
      await query.onConflict((conflict) => conflict.columns(['chat', 'channel']).doUpdateSet({ post })).execute()
    },
  }
}

async function receive(trx: Kysely<Tables>, posting: NewPosting): Promise<boolean> {
  const id = newId()
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('postings')
    .values({
      id,
      chat: posting.chat,
      channel: posting.channel,
      thread: posting.thread,
      post: posting.post,
      author: posting.author,
      direct: posting.direct ? 1 : 0,
      fileId: posting.file.id,
      fileName: toText(posting.file.name),
      fileSize: posting.file.size,
      fileType: toText(posting.file.type),
      position: posting.position,
      form: toJson(posting.form),
      receivedAt: fromInstant(posting.receivedAt),
    })
    .onConflict((conflict) => conflict.columns(['chat', 'channel', 'post', 'fileId']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return false
  const payload = toJson({ posting: id })
  await trx
    .insertInto('jobs')
    .values({ kind: 'check-file', payload, ...queuedAt(posting.receivedAt) })
    .execute()
  return true
}

async function saveMark(trx: Kysely<Tables>, id: string, mark: Mark): Promise<readonly (Mark | null)[]> {
  await trx.updateTable('postings').set({ mark }).where('id', '=', id).execute()
  const rows = await trx
    .selectFrom('postings as one')
    .innerJoin('postings as each', (join) =>
      join
        .onRef('each.chat', '=', 'one.chat')
        .onRef('each.channel', '=', 'one.channel')
        .onRef('each.post', '=', 'one.post'),
    )
    .select('each.mark')
    .where('one.id', '=', id)
    .execute()
  return rows.map((row) => row.mark)
}

const formOf = z.object({ site: z.string().nullable(), language: z.enum(languages).nullable() }).nullable()

function toPosting(row: Selectable<Tables['postings']>): StoredPosting {
  return {
    id: row.id,
    chat: row.chat,
    channel: row.channel,
    thread: row.thread,
    post: row.post,
    author: row.author,
    direct: row.direct === 1,
    file: { id: row.fileId, name: row.fileName, size: row.fileSize, type: row.fileType },
    position: row.position,
    form: formOf.parse(JSON.parse(row.form)),
    receivedAt: toInstant(row.receivedAt),
  }
}
