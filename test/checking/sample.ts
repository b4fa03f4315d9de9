// The sample site on which everything is proven, and a check of a text against it.
import { readFileSync } from 'node:fs'
import { type CheckOptions, check } from '../../src/checking/check.ts'
import { isError } from '../../src/checking/problem.ts'
import type { Problem, Report } from '../../src/checking/report.ts'
import { referenceFrom } from '../../src/checking/snapshot.ts'
import { siteNamed } from '../../src/moodle/sites.ts'
import { rules } from '../../src/rules/index.ts'

export type Snapshot = { readonly [list: string]: unknown }

export const snapshot = JSON.parse(
  readFileSync(new URL('../vectors/reference.json', import.meta.url), 'utf8'),
) as Snapshot
export const reference = referenceFrom(snapshot)
export const ecampus = siteNamed('ecampus')!

/** The day on which Moodle was observed. */
const today = Temporal.PlainDate.from('2026-11-22')
export const options: CheckOptions = { name: 'liste.csv', site: ecampus, reference, today, rules }

export function checkSample(posted: string | Uint8Array, given: Partial<CheckOptions> = {}): Report {
  const bytes = typeof posted === 'string' ? new TextEncoder().encode(posted) : posted
  return check(bytes, { ...options, ...given })
}

export const errorsOf = ({ problems }: Report): readonly Problem[] => problems.filter(isError)

export const safeFixesOf = ({ problems }: Report): readonly Problem[] =>
  problems.filter(({ fix }) => fix?.safety === 'safe')

/** Each problem in one line, for a test to compare and a person to read. */
export const told = (problems: readonly Problem[]): readonly string[] =>
  problems.map(({ code, severity, row, field, value, fix }) => {
    const edit = fix ? ` → ${JSON.stringify(fix.value)} (${fix.safety})` : ''
    return `${severity} ${code} at ${row ?? 'file'}:${field ?? '-'} ${JSON.stringify(value)}${edit}`
  })
