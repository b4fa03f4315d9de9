// The rules sorted by what they look at, so that the engine asks each of them only what it knows.
import type { Reference } from './reference.ts'
import type {
  CellRule,
  EnrolmentRule,
  FileRule,
  HeaderRule,
  PersonRule,
  Rule,
  SeriesRule,
  ShapeRule,
  WholeRule,
} from './rule.ts'

export type RuleBook = {
  readonly file: readonly FileRule[]
  readonly header: readonly HeaderRule[]
  readonly shape: readonly ShapeRule[]
  readonly cell: readonly CellRule[]
  readonly person: readonly PersonRule[]
  readonly enrolment: readonly EnrolmentRule[]
  readonly series: readonly SeriesRule[]
  readonly whole: readonly WholeRule[]
}

/**
 * Keeps the order of the catalogue within each scope: that is the order in which rules are asked. Rules on what the
 * reference does not know are left out.
 */
export function ruleBook(all: readonly Rule[], reference: Reference): RuleBook {
  const rules = all.filter(({ needs }) => needs === undefined || reference.verified.includes(needs))
  const of = <S extends Rule['scope']>(scope: S) =>
    rules.filter((rule): rule is Extract<Rule, { scope: S }> => rule.scope === scope)
  return {
    file: of('file'),
    header: of('header'),
    shape: of('shape'),
    cell: of('cell'),
    person: of('person'),
    enrolment: of('enrolment'),
    series: of('series'),
    whole: of('whole'),
  }
}
