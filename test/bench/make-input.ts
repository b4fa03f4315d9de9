// Makes the input of the contenders in a process of its own: a child's peak starts at what its parent held.
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { postedLines } from './posted-rows.ts'
import { snapshotFor } from './snapshot.ts'

const [folder = '.', rows = '100000'] = process.argv.slice(2)

writeLines(join(folder, `${rows}.csv`), postedLines(Number(rows)))
writeFileSync(join(folder, `${rows}.json`), JSON.stringify(snapshotFor(Number(rows))))

function writeLines(path: string, lines: Iterable<string>): void {
  const file = openSync(path, 'w')
  let chunk: string[] = []
  for (const line of lines) {
    if (chunk.push(line) < 10_000) continue
    writeSync(file, `${chunk.join('\n')}\n`)
    chunk = []
  }
  writeSync(file, chunk.map((line) => `${line}\n`).join(''))
  closeSync(file)
}
