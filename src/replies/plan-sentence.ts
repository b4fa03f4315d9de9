// What uploading the file will do, counted in people: the figure a requester can check against their list.
import type { PlanEntry } from '../checking/report.ts'
import { code, joined, type Line } from './line.ts'
import type { Locale } from './locales/locale.ts'

/** Courses named with their number of people. */
const most = 3

/** "39 people will be enrolled in 3 courses (`M1-BIO`: 25, …) as students." Empty without a plan. */
export function planSentence(plan: readonly PlanEntry[], locale: Locale): Line {
  if (plan.length === 0) return []
  const people = new Set(plan.map(({ username }) => username)).size
  const suspended = peopleBy(plan.filter(isSuspended), ({ status }) => status).get('suspended') ?? 0
  const sentence = locale.willEnrol(people, courseLine(plan, locale), roleLine(plan, people, locale))
  return suspended === 0 ? sentence : [...sentence, ' ', locale.suspendedPeople(suspended)]
}

function courseLine(plan: readonly PlanEntry[], locale: Locale): Line {
  const courses = [...peopleBy(plan, ({ course }) => course)].toSorted(([, a], [, b]) => b - a)
  if (courses.length === 1) return [code(courses[0]![0])]
  const told = courses
    .slice(0, most)
    .map(([course, people]): Line => [code(course), locale.colon, locale.number(people)])
  return [locale.courses(courses.length), ' (', ...joined(told, ', '), courses.length > most ? ', …)' : ')']
}

function roleLine(plan: readonly PlanEntry[], people: number, locale: Locale): Line {
  const roles = [...peopleBy(plan, ({ role }) => role)].toSorted(([, a], [, b]) => b - a)
  const [first] = roles
  if (first !== undefined && roles.length === 1) return [' ', ...locale.asRole(first[0], people)]
  const told = roles.map(([role, number]): Line => [`${locale.number(number)} `, ...locale.asRole(role, number)])
  return [locale.colon, ...joined(told, ', ', locale.and)]
}

/** The last word on an enrolment counts: a later row may make it active again. */
const isSuspended = ({ status, touchedAgainBy }: PlanEntry): boolean =>
  status === 'suspended' && touchedAgainBy === null

function peopleBy(plan: readonly PlanEntry[], key: (entry: PlanEntry) => string): ReadonlyMap<string, number> {
  const names = new Map<string, Set<string>>()
  for (const entry of plan) {
    const people = names.get(key(entry))
    if (people === undefined) names.set(key(entry), new Set([entry.username]))
    else people.add(entry.username)
  }
  return new Map([...names].map(([name, people]) => [name, people.size]))
}
