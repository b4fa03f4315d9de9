// The whole check of one file: pure and synchronous, so that it runs the same in a chat, on a command line, in a worker.
import { createHash } from 'node:crypto'
import type { Site } from '../moodle/sites.ts'
import { printRow } from '../table/print.ts'
import type { Delimiter } from '../table/table.ts'
import { fileOfBytes } from './corrected-file.ts'
import { type Examined, examine } from './examine.ts'
import { type Header, readHeader } from './header.ts'
import { lazily } from './lazily.ts'
import { type Opened, open } from './open.ts'
import { isError, problemOf } from './problem.ts'
import type { Reference } from './reference.ts'
import type { Problem, Report, Verdict } from './report.ts'
import type { Context, Finding, Rule } from './rule.ts'
import { type RuleBook, ruleBook } from './rule-book.ts'
import type { Limits } from './source.ts'

export type CheckOptions = {
  /** Name of the posted file. */
  readonly name: string
  readonly site: Site
  readonly reference: Reference
  /** The day of the upload in the site's time zone. */
  readonly today: Temporal.PlainDate
  readonly rules: readonly Rule[]
  readonly limits?: Limits
  /** Hears the fraction done, from 0 to 1. */
  readonly progress?: (fraction: number) => void
}

export const defaultLimits: Limits = { bytes: 200_000_000, rows: 1_500_000 }

/** Never throws for what a file holds: any bytes get a report. */
export function check(bytes: Uint8Array, options: CheckOptions): Report {
  const limits = options.limits ?? defaultLimits
  const blank = blankReport(bytes, options)
  const opened = open(bytes, limits)
  const context: Context = {
    site: options.site,
    reference: options.reference,
    today: options.today,
    todayBegan: options.today.toZonedDateTime(options.site.timezone).epochMilliseconds,
    rows: opened.source.lines,
    seed: Number.parseInt(blank.file.sha256.slice(0, 7), 16),
  }
  return checkTable(opened, blank, context, ruleBook(options.rules, options.reference), options.progress)
}

function checkTable(
  opened: Opened,
  blank: Report,
  context: Context,
  book: RuleBook,
  progress?: (fraction: number) => void,
): Report {
  const { source, columns } = opened
  const report: Report = { ...blank, file: { ...blank.file, ...describe(opened) } }
  const fileProblems = untilError(book.file, (rule) => problemsOf(rule, rule.check(source, context), null))
  if (fileProblems.some(isError)) return stopped(report, fileProblems, opened)
  const header = readHeader(columns, opened.rows, source.delimiter)
  const headerProblems = book.header.flatMap((rule) => problemsOf(rule, rule.check(header, context), 1))
  const before = [...fileProblems, ...headerProblems]
  if (before.some(isError)) return stopped(report, before, opened)
  const delimiters = { posted: source.delimiter, written: writtenDelimiter(source.delimiter) }
  const examined = examine(
    opened,
    header,
    delimiters,
    book,
    context,
    progress && ((rows) => progress(rows / Math.max(rows, source.lines))),
  )
  if (examined.fault) return stopped(report, [...before, examined.fault], opened)
  const totals = { rows: examined.ledger.kept, people: examined.people, courses: examined.courses }
  const after =
    totals.rows === 0 ? [] : book.whole.flatMap((rule) => problemsOf(rule, rule.check(totals, context), null))
  return concluded(report, [...before, ...after, ...examined.problems], examined, header, opened, delimiters.written)
}

/** The separator of the corrected file (policy, "Outputs"). */
export const writtenDelimiter = (posted: Delimiter | null): Delimiter => (posted === ';' ? ';' : ',')

function problemsOf(rule: Rule, findings: Finding | readonly Finding[] | null, row: number | null): readonly Problem[] {
  if (findings === null) return []
  const list: readonly Finding[] = Array.isArray(findings) ? findings : [findings as Finding]
  return list.map((finding) => problemOf(rule, finding, { row, field: null, value: null }))
}

function blankReport(bytes: Uint8Array, { name, site, reference }: CheckOptions): Report {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    file: { name, format: 'csv', encoding: null, bom: false, delimiter: null, columns: [], rows: 0, sha256 },
    site: site.id,
    verified: reference.verified,
    verdict: 'blocked',
    unreadable: null,
    problems: [],
    plan: [],
    counts: { rows: 0, corrected: 0, rejected: 0, dropped: 0 },
    droppedRows: [],
    rejected: [],
    corrected: null,
  }
}

function describe({ source, columns }: Opened) {
  return {
    format: source.format,
    encoding: source.encoding,
    bom: source.boms > 0,
    delimiter: source.delimiter,
    columns,
  }
}

/** A fault of the file itself: its rows are not examined. */
function stopped(report: Report, problems: readonly Problem[], { source, rows }: Opened): Report {
  const count = Iterator.from(rows()).reduce((sum) => sum + 1, 0)
  const verdict = source.unreadable === null ? 'blocked' : 'unreadable'
  const counts = { ...report.counts, rows: count }
  return { ...report, file: { ...report.file, rows: count }, verdict, unreadable: source.unreadable, problems, counts }
}

/** Rules are asked in the order of the catalogue until one finds a fault that makes the next ones meaningless. */
function untilError<R>(rules: readonly R[], ask: (rule: R) => readonly Problem[]): readonly Problem[] {
  const problems: Problem[] = []
  for (const rule of rules) {
    problems.push(...ask(rule))
    if (problems.some(isError)) break
  }
  return problems
}

function concluded(
  report: Report,
  problems: readonly Problem[],
  examined: Examined,
  header: Header,
  opened: Opened,
  delimiter: Delimiter,
): Report {
  const { rows, ledger, rejected, droppedRows } = examined
  const plan = lazily(examined.plan)
  const counts = { rows, corrected: ledger.kept, rejected: rejected.length, dropped: droppedRows.length }
  const verdict = verdictOf(counts, examined.isChanged || isConverted(opened) || isRenamed(header))
  const head = printRow(
    header.kept.map(({ name }) => name),
    delimiter,
  )
  return {
    ...report,
    file: { ...report.file, rows },
    problems,
    get plan() {
      return plan()
    },
    verdict,
    counts,
    droppedRows,
    rejected,
    corrected: verdict === 'blocked' ? null : fileOfBytes(() => ledger.write(head), delimiter, ledger.kept),
  }
}

function verdictOf(counts: Report['counts'], isChanged: boolean): Verdict {
  if (counts.corrected === 0) return 'blocked'
  if (counts.rejected > 0) return 'partial'
  return isChanged ? 'corrected' : 'ready'
}

/** True when Moodle could not read the posted bytes as they are (BOM, line ends, blank lines and quotes aside). */
function isConverted({ source }: Opened): boolean {
  const { format, encoding, delimiter, boms, endMark, unusualLineEnds, separatorLine, titleLines, wrapped } = source
  const isText = format === 'csv' && encoding === 'utf-8' && boms <= 1 && !endMark && !unusualLineEnds
  const isPlain = isText && delimiter !== '|'
  return !isPlain || separatorLine !== null || titleLines.length > 0 || wrapped
}

const isRenamed = (header: Header): boolean =>
  header.kept.length !== header.columns.length || header.kept.some(({ name, posted }) => name !== posted)
