// The plan as a table: one line per enrolment, as Moodle will leave it.
import type { PlanEntry } from '../checking/report.ts'
import { aligned } from './aligned.ts'
import type { Locale } from './locales/locale.ts'
import type { Style } from './style.ts'
import { visible } from './values.ts'

/** A title, a header and one line per enrolment; nothing without a plan. */
export function fullPlan(plan: readonly PlanEntry[], locale: Locale, style: Style): readonly string[] {
  if (plan.length === 0) return []
  const { columns } = locale.full
  const { row, username, course, role, group, start, period, status } = columns
  const hasGroups = plan.some((entry) => entry.group !== null)
  const header = [row, username, course, role, hasGroups ? group : '', start, period, status, '']
  const [first, ...lines] = aligned([header, ...plan.map((entry) => entryCells(entry, locale))])
  return [style.bold(locale.full.plan), style.dim(first ?? ''), ...lines]
}

function entryCells(entry: PlanEntry, { full, days }: Locale): readonly string[] {
  const { row, username, course, role, group, start, periodDays, status, touchedAgainBy } = entry
  return [
    String(row),
    ...[username, course, role, group ?? '', start].map(visible),
    periodDays === null ? full.noPeriod : days(periodDays),
    full.status[status],
    touchedAgainBy === null ? '' : full.touchedAgain(touchedAgainBy),
  ]
}
