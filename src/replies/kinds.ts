// A report lists problems cell by cell; people read them by kind, the kind that concerns most rows first.
import type { Problem, Report, Severity } from '../checking/report.ts'

/** All problems of one code and severity, in the order of the report. */
export type Kind = {
  readonly code: string
  readonly severity: Severity
  readonly problems: readonly Problem[]
  /** Rows of data concerned, once each. */
  readonly rows: ReadonlySet<number>
}

/** Kinds of that severity, most rows first. A repair that is only worth a word (info, safe) is no kind: see repairs. */
export function kindsOf(report: Pick<Report, 'problems'>, severity: Severity): readonly Kind[] {
  const found = report.problems.filter((problem) => problem.severity === severity && !isRepair(problem))
  return grouped(found).toSorted((a, b) => b.rows.size - a.rows.size)
}

/** True for what was put right without anybody having to look at it. */
export const isRepair = (problem: Problem): boolean => problem.severity === 'info' && problem.fix?.safety === 'safe'

/** Problems by code, in order of appearance. */
export function grouped(problems: readonly Problem[]): readonly Kind[] {
  const byCode = Map.groupBy(problems, (problem) => `${problem.code} ${problem.severity}`)
  return [...byCode.values()].map((same) => ({
    code: same[0]!.code,
    severity: same[0]!.severity,
    problems: same,
    rows: dataRows(same),
  }))
}

const dataRows = (problems: readonly Problem[]): ReadonlySet<number> =>
  new Set(problems.flatMap(({ row }) => (row === null || row === 1 ? [] : [row])))
