// From what a rule found to a problem of the report: severity, fix and place by the same few laws for every rule.
import type { Problem } from './report.ts'
import type { Finding, Rule } from './rule.ts'

/** Where the engine was when the rule spoke; the finding may say a more exact field or value. */
export type At = { readonly row: number | null; readonly field: string | null; readonly value: string | null }

/** Throws when a rule offers an edit without having declared one: that is a bug of the rule. */
export function problemOf(rule: Rule, finding: Finding, at: At): Problem {
  const safety = finding.safety ?? rule.fix
  if (finding.edit !== undefined && rule.fix === 'none') throw new Error(`rule ${rule.code} declared no fix`)
  return {
    code: rule.code,
    severity: finding.severity ?? rule.severity,
    row: at.row,
    field: finding.field === undefined ? at.field : finding.field,
    value: finding.value === undefined ? at.value : finding.value,
    values: finding.values ?? {},
    fix: finding.edit === undefined || safety === 'none' ? null : { safety, value: finding.edit },
  }
}

export const isError = (problem: Problem): boolean => problem.severity === 'error'

/** The text that takes the place of a cell, when the finding repairs it safely. */
export function safeEdit(rule: Rule, finding: Finding): string | undefined {
  const isSafe = (finding.safety ?? rule.fix) === 'safe'
  return isSafe && typeof finding.edit === 'string' ? finding.edit : undefined
}
