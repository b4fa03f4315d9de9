// A file that somebody exports from Moodle now and then; read again when it was replaced, without a restart.
import { readFile, stat } from 'node:fs/promises'
import type { Snapshot } from '../../checking/reference.ts'
import type { Directory, Known } from '../../ports/directory.ts'
import { OutsideError } from '../../ports/outside-error.ts'
import { nothingKnown } from './none.ts'
import { parseSnapshot } from './snapshot-format.ts'

/** A directory that knows the site of that file, and nothing of the others. Throws OutsideError as `readSnapshot`. */
export function snapshotDirectory(path: string): Directory {
  let known: Known = nothingKnown
  return {
    async about(site) {
      const version = await versionOf(path)
      if (version !== known.version) known = knownFrom(await readSnapshot(path), version)
      return known.snapshot?.site === site ? known : nothingKnown
    },
  }
}

/** The snapshot in that file. Throws OutsideError `reference-missing`, `reference-invalid`. */
export async function readSnapshot(path: string): Promise<Snapshot> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw missing(path, cause)
  })
  try {
    return parseSnapshot(text)
  } catch (cause) {
    throw new OutsideError('reference-invalid', `The reference ${path} is not a snapshot: ${messageOf(cause)}`, {
      cause,
    })
  }
}

async function versionOf(path: string): Promise<string> {
  const { mtimeMs, size, ino } = await stat(path).catch((cause: unknown) => {
    throw missing(path, cause)
  })
  return `${mtimeMs}-${size}-${ino}`
}

const knownFrom = (snapshot: Snapshot, version: string): Known => ({
  snapshot,
  version,
  takenAt: Temporal.Instant.from(snapshot.taken_at),
})

const missing = (path: string, cause: unknown) =>
  new OutsideError('reference-missing', `The reference ${path} cannot be read: ${messageOf(cause)}`, { cause })

const messageOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause))
