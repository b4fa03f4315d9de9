// The answer to a file: most people never see anything else of this bot, so it is at most twelve lines, what needs them first.
import type { Completed } from '../checking/completed.ts'
import type { Report } from '../checking/report.ts'
import type { Language } from '../moodle/language.ts'
import type { Site } from '../moodle/sites.ts'
import { requestButtons, siteChoice } from './buttons.ts'
import { closing, type Given } from './closing.ts'
import { item, message, text } from './compose.ts'
import { headline, isFaulty } from './headline.ts'
import { adviceLine, kindLine } from './kind-line.ts'
import { kindsOf } from './kinds.ts'
import { raised } from './line.ts'
import { localeOf } from './locales/index.ts'
import type { Locale } from './locales/locale.ts'
import type { Message, Paragraph } from './message.ts'
import { reportFiles } from './report-files.ts'
import type { RequestView } from './request-view.ts'

/** Lines of a reply, the rest being behind "Tout afficher". */
const most = 12

export type ReplyContext = {
  readonly language: Language
  readonly site: Site
  /** Which file of the request this is, the first being 1. */
  readonly revision?: number
  /** The file holds rows to review, mended. */
  readonly completes?: boolean
  /** How many rows are marked as done, and which numbers rows from before have. */
  readonly handed?: number
  readonly earlier?: Completed['earlier']
  /** Rows that were good before and are still to be uploaded, although this file is at fault. */
  readonly staying?: Report['corrected']
  /** What becomes of the request; null when none is made of the file. */
  readonly request?: RequestView | null
  /** The table with its faults in it, when it was made. */
  readonly workbook?: Uint8Array | null
}

/** What to say of a checked file, with the files it hands over and its buttons. */
export function reportReply(report: Report, context: ReplyContext): Message {
  const { language, site, revision = 1, completes = false, handed = 0, staying = null, workbook = null } = context
  const request = context.request ?? null
  const locale = localeOf(language)
  const number = completes ? revision : 1
  const files = reportFiles(report, language, { number, workbook, staying })
  const first = [text(headline(report, site, locale, { handed, request }))]
  const earlier = context.earlier ?? { last: 0, good: 0, handed: 0 }
  const given: Given = { site, request, number, revision, annotated: workbook !== null, handed, earlier, staying }
  const last = closing(report, given, locale).filter(({ spans }) => spans.length > 0)
  const kinds = kindLines(report, locale)
  const room = most - first.length - last.length
  const shown = kinds.length <= room ? kinds : [...kinds.slice(0, room - 1), item(locale.more(kinds.length - room + 1))]
  const buttons =
    request === null
      ? []
      : requestButtons({ ...request, rows: request.standing, isReadable: report.verdict !== 'unreadable' }, locale)
  return message(language, [...first, ...shown, ...last], {
    files,
    buttons,
    choices: siteChoices(site, request, locale),
  })
}

/** Which site the file is for, where there are several. */
const siteChoices = (site: Site, request: RequestView | null, locale: Locale) =>
  request === null || request.sites.length < 2 ? [] : [siteChoice(request.sites, site.id, locale)]

/** One line per kind: errors, then what a person should look at, then what is only good to know. */
function kindLines(report: Report, locale: Locale): readonly Paragraph[] {
  if (report.verdict === 'unreadable') return []
  if (isFaulty(report)) return errorLines(report, locale)
  const lines = (severity: 'warning' | 'info', label: string) =>
    kindsOf(report, severity)
      .filter(({ code }) => !needless[code]?.(report))
      .map((kind) => item(kindLine(kind, locale, label)))
  return [...errorLines(report, locale), ...lines('warning', locale.toCheck), ...lines('info', locale.goodToKnow)]
}

/** Reminders that the rest of the answer makes needless. */
const needless: Readonly<Record<string, (report: Report) => boolean>> = {
  'site-prerequisite': ({ verified }) => verified.includes('accounts'),
  'few-people': ({ verdict }) => verdict === 'partial',
}

/** The only fault of a file is named in the headline: here is what to do about it. */
function errorLines(report: Report, locale: Locale): readonly Paragraph[] {
  const kinds = kindsOf(report, 'error')
  const only = isFaulty(report) && kinds.length === 1 ? adviceLine(kinds[0]!, locale) : []
  return only.length > 0 ? [text(raised(only))] : kinds.map((kind) => item(kindLine(kind, locale)))
}
