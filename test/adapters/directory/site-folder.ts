// Files of two sites in a folder of their own, each written at another time than the one before.
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type SiteFolder = {
  pathOf(name: string): string
  /** The times of writing are seconds of 1970, one after the other. */
  write(name: string, content: unknown): Promise<void>
  remove(name: string): Promise<void>
  close(): Promise<void>
}

export async function siteFolder(): Promise<SiteFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'enrol-check-directory-'))
  let writes = 0
  return {
    pathOf: (name) => join(folder, name),
    async write(name, content) {
      const path = join(folder, name)
      await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
      writes++
      await utimes(path, writes, writes)
    },
    remove: (name) => rm(join(folder, name)),
    close: () => rm(folder, { recursive: true }),
  }
}

export const snapshotOnly = (path: string) => ({ snapshot: path, accounts: null, courses: null })
export const exportsOnly = (accounts: string | null, courses: string | null) => ({ snapshot: null, accounts, courses })
