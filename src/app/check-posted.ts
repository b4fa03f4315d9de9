// The answer to a posted file, as things are today.
import { type Known, nothingKnown } from '../ports/directory.ts'
import { OutsideError } from '../ports/outside-error.ts'
import type { Answer, Asker } from '../replies/answer.ts'
import type { Outside } from './outside.ts'
import { postedBytes } from './posted-bytes.ts'
import type { Request } from './request.ts'

/** Fetches and checks the file. Throws OutsideError `file-too-large`, `file-gone`, `check-timeout` and others. */
export async function checkPosted(
  outside: Outside,
  { posting, site }: Pick<Request, 'posting' | 'site'>,
  asker: Asker,
  progress: (part: number) => void,
): Promise<Answer> {
  const bytes = await postedBytes(outside, posting)
  const known = await knownOf(outside, site.id)
  const today = outside.clock.now().toZonedDateTimeISO(site.timezone).toPlainDate()
  return outside.checker.check(bytes, { name: posting.file.name, site, known, today, asker }, progress)
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
