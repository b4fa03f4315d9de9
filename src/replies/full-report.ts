// The whole report as text, behind "Tout afficher" and on the command line: every kind, every row, the plan as a table.
import type { Completed } from '../checking/completed.ts'
import type { Report } from '../checking/report.ts'
import type { Language } from '../moodle/language.ts'
import type { Site } from '../moodle/sites.ts'
import { message, text } from './compose.ts'
import { earlierRowsLine } from './earlier-rows.ts'
import { fileNames } from './file-names.ts'
import { fullKind } from './full-kind.ts'
import { fullPlan } from './full-plan.ts'
import { headline } from './headline.ts'
import { grouped, isRepair, type Kind, kindsOf } from './kinds.ts'
import { bareText, type Line } from './line.ts'
import { localeOf } from './locales/index.ts'
import type { Locale } from './locales/locale.ts'
import type { Message, OutgoingFile } from './message.ts'
import { rowsText } from './rows.ts'
import { plainStyle, type Style } from './style.ts'
import { typeset, typesetText } from './typeset.ts'
import { visible } from './values.ts'

export type FullReportContext = {
  readonly language: Language
  readonly site: Site
  readonly style?: Style
  /** Which numbers rows from before have. */
  readonly earlier?: Completed['earlier']
}

/** The report as lines of text ended by a line feed; without a style it has no colours. */
export function fullReport(report: Report, context: FullReportContext): string {
  const { language, site, style = plainStyle, earlier } = context
  const locale = localeOf(language)
  const sections = [
    opening(report, site, locale, style),
    ...kindSections(report, locale, style),
    droppedSection(report, locale, style),
    earlier ? earlierSection(report, earlier, locale) : [],
    fullPlan(report.plan, locale, style),
  ]
  const told = sections.filter((section) => section.length > 0)
  return `${told.map((section) => section.join('\n')).join('\n\n')}\n`
}

/** One line and the same as a file, for a thread. */
export function fullReportReply(report: Report, context: FullReportContext): Message {
  const { fullReport: line } = localeOf(context.language)
  return message(context.language, [text(line(report.file.name))], { files: [fullReportFile(report, context)] })
}

/** The report as a file to post. */
function fullReportFile(report: Report, context: FullReportContext): OutgoingFile {
  const name = fileNames(report.file.name, context.language).report
  return { name, type: 'text/plain', bytes: new TextEncoder().encode(fullReport(report, context)) }
}

function opening(report: Report, site: Site, locale: Locale, style: Style): readonly string[] {
  const verdict = bareText(typeset(headline(report, site, locale), locale.language), locale.quoted)
  const known = report.verified.map((name) => locale.full.names[name])
  const verified = known.length === 0 ? locale.full.nothing : known.join(', ')
  return [
    `${style.bold(visible(report.file.name))} ${style.dim(`· ${site.name}`)}`,
    verdict,
    style.dim(typesetText(`${locale.full.verified}${locale.colon}${verified}`, locale.language)),
  ]
}

function kindSections(report: Report, locale: Locale, style: Style): readonly (readonly string[])[] {
  const { full } = locale
  const repairs = grouped(report.problems.filter(isRepair))
  return [
    section(style.red(full.toCorrect), kindsOf(report, 'error'), locale, style),
    section(style.yellow(full.toCheck), kindsOf(report, 'warning'), locale, style),
    section(full.goodToKnow, kindsOf(report, 'info'), locale, style),
    section(style.green(full.repaired), repairs, locale, style),
  ]
}

const section = (title: string, kinds: readonly Kind[], locale: Locale, style: Style): readonly string[] =>
  kinds.length === 0 ? [] : [style.bold(title), ...kinds.flatMap((kind) => ['', ...fullKind(kind, locale, style)])]

function droppedSection({ droppedRows }: Report, locale: Locale, style: Style): readonly string[] {
  if (droppedRows.length === 0) return []
  const rows: Line = [rowsText(droppedRows, locale, Number.POSITIVE_INFINITY)]
  return [style.bold(locale.full.dropped), bareText(typeset(rows, locale.language), locale.quoted)]
}

function earlierSection({ problems }: Report, earlier: Completed['earlier'], locale: Locale): readonly string[] {
  const told = earlierRowsLine(problems, earlier, locale)
  return told.length === 0 ? [] : [bareText(typeset(told, locale.language), locale.quoted)]
}
