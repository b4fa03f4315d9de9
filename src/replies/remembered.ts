// What is worth keeping of a report once its file is forgotten: enough to say what the next file changed.

import { squeeze } from '../checking/fold.ts'
import type { Report, Verdict } from '../checking/report.ts'
import { columnAliases } from '../moodle/fields.ts'
import { isFaulty } from './headline.ts'

/** An error as it can be found again in another file; `person` is a username, '' when there is none. */
export type Fault = {
  readonly code: string
  readonly field: string | null
  readonly row: number | null
  readonly value: string | null
  readonly person: string
}

export type Remembered = {
  readonly sha256: string
  readonly verdict: Verdict
  /** False when the file itself was at fault. */
  readonly examined: boolean
  readonly faults: readonly Fault[]
}

/** Errors only: warnings and repairs ask nothing of the next file. Plain JSON. */
export function remembered(report: Report): Remembered {
  const { problems, verdict, file } = report
  const people = peopleByRow(report)
  const faults = problems
    .filter(({ severity }) => severity === 'error')
    .map(({ code, field, row, value }) => ({ code, field, row, value, person: people.get(row) ?? '' }))
  const examined = verdict !== 'unreadable' && !isFaulty(report)
  return { sha256: file.sha256, verdict, examined, faults }
}

function peopleByRow({ file, rejected }: Report): ReadonlyMap<number | null, string> {
  const column = file.columns.findIndex((name) => isUsername(squeeze(name)))
  return new Map(rejected.map(({ number, cells }) => [number, (cells[column] ?? '').trim().toLowerCase()]))
}

const isUsername = (name: string): boolean => name === 'username' || columnAliases.get(name) === 'username'
