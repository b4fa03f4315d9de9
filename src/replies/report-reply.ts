// The answer to a file: most people never see anything else of this bot, so it is at most twelve lines, what needs them first.
import type { Report, Verified } from '../checking/report.ts'
import type { Language } from '../moodle/language.ts'
import type { Site } from '../moodle/sites.ts'
import { reportButtons } from './buttons.ts'
import { item, message, note, text } from './compose.ts'
import { fileNames } from './file-names.ts'
import { headline } from './headline.ts'
import { adviceLine, kindLine } from './kind-line.ts'
import { isRepair, kindsOf } from './kinds.ts'
import { joined, type Line, line, raised } from './line.ts'
import { localeOf } from './locales/index.ts'
import type { Locale } from './locales/locale.ts'
import type { Message, Paragraph } from './message.ts'
import { planSentence } from './plan-sentence.ts'
import { repairs } from './repairs.ts'
import { reportFiles } from './report-files.ts'

/** Lines of a reply, the rest being behind "Tout afficher". */
const most = 12

export type ReplyContext = {
  readonly language: Language
  readonly site: Site
  /** Which file of the request this is, the first being 1. */
  readonly revision?: number
}

/** What to say of a checked file, with the files it hands over and its buttons. */
export function reportReply(report: Report, { language, site, revision = 1 }: ReplyContext): Message {
  const locale = localeOf(language)
  const files = reportFiles(report, language)
  const first = [text(headline(report, site, locale))]
  const last = closing(report, files.length > 0, revision, locale).filter(({ spans }) => spans.length > 0)
  const kinds = kindLines(report, locale)
  const room = most - first.length - last.length
  const shown = kinds.length <= room ? kinds : [...kinds.slice(0, room - 1), item(locale.more(kinds.length - room + 1))]
  return message(language, [...first, ...shown, ...last], { files, buttons: reportButtons(report, locale) })
}

/** One line per kind: errors, then what a person should look at, then what is only good to know. */
function kindLines(report: Report, locale: Locale): readonly Paragraph[] {
  const lines = (severity: 'warning' | 'info', label: string) =>
    kindsOf(report, severity).map((kind) => item(kindLine(kind, locale, label)))
  return [...errorLines(report, locale), ...lines('warning', locale.toCheck), ...lines('info', locale.goodToKnow)]
}

/** The only fault of a file is named in the headline: here is what to do about it. */
function errorLines(report: Report, locale: Locale): readonly Paragraph[] {
  const kinds = kindsOf(report, 'error')
  const only = isFaulty(report) && kinds.length === 1 ? adviceLine(kinds[0]!, locale) : []
  return only.length > 0 ? [text(raised(only))] : kinds.map((kind) => item(kindLine(kind, locale)))
}

/** What follows the problems, empty lines included. */
function closing(report: Report, hasFiles: boolean, revision: number, locale: Locale): readonly Paragraph[] {
  const whole = report.verdict === 'ready' || report.verdict === 'corrected'
  return [
    item(repairedLine(report, locale)),
    text(notVerifiedLine(report, locale)),
    text(hasFiles ? filesLine(report, locale) : []),
    text(whole ? [] : planSentence(report.plan, locale)),
    text(howLine(report, locale)),
    text(isFaulty(report) ? locale.templateHint : []),
    note(revision > 1 ? locale.revision(revision, report.file.name) : []),
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

function filesLine({ file, verdict, counts, corrected }: Report, locale: Locale): Line {
  const names = fileNames(file.name, locale.language)
  const told = [
    corrected === null ? [] : locale.fileOf(names.corrected, counts.corrected),
    counts.rejected === 0 ? [] : locale.fileOf(names.rejected, counts.rejected),
  ].filter((each) => each.length > 0)
  return ['📎 ', ...joined(told, ' · '), ...(verdict === 'corrected' ? locale.thisFile : [])]
}

function howLine(report: Report, locale: Locale): Line {
  if (report.verdict === 'unreadable' || report.verdict === 'corrected') return []
  if (report.verdict === 'ready') return report.verified.length > 0 ? locale.asItIs : locale.asItIsOnceVerified
  if (isFaulty(report)) return locale.notExamined
  return locale.howToCorrect(fileNames(report.file.name, locale.language).rejected)
}

/** What to choose on Moodle's upload page for the file that is handed over. */
function teamLine({ verdict, file, corrected }: Report, locale: Locale): Line {
  const delimiter = verdict === 'ready' ? file.delimiter : (corrected?.delimiter ?? null)
  if (delimiter === null || corrected === null) return []
  const parts = [[locale.uploadType], [locale.separatorNamed(delimiter)], ['UTF-8']]
  return locale.team(joined(parts, ' · '))
}

/** True when the file itself is at fault and no row was examined. */
const isFaulty = ({ verdict, counts }: Report): boolean => verdict === 'blocked' && counts.rejected === 0
