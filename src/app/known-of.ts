// A directory that does not answer costs the verification, which the report says, and not the answer.
import { type Known, nothingKnown } from '../ports/directory.ts'
import { OutsideError } from '../ports/outside-error.ts'
import type { Outside } from './outside.ts'

/** What is known of that site now; nothing while its directory fails. */
export async function knownOf({ directory, log }: Pick<Outside, 'directory' | 'log'>, site: string): Promise<Known> {
  try {
    return await directory.about(site)
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error
    log.error({ site, error }, 'nothing can be verified: the directory does not answer')
    return nothingKnown
  }
}
