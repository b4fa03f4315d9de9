// The report on a posted file, as things are today.
import type { Report } from '../checking/report.ts'
import { type Known, nothingKnown } from '../ports/directory.ts'
import { OutsideError } from '../ports/outside-error.ts'
import type { Outside } from './outside.ts'
import { postedBytes } from './posted-bytes.ts'
import type { Request } from './request.ts'

/** Fetches and checks the file. Throws OutsideError `file-too-large`, `file-gone`, `check-timeout` and others. */
export async function reportOn(
  outside: Outside,
  { posting, site }: Request,
  progress: (part: number) => void,
): Promise<Report> {
  const bytes = await postedBytes(outside, posting)
  const known = await knownOf(outside, site.id)
  const today = outside.clock.now().toZonedDateTimeISO(site.timezone).toPlainDate()
  return outside.checker.check(bytes, { name: posting.file.name, site, known, today }, progress)
}

/** A directory that does not answer costs the verification, which the report says, and not the answer. */
async function knownOf({ directory, log }: Pick<Outside, 'directory' | 'log'>, site: string): Promise<Known> {
  try {
    return await directory.about(site)
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error
    log.error({ site, error }, 'nothing can be verified: the directory does not answer')
    return nothingKnown
  }
}
