// When only the rows to review come back, mended, the good rows are still in a file that was handed over before.
import { z } from 'zod'
import { staying } from '../batches/staying.ts'
import type { Revision } from '../ports/store.ts'
import type { Answer } from '../replies/answer.ts'
import type { EarlierFile } from '../replies/report-reply.ts'
import type { Outside } from './outside.ts'
import type { Request } from './request.ts'

/** What `saveRevision` keeps of a report for good. */
const outcomeOf = z.object({ verdict: z.string(), counts: z.object({ corrected: z.number() }) })

/** Corrected files to hand over again beside that of this one, those that are not forgotten. Throws OutsideError. */
export async function earlierFiles(
  { store }: Pick<Outside, 'store'>,
  file: Pick<Revision, 'number' | 'name'>,
  revisions: readonly Revision[],
): Promise<readonly EarlierFile[]> {
  const before = revisions.filter(({ number }) => number < file.number)
  const numbers = staying(file, before)
  const kept = before.filter(({ number }) => numbers.includes(number)).map((revision) => handedOver(store, revision))
  return (await Promise.all(kept)).flat()
}

/** Keeps the corrected file that may be needed beside the next. Throws OutsideError. */
export async function keepStaying(
  { store, clock, retention }: Pick<Outside, 'store' | 'clock' | 'retention'>,
  { posting }: Pick<Request, 'posting'>,
  { staying: file }: Pick<Answer, 'staying'>,
): Promise<void> {
  if (!file) return
  const { name, bytes } = file
  await store.files.put({ posting: posting.id, kind: 'corrected', name, bytes }, clock.now().add(retention))
}

async function handedOver({ files }: Outside['store'], revision: Revision): Promise<readonly EarlierFile[]> {
  const outcome = outcomeOf.safeParse(revision.outcome).data
  const kept = outcome?.verdict === 'partial' ? await files.get(revision.posting, 'corrected') : null
  if (!kept?.bytes) return []
  const file = { name: kept.name, type: 'text/csv', bytes: kept.bytes } as const
  return [{ file, rows: outcome!.counts.corrected }]
}
