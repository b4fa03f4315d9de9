// What scripts read (contract of the command line, schema 1): its shape does not change without a major version.
import type { PlanEntry, Problem, Report } from '../checking/report.ts'
import type { Language } from '../moodle/language.ts'
import { problemSentence } from './problem-sentence.ts'

/** The report as a JSON object; rows are those of the posted file everywhere. */
export function reportJson(report: Report, language: Language): object {
  const { file, site, verified, verdict, problems, plan, counts, rejected, droppedRows, corrected } = report
  return {
    schema: 1,
    file,
    site,
    verified,
    verdict,
    problems: problems.map((problem) => problemJson(problem, language)),
    plan: plan.map(planJson),
    counts,
    rejected_rows: rejected.map(({ number }) => number),
    dropped_rows: droppedRows,
    corrected: corrected?.text ?? null,
  }
}

function problemJson(problem: Problem, language: Language): object {
  const { code, severity, row, field, value, fix } = problem
  return { code, severity, row, field, value, message: problemSentence(problem, language), fix }
}

function planJson({ periodDays, touchedAgainBy, ...entry }: PlanEntry): object {
  const { row, username, course, role, group, start, status } = entry
  const later = touchedAgainBy === null ? {} : { touched_again_by: touchedAgainBy }
  return { row, username, course, role, group, start, period_days: periodDays, status, ...later }
}
