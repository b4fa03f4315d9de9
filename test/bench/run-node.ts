// One process per measure, under the node that the lock file pins, with compiled code kept as the command line keeps it.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const inside = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const node = inside('../../node_modules/.bin/node')
const env = { ...process.env, NODE_COMPILE_CACHE: inside('../../node_modules/.cache/enrol-check') }

/** What the script of this folder printed. Throws when it failed. */
export function runNode(script: string, words: readonly string[], flags: readonly string[] = []): string {
  const { status, signal, stdout, stderr, error } = spawnSync(node, [...flags, inside(script), ...words], {
    env,
    encoding: 'utf8',
  })
  if (error) throw error
  if (status !== 0) throw new Error(`${script} ended with ${signal ?? status}: ${stderr}`)
  return stdout
}
