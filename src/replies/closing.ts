// What follows the problems in a reply: repairs, files, what the upload will do, how to go on, the line for the support team.
import type { Completed } from '../checking/completed.ts'
import type { Report, Verified } from '../checking/report.ts'
import type { Site } from '../moodle/sites.ts'
import { item, note, text } from './compose.ts'
import { earlierRowsLine } from './earlier-rows.ts'
import { fileNames } from './file-names.ts'
import { isAllDone, isFaulty } from './headline.ts'
import { isRepair } from './kinds.ts'
import { code, joined, type Line, line } from './line.ts'
import type { Locale } from './locales/locale.ts'
import type { Paragraph } from './message.ts'
import { partRows, partsOf } from './parts.ts'
import { planSentence } from './plan-sentence.ts'
import { repairs } from './repairs.ts'
import { accountsAnswerLine, accountsQuestion, ageLine, retryLine } from './request-lines.ts'
import type { RequestView } from './request-view.ts'

/** How files are named, and what became of the rows before them. */
export type Given = {
  readonly site: Site
  /** What becomes of the request; null when none is made of the file. */
  readonly request: RequestView | null
  /** Number in the names of files. */
  readonly number: number
  readonly revision: number
  /** An annotated workbook is handed over as well. */
  readonly annotated: boolean
  readonly handed: number
  readonly earlier: Completed['earlier']
  readonly staying: Report['corrected']
}

/** Those lines in order; one that has nothing to say has no spans. */
export function closing(report: Report, given: Given, locale: Locale): readonly Paragraph[] {
  const isWhole = report.verdict === 'ready' || report.verdict === 'corrected'
  const toldProblems = report.problems.filter((problem) => !isRepair(problem))
  return [
    item(repairedLine(report, locale)),
    text([...notVerifiedLine(report, locale), ...questionPart(given, locale)]),
    text(answerPart(given, locale)),
    text(given.handed > 0 && !isAllDone(report) ? locale.handed(given.handed) : []),
    text(filesLine(report, given, locale)),
    text(isWhole ? [] : planSentence(report.plan, locale)),
    text(howLine(report, given, locale)),
    text(retryPart(given, locale)),
    text(isFaulty(report) ? locale.templateHint : []),
    note(earlierRowsLine(toldProblems, given.earlier, locale)),
    note(agePart(given, locale)),
    note(given.revision > 1 ? locale.revision(given.revision, report.file.name) : []),
    note(teamLine(report, given, locale)),
  ]
}

function repairedLine(report: Report, locale: Locale): Line {
  if (!report.problems.some(isRepair) || report.corrected === null) return []
  const told = repairs(report, locale)
  return told.length === 0 ? [] : [...line`*${locale.repaired}*`, locale.colon, ...joined(told, ', '), '.']
}

const verifiable: readonly Verified[] = ['accounts', 'courses', 'roles', 'groups', 'enrolments']

function notVerifiedLine(report: Report, locale: Locale): Line {
  const missing = verifiable.filter((name) => !report.verified.includes(name))
  const isNeedless = missing.length === 0 || report.verdict === 'unreadable' || isFaulty(report) || isAllDone(report)
  return isNeedless ? [] : locale.notVerified(missing)
}

const questionPart = ({ site, request }: Given, locale: Locale): Line =>
  request?.asks === true ? [' ', ...accountsQuestion(site, locale)] : []

const answerPart = ({ request }: Given, locale: Locale): Line =>
  request?.accounts == null ? [] : accountsAnswerLine(request.accounts, locale)

const retryPart = ({ site, request }: Given, locale: Locale): Line =>
  request?.retryAt == null ? [] : retryLine(request.retryAt, request.now, site.timezone, locale)

const agePart = ({ site, request }: Given, locale: Locale): Line =>
  request === null ? [] : ageLine(site, request.takenAt, request.now, locale)

function filesLine(report: Report, { number, annotated, staying, request }: Given, locale: Locale): Line {
  const { file, verdict, counts } = report
  const corrected = report.corrected ?? staying
  const names = fileNames(file.name, locale.language, number)
  const parts = partsOf(report).length
  const told: readonly Line[] = [
    corrected === null || verdict === 'ready' ? [] : locale.fileOf(names.corrected, corrected.rows),
    parts === 0 ? [] : locale.inParts(parts, partRows),
    counts.rejected === 0 ? [] : locale.fileOf(names.rejected, counts.rejected),
    annotated && verdict !== 'corrected' ? [code(names.annotated)] : [],
  ].filter((each) => each.length > 0)
  if (told.length === 0) return []
  const rest = staying === null ? [] : locale.stillToUpload
  if (verdict !== 'corrected') return ['📎 ', ...joined(told, ' · '), ...rest]
  const aside: Line = annotated ? [` ${locale.toCheck}`, locale.colon, code(names.annotated), '.'] : []
  return [
    '📎 ',
    ...joined(told, ' · '),
    ...(request?.state === 'waiting' ? locale.thisFileLater : locale.thisFile),
    ...aside,
  ]
}

function howLine(report: Report, { number, request }: Given, locale: Locale): Line {
  const { verdict, verified } = report
  if (request?.state === 'waiting' && !mayBeMistyped(report)) return []
  if (verdict === 'unreadable' || verdict === 'corrected' || isAllDone(report)) return []
  if (verdict === 'ready') return verified.length > 0 ? locale.asItIs : locale.asItIsOnceVerified
  if (isFaulty(report)) return locale.notExamined
  return locale.howToCorrect(fileNames(report.file.name, locale.language, number).rejected)
}

/** Time alone mends the others. */
const mayBeMistyped = ({ problems }: Report): boolean => problems.some(({ code }) => code === 'account-unknown')

/** What to choose on Moodle's upload page for the file that is handed over. */
function teamLine({ verdict, file, corrected: left }: Report, { staying }: Given, locale: Locale): Line {
  const corrected = left ?? staying
  const delimiter = verdict === 'ready' && corrected !== null ? file.delimiter : (corrected?.delimiter ?? null)
  if (delimiter === null) return []
  return locale.team(joined([[locale.uploadType], [locale.separatorNamed(delimiter)], ['UTF-8']], ' · '))
}
