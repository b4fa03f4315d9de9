// The same job by a database engine that is made for such files: `duckdb-check.sql` says what it checks.
import { readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import { measure } from './measure.ts'

await measure(async ({ file, snapshot, out }) => {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(script('duckdb-site.sql', { snapshot: snapshot! }))
  return async () => {
    await connection.run(script('duckdb-check.sql', { file, out }))
    const result = await connection.runAndReadAll(
      "select (select count(*) from examined where errors = ''), (select count(*) from posted)",
    )
    const [kept = 0, all = 0] = (result.getRows()[0] ?? []).map(Number)
    return { kept, others: all - kept }
  }
})

function script(name: string, values: Readonly<Record<string, string>>): string {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8')
  return text.replaceAll(/\$(\w+)/g, (_, key: string) => values[key]!.replaceAll("'", "''"))
}
