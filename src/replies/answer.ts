// Everything that is said of a checked file, made where it was checked: a report on 100,000 rows is slow to hand over
// and slow to put into words.
import type { Report, Verdict } from '../checking/report.ts'
import type { Language } from '../moodle/language.ts'
import type { Site } from '../moodle/sites.ts'
import { annotatedWorkbook, hasRowsToReview, type Posted } from './annotated-workbook.ts'
import { changesReply } from './changes-reply.ts'
import { fullReportReply } from './full-report.ts'
import type { Message, OutgoingFile } from './message.ts'
import { type Remembered, remembered } from './remembered.ts'
import { type EarlierFile, reportReply } from './report-reply.ts'

export type Asker = {
  readonly language: Language
  /** Which file of the request this is, the first being 1. */
  readonly revision: number
  /** What is kept of the file before this one, or null. */
  readonly before: Remembered | null
  /** Corrected files that are to be uploaded beside that of this one, which holds only rows that were to be reviewed. */
  readonly earlier?: readonly EarlierFile[]
  /** The full report is wanted as well. */
  readonly full: boolean
}

export type Answer = {
  readonly verdict: Verdict
  readonly counts: Report['counts']
  /** A table of something else: no word that heads a column of ours, no e-mail near the top. */
  readonly isForeign: boolean
  readonly kept: Remembered
  /** The corrected file of a report that leaves rows to review: to be uploaded even when they come back mended. */
  readonly staying: OutgoingFile | null
  readonly reply: Message
  /** What this file changed, when there is one before it. */
  readonly change: Message | null
  /** The full report as a file, when it was asked for. */
  readonly full: Message | null
}

/** The answer to that file for that person. `open` reads its table again, which is only needed when a row is faulty. */
export function answerTo(report: Report, open: () => Posted, site: Site, asker: Asker): Answer {
  const { language, before, earlier = [], full } = asker
  const { verdict, counts } = report
  const workbook = hasRowsToReview(report) && !full ? annotatedWorkbook(open(), report, language) : null
  const reply = reportReply(report, { ...asker, site, workbook })
  return {
    verdict,
    counts,
    isForeign: report.problems.some(({ code, values }) => code === 'header-missing' && values.people !== 1),
    kept: remembered(report),
    // After those before it, the corrected file comes first.
    staying: verdict === 'partial' ? reply.files[earlier.length]! : null,
    reply,
    change: before && changesReply(before, report, language),
    full: full ? fullReportReply(report, { language, site }) : null,
  }
}
