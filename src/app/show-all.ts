// The button "Tout afficher": the full report as a file in the thread, once per file and person's language.
import { z } from 'zod'
import { fullReportFile } from '../replies/full-report.ts'
import type { Message } from '../replies/message.ts'
import { reportOn } from './check-report.ts'
import type { Outside } from './outside.ts'
import { languageOf, openRequest, placeOf } from './request.ts'
import { say } from './say.ts'

const orderOf = z.object({ posting: z.string(), person: z.string() })

/** Posts the full report on a file, checked again as things are today. Throws OutsideError. */
export async function showAll(outside: Outside, payload: unknown): Promise<void> {
  const { posting: id, person } = orderOf.parse(payload)
  const posting = await outside.store.postings.get(id)
  if (!posting) throw new Error(`Posting ${id} is not stored`)
  const request = await openRequest(outside, posting)
  const language = await languageOf(outside, { chat: posting.chat, author: person })
  const report = await reportOn(outside, request, () => undefined)
  const file = fullReportFile(report, { language, site: request.site })
  const message: Message = { language, paragraphs: [], files: [file], buttons: [] }
  await say(outside, posting.chat, placeOf(request), `full ${posting.id} ${language}`, message)
}
