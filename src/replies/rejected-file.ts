// Rows that need a person, as they came, with what is wrong beside them: made to be opened, completed and posted again.
import type { Problem, Report } from '../checking/report.ts'
import type { Language } from '../moodle/language.ts'
import { neutralise, printTable } from '../table/print.ts'
import type { Delimiter, Row } from '../table/table.ts'
import { problemSentence } from './problem-sentence.ts'

/** Head of the column that is added: a table that has it holds rows to review, in every language. */
export const problemColumn = 'problem'

/**
 * CSV text of the rejected rows under the posted header, plus a column `problem`; null when no row was rejected. A column
 * of that name is one this bot wrote earlier: it is replaced. No cell can be executed by a spreadsheet.
 */
export function rejectedFile(report: Report, language: Language): string | null {
  if (report.rejected.length === 0) return null
  const kept = report.file.columns.map((name) => name.trim().toLowerCase() !== problemColumn)
  const width = Math.max(kept.length, ...report.rejected.map(({ cells }) => cells.length))
  const problems = Map.groupBy(errorsOf(report), ({ row }) => row)
  const complete = (cells: readonly string[], last: string): readonly string[] => [
    ...Array.from({ length: width }, (_, index) => cells[index] ?? '').filter((_, index) => kept[index] !== false),
    last,
  ]
  const body = report.rejected.map((row: Row) =>
    complete(row.cells, sentences(problems.get(row.number) ?? [], language)),
  )
  const rows = [complete(report.file.columns, problemColumn), ...body]
  return printTable(
    rows.map((cells) => cells.map(neutralise)),
    delimiterFor(report),
  )
}

const errorsOf = ({ problems }: Report): readonly Problem[] => problems.filter(({ severity }) => severity === 'error')

const sentences = (problems: readonly Problem[], language: Language): string =>
  problems.map((problem) => problemSentence(problem, language).replace(/\.$/, '')).join(' ; ')

/** That of the corrected file: the posted one when a spreadsheet is likely to open it well. */
const delimiterFor = ({ file, corrected }: Report): Delimiter =>
  corrected?.delimiter ?? (file.delimiter === ';' ? ';' : ',')
