// Verdict and counts leave the report, which is forgotten, for a column of their own, which is not.
import { type Kysely, sql } from 'kysely'
import type { ColumnTypes } from './column-types.ts'

type Row = { posting: string; report: string }

/** Adds the column and fills it from the reports there are. */
export async function outcomes(db: Kysely<unknown>, { text }: ColumnTypes): Promise<void> {
  await sql`alter table revisions add column outcome ${text} not null default 'null'`.execute(db)
  const { rows } = await sql<Row>`select posting, report from revisions`.execute(db)
  for (const { posting, report } of rows) {
    const { verdict, counts } = (JSON.parse(report) ?? {}) as { verdict?: unknown; counts?: unknown }
    const outcome = JSON.stringify({ verdict, counts })
    await sql`update revisions set outcome = ${outcome} where posting = ${posting}`.execute(db)
  }
}
