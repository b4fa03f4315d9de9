// Released: never edit it, add another migration. Nothing deletes rows here but the replacement of a local post.
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { ColumnTypes } from './column-types.ts'

/** Makes the tables of the first release. */
export async function firstTables(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  const statements = [...work(types), ...requests(types), ...localChannel(types)]
  for (const statement of statements) await statement.execute(db)
}

function work({ text, serial }: ColumnTypes): RawBuilder<unknown>[] {
  return [
    sql`create table postings (
      id ${text} primary key,
      chat ${text} not null,
      channel ${text} not null,
      thread ${text},
      post ${text} not null,
      author ${text} not null,
      direct integer not null,
      file_id ${text} not null,
      file_name ${text} not null,
      file_size bigint not null,
      file_type ${text} not null,
      received_at ${text} not null,
      unique (chat, channel, post, file_id)
    )`,
    sql`create table watermarks (
      chat ${text} not null,
      channel ${text} not null,
      post ${text} not null,
      primary key (chat, channel)
    )`,
    sql`create table jobs (
      id ${serial} primary key,
      kind ${text} not null,
      payload ${text} not null,
      key ${text} unique,
      state ${text} not null,
      run_at ${text} not null,
      due_at ${text} not null,
      attempts integer not null default 0,
      error ${text}
    )`,
    sql`create index jobs_due on jobs (state, due_at)`,
    sql`create table outgoing (
      chat ${text} not null,
      key ${text} not null,
      intended_at ${text},
      channel ${text},
      post ${text},
      primary key (chat, key)
    )`,
    sql`create index outgoing_post on outgoing (post)`,
  ]
}

function requests({ text, bytes }: ColumnTypes): RawBuilder<unknown>[] {
  return [
    sql`create table batches (
      id ${text} primary key,
      chat ${text} not null,
      channel ${text} not null,
      thread ${text} not null,
      site ${text} not null,
      requester ${text} not null,
      state ${text} not null,
      name ${text} not null,
      revision integer not null,
      created_at ${text} not null,
      updated_at ${text} not null
    )`,
    sql`create index batches_thread on batches (chat, channel, thread)`,
    sql`create table revisions (
      posting ${text} primary key references postings (id),
      batch ${text} not null references batches (id),
      number integer not null,
      name ${text} not null,
      sha256 ${text} not null,
      report ${text} not null,
      created_at ${text} not null,
      unique (batch, number)
    )`,
    sql`create table files (
      posting ${text} not null references postings (id),
      kind ${text} not null,
      name ${text} not null,
      bytes ${bytes},
      expires_at ${text} not null,
      primary key (posting, kind)
    )`,
  ]
}

function localChannel({ text, bytes }: ColumnTypes): RawBuilder<unknown>[] {
  return [
    sql`create table local_posts (
      id ${text} primary key,
      thread ${text},
      direct ${text},
      author ${text} not null,
      bot integer not null,
      key ${text} unique,
      text ${text} not null,
      body ${text} not null,
      buttons ${text} not null,
      reactions ${text} not null,
      created_at ${text} not null,
      updated_at ${text} not null
    )`,
    sql`create index local_posts_thread on local_posts (thread)`,
    sql`create table local_files (
      id ${text} primary key,
      post ${text} not null references local_posts (id) on delete cascade,
      position integer not null,
      name ${text} not null,
      size bigint not null,
      type ${text} not null,
      bytes ${bytes}
    )`,
    sql`create index local_files_post on local_files (post)`,
  ]
}
