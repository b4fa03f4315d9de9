// A file that somebody exports from Moodle now and then; read again when it was replaced, without a restart.
import { readFile, stat } from 'node:fs/promises'
import { z } from 'zod'
import { referenceOf } from '../../checking/reference.ts'
import { readSnapshot } from '../../checking/snapshot.ts'
import { type Directory, type Known, nothingKnown } from '../../ports/directory.ts'
import { OutsideError } from '../../ports/outside-error.ts'

type Loaded = { readonly site: string | null; readonly known: Known }

/** A directory that knows the site of that file, and nothing of the others. Throws OutsideError as `loadSnapshot`. */
export function snapshotDirectory(path: string): Directory {
  let loaded: Loaded | undefined
  return {
    async about(site) {
      const version = await versionOf(path)
      if (loaded?.known.version !== version) loaded = await loadSnapshot(path, version)
      return loaded.site === null || loaded.site === site ? loaded.known : nothingKnown
    },
  }
}

/**
 * What is known from that file, and of which site (null: it does not say). Throws OutsideError `reference-missing`,
 * `reference-invalid`; the message names the place in the file.
 */
export async function loadSnapshot(path: string, version = path): Promise<Loaded> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw missing(path, cause)
  })
  try {
    const { site, takenAt, facts } = readSnapshot(JSON.parse(text))
    return { site, known: { reference: referenceOf(facts), snapshot: text, version, takenAt } }
  } catch (cause) {
    throw new OutsideError('reference-invalid', `The reference ${path} is not a snapshot: ${reasonOf(cause)}`, {
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

const missing = (path: string, cause: unknown) =>
  new OutsideError('reference-missing', `The reference ${path} cannot be read: ${reasonOf(cause)}`, { cause })

function reasonOf(cause: unknown): string {
  if (cause instanceof z.ZodError) return z.prettifyError(cause)
  return cause instanceof Error ? cause.message : String(cause)
}
