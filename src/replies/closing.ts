// What follows the problems in a reply: repairs, files, what the upload will do, how to go on, the line for the support team.
import type { Report, Verified } from '../checking/report.ts'
import { item, note, text } from './compose.ts'
import { fileNames } from './file-names.ts'
import { isFaulty } from './headline.ts'
import { isRepair } from './kinds.ts'
import { code, joined, type Line, line } from './line.ts'
import type { Locale } from './locales/locale.ts'
import type { Paragraph } from './message.ts'
import { partRows, partsOf } from './parts.ts'
import { planSentence } from './plan-sentence.ts'
import { repairs } from './repairs.ts'

/** How files are named and which were handed over before. */
export type Given = {
  readonly earlier: readonly { readonly name: string; readonly rows: number }[]
  /** Number in the names of files. */
  readonly number: number
  readonly revision: number
  /** An annotated workbook is handed over as well. */
  readonly annotated: boolean
}

/** Those lines in order; one that has nothing to say has no spans. */
export function closing(report: Report, given: Given, locale: Locale): readonly Paragraph[] {
  const isWhole = report.verdict === 'ready' || report.verdict === 'corrected'
  return [
    item(repairedLine(report, locale)),
    text(notVerifiedLine(report, locale)),
    text(filesLine(report, given, locale)),
    text(isWhole ? [] : planSentence(report.plan, locale)),
    text(howLine(report, given, locale)),
    text(isFaulty(report) ? locale.templateHint : []),
    note(given.revision > 1 ? locale.revision(given.revision, report.file.name) : []),
    note(teamLine(report, locale)),
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
  return missing.length === 0 || report.verdict === 'unreadable' || isFaulty(report) ? [] : locale.notVerified(missing)
}

function filesLine(report: Report, { earlier, number, annotated }: Given, locale: Locale): Line {
  const { file, verdict, counts, corrected } = report
  const names = fileNames(file.name, locale.language, number)
  const parts = partsOf(report).length
  const told: readonly Line[] = [
    ...earlier.map(({ name, rows }) => locale.fileOf(name, rows)),
    corrected === null || verdict === 'ready' ? [] : locale.fileOf(names.corrected, counts.corrected),
    parts === 0 ? [] : locale.inParts(parts, partRows),
    counts.rejected === 0 ? [] : locale.fileOf(names.rejected, counts.rejected),
    annotated && verdict !== 'corrected' ? [code(names.annotated)] : [],
  ].filter((each) => each.length > 0)
  if (told.length === 0) return []
  const left = earlier.length + (corrected === null ? 0 : 1)
  const rest = earlier.length > 0 && verdict !== 'ready' ? locale.stillToUpload(left) : []
  if (verdict !== 'corrected') return ['📎 ', ...joined(told, ' · '), ...rest]
  const only = earlier.length > 0 ? locale.theseFiles : locale.thisFile
  const aside: Line = annotated ? [` ${locale.toCheck}`, locale.colon, code(names.annotated), '.'] : []
  return ['📎 ', ...joined(told, ' · '), ...only, ...aside]
}

function howLine(report: Report, { earlier, number }: Given, locale: Locale): Line {
  if (report.verdict === 'unreadable' || report.verdict === 'corrected') return []
  if (report.verdict === 'ready') return readyLine(report, earlier.length > 0, locale)
  if (isFaulty(report)) return locale.notExamined
  return locale.howToCorrect(fileNames(report.file.name, locale.language, number).rejected)
}

function readyLine({ verified }: Report, isRemainder: boolean, locale: Locale): Line {
  if (isRemainder) return locale.asItIsToo
  return verified.length > 0 ? locale.asItIs : locale.asItIsOnceVerified
}

/** What to choose on Moodle's upload page for the file that is handed over. */
function teamLine({ verdict, file, corrected }: Report, locale: Locale): Line {
  const delimiter = verdict === 'ready' ? file.delimiter : (corrected?.delimiter ?? null)
  if (delimiter === null) return []
  return locale.team(joined([[locale.uploadType], [locale.separatorNamed(delimiter)], ['UTF-8']], ' · '))
}
