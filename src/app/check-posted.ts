// The answer to a posted file, as things are today.
import type { Known } from '../ports/directory.ts'
import type { Answer, Asker } from '../replies/answer.ts'
import { knownOf } from './known-of.ts'
import type { Outside } from './outside.ts'
import { postedBytes } from './posted-bytes.ts'
import type { Request } from './request.ts'
import type { Turn } from './revisions.ts'

/** Fetches and checks the file. Throws OutsideError `file-too-large`, `file-gone`, `check-timeout` and others. */
export async function checkPosted(
  outside: Outside,
  request: Request,
  turn: Turn,
  progress: (part: number) => void,
  full = false,
): Promise<Answer> {
  const { posting, site } = request
  const bytes = await postedBytes(outside, posting)
  const known = await knownOf(outside, site.id)
  const now = outside.clock.now()
  const today = now.toZonedDateTimeISO(site.timezone).toPlainDate()
  const asker = { ...askerOf(outside, request, turn, known, now), full }
  return outside.checker.check(
    bytes,
    { name: posting.file.name, site, known, today, asker, before: turn.goneBefore },
    progress,
  )
}

function askerOf(
  { sites }: Outside,
  { language, batch }: Request,
  { revision, before }: Turn,
  { takenAt }: Known,
  now: Temporal.Instant,
): Omit<Asker, 'full'> {
  const request = {
    accounts: batch.accounts,
    now: now.toString(),
    takenAt: takenAt?.toString() ?? null,
    sites: sites.map(({ id, name }) => ({ id, name })),
  }
  return { language, revision, before, request }
}
