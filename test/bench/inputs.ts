// The files of a run, made once in a folder that is gone afterwards.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runNode } from './run-node.ts'

export type Inputs = {
  /** Paths of the file with that many rows and of the snapshot that knows everybody in it. */
  pathsOf(rows: number): { readonly file: string; readonly snapshot: string }
  /** A folder to write to. */
  readonly out: string
  remove(): void
}

export function makeInputs(counts: readonly number[]): Inputs {
  const folder = mkdtempSync(join(tmpdir(), 'enrol-check-bench-'))
  const out = join(folder, 'out')
  mkdirSync(out)
  for (const rows of new Set(counts)) runNode('make-input.ts', [folder, String(rows)])
  return {
    pathsOf: (rows) => ({ file: join(folder, `${rows}.csv`), snapshot: join(folder, `${rows}.json`) }),
    out,
    remove: () => rmSync(folder, { recursive: true }),
  }
}
