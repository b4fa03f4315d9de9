// Files that somebody exports from Moodle now and then, for each site; read again when they were replaced, without a
// restart. While the new one cannot be used, the one before goes on.
import { type Directory, type Known, nothingKnown } from '../../ports/directory.ts'
import type { Log } from '../../ports/log.ts'
import { OutsideError } from '../../ports/outside-error.ts'
import { loadSnapshot } from './load-snapshot.ts'
import { type SiteFiles, stateOf } from './site-files.ts'

type Load = typeof loadSnapshot

/**
 * A directory that knows the sites with files, by their ids, and nothing of the others. Throws OutsideError as
 * `loadSnapshot` until the files of that site could be read once.
 */
export function snapshotDirectory(
  files: Readonly<Record<string, SiteFiles>>,
  log: Log,
  load: Load = loadSnapshot,
): Directory {
  const sites = new Map(Object.entries(files).map(([site, its]) => [site, siteDirectory(site, its, log, load)]))
  return { about: (site) => sites.get(site)?.() ?? Promise.resolve(nothingKnown) }
}

function siteDirectory(site: string, files: SiteFiles, log: Log, load: Load): () => Promise<Known> {
  let loading: { readonly version: string; readonly known: Promise<Known> } | null = null
  let last: Known | null = null
  let warnedOf: string | null = null

  /** One load for all who ask meanwhile. */
  async function newest(): Promise<Known> {
    const state = await stateOf(files)
    if (loading?.version !== state.version) loading = { version: state.version, known: load(site, files, state) }
    return loading.known
  }

  function fallBack(error: OutsideError): Known {
    if (last === null) throw error
    if (warnedOf !== error.message) log.warn({ site, error }, 'a new snapshot cannot be used: the one before goes on')
    warnedOf = error.message
    return { ...last, outdated: true }
  }

  return async () => {
    try {
      last = await newest()
      warnedOf = null
      return last
    } catch (error) {
      if (!(error instanceof OutsideError)) throw error
      // What could not be opened may be opened next time, though it is the same file.
      if (error.code === 'reference-missing') loading = null
      return fallBack(error)
    }
  }
}
