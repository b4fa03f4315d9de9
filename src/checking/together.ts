// One report of two checks: of the posted file alone, and of its rows among those from before.
import { type CheckOptions, check } from './check.ts'
import type { Combined } from './combined.ts'
import { type Remaining, remaining } from './remaining.ts'
import type { Problem, Report, Verdict } from './report.ts'
import type { Rule } from './rule.ts'

export type Together = {
  /** On the posted file alone. */
  readonly alone: Report
  /** On the combined text. */
  readonly whole: Report
  readonly combined: Combined
  /** Said of posted rows that are not in the combined text, as they are dropped. */
  readonly leftOut: readonly Problem[]
  readonly completes: boolean
}

/** What is said of the posted file itself comes from the check of it alone, what is said of rows from the other. */
export function reportTogether(
  { alone, whole, combined, leftOut, completes }: Together,
  options: CheckOptions,
): Report {
  const { file, site, verified, unreadable } = alone
  const left = remaining(whole, combined)
  const { rejected, corrected } = left
  const droppedRows = [...rowsOf(leftOut), ...left.droppedRows].toSorted((a, b) => a - b)
  const counts = { corrected: corrected?.rows ?? 0, rejected: rejected.length, dropped: droppedRows.length }
  const ofRows = [...leftOut, ...left.problems.filter(({ row }) => row !== null)]
  const problems = [
    ...alone.problems.filter((problem) => isOfFile(problem) && !isWhole(problem, options.rules)),
    ...wholeProblems(left, combined, options),
    ...ofRows.toSorted((a, b) => a.row! - b.row!),
  ]
  return {
    ...{ site, verified, unreadable, problems, rejected, droppedRows, corrected },
    file: { ...file, columns: combined.columns },
    verdict: verdictOf(counts, completes || left.isRepeated, alone, ofRows),
    counts: { rows: counts.corrected + counts.rejected + counts.dropped, ...counts },
    get plan() {
      return left.plan
    },
  }
}

/** True for what is said of the file or its header. */
export const isOfFile = ({ row }: Problem): boolean => row === null || row === 1

/** The rows of data that these are about. */
export const rowsOf = (problems: readonly Problem[]): ReadonlySet<number> => new Set(problems.map(({ row }) => row!))

const isWhole = ({ code }: Problem, rules: readonly Rule[]): boolean =>
  rules.some((rule) => rule.scope === 'whole' && rule.code === code)

/** What is said once of the whole request, and still holds of what is left of it. */
function wholeProblems({ problems, corrected }: Remaining, { earlier }: Combined, options: CheckOptions) {
  const all = problems.filter(({ row }) => row === null)
  if (earlier.handed === 0 || corrected === null) return corrected === null ? [] : all
  const text = new TextEncoder().encode(corrected.text)
  const again = new Set(check(text, { ...options, progress: () => undefined }).problems.map(({ code }) => code))
  return all.filter(({ code }) => again.has(code))
}

/** `isPart`: the posted file is not what is to be uploaded. */
function verdictOf(
  counts: Omit<Report['counts'], 'rows'>,
  isPart: boolean,
  alone: Report,
  ofRows: readonly Problem[],
): Verdict {
  if (counts.rejected > 0) return counts.corrected > 0 ? 'partial' : 'blocked'
  if (counts.corrected === 0) return isPart ? 'ready' : 'blocked'
  const isSame = !isPart && alone.verdict === 'ready'
  return isSame && !ofRows.some(({ fix }) => fix?.safety === 'safe') ? 'ready' : 'corrected'
}
