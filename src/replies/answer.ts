// Everything that is said of a checked file, made where it was checked: a report on 100,000 rows is slow to hand over
// and slow to put into words.
import { type Standing, standingOf } from '../batches/standing.ts'
import type { Completed } from '../checking/completed.ts'
import type { Report, Verdict } from '../checking/report.ts'
import type { Language } from '../moodle/language.ts'
import type { Site } from '../moodle/sites.ts'
import { annotatedWorkbook, hasRowsToReview } from './annotated-workbook.ts'
import { changesReply } from './changes-reply.ts'
import { fullReportReply } from './full-report.ts'
import { isFaulty } from './headline.ts'
import { kindsOf } from './kinds.ts'
import type { Message } from './message.ts'
import { type Remembered, remembered } from './remembered.ts'
import { reportReply } from './report-reply.ts'
import { type RequestFacts, requestView } from './request-view.ts'

export type Asker = {
  readonly language: Language
  /** Which file of the request this is, the first being 1. */
  readonly revision: number
  /** What is kept of the file before this one, or null. */
  readonly before: Remembered | null
  /** The full report is wanted as well. */
  readonly full: boolean
  /** Null: no request is made of that file, so that nothing can be pressed under the reply. */
  readonly request: RequestFacts | null
}

export type Answer = {
  readonly verdict: Verdict
  readonly counts: Report['counts']
  /** A table of something else: no word that heads a column of ours, no e-mail near the top. */
  readonly isForeign: boolean
  readonly kept: Remembered
  /** Where the rows stand that are not marked as done. */
  readonly standing: Standing
  /** How many rows staff marked as done. */
  readonly handed: number
  /** The file held rows to review, mended: it completed the request and did not replace its file. */
  readonly completes: boolean
  /** Errors by the code of their rule, with the number of rows concerned; 1 for the file as a whole. */
  readonly codes: Readonly<Record<string, number>>
  /** Text of every good row of the request that is not marked as done, to be kept; null when there is none. */
  readonly corrected: Uint8Array | null
  readonly reply: Message
  /** What this file changed, when there is one before it. */
  readonly change: Message | null
  /** The full report as a file, when it was asked for. */
  readonly full: Message | null
}

/** The answer to that file for that person. */
export function answerTo(completed: Completed, site: Site, asker: Asker): Answer {
  const { language, before, full } = asker
  const { report, table, completes, handed, earlier, good } = completed
  const workbook = hasRowsToReview(report) && !full ? annotatedWorkbook(table(), report, language) : null
  // A file that cannot be read, or completes and is at fault, takes nothing of what was good before it.
  const staying = report.verdict === 'unreadable' || (completes && isFaulty(report)) ? good : null
  const standing = { ...standingOf(report), good: (report.corrected ?? staying)?.rows ?? 0 }
  const request = asker.request && requestView(asker.request, standing, site)
  return {
    verdict: report.verdict,
    counts: report.counts,
    isForeign: report.problems.some(({ code, values }) => code === 'header-missing' && values.people !== 1),
    kept: remembered(report),
    standing,
    ...{ handed, completes, codes: codesOf(report) },
    corrected: good && new TextEncoder().encode(good.text),
    reply: reportReply(report, { ...asker, site, request, workbook, completes, handed, earlier, staying }),
    change: before && changesReply(before, report, language),
    full: full ? fullReportReply(report, { language, site, earlier }) : null,
  }
}

const codesOf = (report: Report): Answer['codes'] =>
  Object.fromEntries(kindsOf(report, 'error').map(({ code, rows }) => [code, Math.max(1, rows.size)]))
