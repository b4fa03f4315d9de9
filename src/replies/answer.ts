// Everything that is said of a checked file, made where it was checked: a report on 100,000 rows is slow to hand over
// and slow to put into words.
import type { Report, Verdict } from '../checking/report.ts'
import type { Language } from '../moodle/language.ts'
import type { Site } from '../moodle/sites.ts'
import { annotatedWorkbook, hasRowsToReview, type Posted } from './annotated-workbook.ts'
import { changesReply } from './changes-reply.ts'
import { fullReportReply } from './full-report.ts'
import type { Message } from './message.ts'
import { type Remembered, remembered } from './remembered.ts'
import { reportReply } from './report-reply.ts'

export type Asker = {
  readonly language: Language
  /** Which file of the request this is, the first being 1. */
  readonly revision: number
  /** What is kept of the file before this one, or null. */
  readonly before: Remembered | null
  /** The full report is wanted as well. */
  readonly full: boolean
}

export type Answer = {
  readonly verdict: Verdict
  readonly counts: Report['counts']
  /** A table of something else: no word that heads a column of ours, no e-mail near the top. */
  readonly isForeign: boolean
  readonly kept: Remembered
  readonly reply: Message
  /** What this file changed, when there is one before it. */
  readonly change: Message | null
  /** The full report as a file, when it was asked for. */
  readonly full: Message | null
}

/** The answer to that file for that person. `open` reads its table again, which is only needed when a row is faulty. */
export function answerTo(report: Report, open: () => Posted, site: Site, asker: Asker): Answer {
  const { language, revision, before, full } = asker
  const { verdict, counts } = report
  const workbook = hasRowsToReview(report) && !full ? annotatedWorkbook(open(), report, language) : null
  return {
    verdict,
    counts,
    isForeign: report.problems.some(({ code, values }) => code === 'header-missing' && values.people !== 1),
    kept: remembered(report),
    reply: reportReply(report, { language, site, revision, workbook }),
    change: before && changesReply(before, report, language),
    full: full ? fullReportReply(report, { language, site }) : null,
  }
}
