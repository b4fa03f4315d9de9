// A request lives longer than its check: what it waits for, what happened to it, and what people chose once for all.
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { ColumnTypes } from './column-types.ts'

/** Batches of before were asked in a channel unless their posting says otherwise, and have no history. */
export async function lifeOfRequests(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  for (const statement of [...columns(types), ...tables(types)]) await statement.execute(db)
}

function columns({ text }: ColumnTypes): RawBuilder<unknown>[] {
  return [
    sql`alter table postings add column form ${text} not null default 'null'`,
    sql`alter table outgoing add column link ${text}`,
    sql`alter table local_posts add column choices ${text} not null default '[]'`,
    sql`alter table batches add column direct integer not null default 0`,
    sql`alter table batches add column accounts ${text}`,
    sql`alter table batches add column retry_on ${text}`,
    sql`alter table batches add column mornings integer not null default 0`,
    sql`alter table batches add column quiet_until ${text}`,
    sql`update batches set direct = 1 where id in (select id from postings where direct = 1)`,
    sql`create index batches_state on batches (state)`,
    sql`create index revisions_created on revisions (created_at)`,
  ]
}

function tables({ text, serial }: ColumnTypes): RawBuilder<unknown>[] {
  return [
    sql`create table history (
      id ${serial} primary key,
      batch ${text} not null references batches (id),
      at ${text} not null,
      author ${text},
      event ${text} not null,
      from_state ${text} not null,
      to_state ${text} not null,
      "rows" integer not null,
      unique (batch, at, event)
    )`,
    sql`create index history_at on history (at)`,
    sql`create table preferences (
      chat ${text} not null,
      subject ${text} not null,
      name ${text} not null,
      value ${text} not null,
      primary key (chat, subject, name)
    )`,
  ]
}
