// The files that tell what is known of one site, and whether they are still those that were read.
import { stat } from 'node:fs/promises'

/** Paths: `snapshot` alone, or one or both of the others. */
export type SiteFiles = {
  readonly snapshot: string | null
  readonly accounts: string | null
  readonly courses: string | null
}

export type FilesState = {
  /** Another one whenever a file is another one; `missing` while one cannot be found. */
  readonly version: string
  /** When the oldest of them was written; null while one is missing. */
  readonly writtenAt: Temporal.Instant | null
}

/** The state of these files. Never throws. */
export async function stateOf({ snapshot, accounts, courses }: SiteFiles): Promise<FilesState> {
  const paths = [snapshot, accounts, courses].filter((path) => path !== null)
  try {
    const stats = await Promise.all(paths.map((path) => stat(path)))
    const oldest = Math.min(...stats.map(({ mtimeMs }) => mtimeMs))
    return {
      version: stats.map(({ mtimeMs, size, ino }) => `${mtimeMs}-${size}-${ino}`).join(' '),
      writtenAt: Temporal.Instant.fromEpochMilliseconds(Math.floor(oldest)),
    }
  } catch {
    return { version: 'missing', writtenAt: null }
  }
}
