// What a check may know of the Moodle site; every question has a third answer, `undefined`: not known.
import { fold } from './fold.ts'
import type { Verified } from './report.ts'

export type Account = {
  readonly username: string
  readonly firstname: string
  readonly lastname: string
  readonly email: string
  readonly auth: string
  readonly confirmed: boolean
  readonly suspended: boolean
  readonly siteadmin: boolean
  readonly guest: boolean
  readonly timecreated: Temporal.Instant | null
}

export type Course = {
  readonly id: number
  readonly shortname: string
  readonly fullname: string
  readonly idnumber: string
  readonly visible: boolean
  readonly ended: boolean
  readonly frontpage: boolean
  /** Null: not known. */
  readonly manual: { readonly enabled: boolean; readonly defaultPeriodDays: number } | 'absent' | null
  /** Null: not known. */
  readonly groups: readonly { readonly name: string; readonly idnumber: string }[] | null
}

export type Role = {
  readonly id: number
  readonly shortname: string
  readonly name: string
  readonly assignable: boolean
}

export type Enrolment = {
  readonly username: string
  readonly course: string
  readonly method: string
  readonly status: 'active' | 'suspended'
  readonly timeend: Temporal.Instant | null
  readonly roles: readonly string[]
}

/** Lists of the site; an absent one is not known. */
export type Facts = {
  readonly accounts?: readonly Account[]
  readonly courses?: readonly Course[]
  readonly roles?: readonly Role[]
  readonly enrolments?: readonly Enrolment[]
  readonly authInstalled?: readonly string[]
}

export interface Reference {
  readonly verified: readonly Verified[]
  account(username: string): Account | null | undefined
  /** Accounts with that e-mail, whatever its case; none when not known. */
  accountsWithEmail(email: string): readonly Account[]
  course(shortname: string): Course | null | undefined
  /** Courses whose short name is that one up to case, accents, blanks, dashes, apostrophes and entities. */
  coursesLike(shortname: string): readonly Course[]
  readonly courses: readonly Course[]
  /** True when a course, a group of some course, or a role has exactly that name: `field` says which. */
  hasName(field: string, name: string): boolean
  /** Undefined: not known. */
  readonly roles: readonly Role[] | undefined
  enrolments(username: string, course: string): readonly Enrolment[] | undefined
  authInstalled(method: string): boolean | undefined
}

/** Indexes the facts for look-up. Times: instants; names: as the site spells them. */
export function referenceOf(facts: Facts): Reference {
  const byUsername = facts.accounts && new Map(facts.accounts.map((account) => [account.username, account]))
  const byEmail = groupBy(facts.accounts ?? [], (account) => account.email.toLowerCase())
  const byShortname = facts.courses && new Map(facts.courses.map((course) => [course.shortname, course]))
  const byFold = groupBy(facts.courses ?? [], (course) => fold(course.shortname))
  const byPerson = facts.enrolments && groupBy(facts.enrolments, ({ username }) => username)
  const names: Readonly<Record<string, Pick<ReadonlySet<string>, 'has'> | undefined>> = {
    course: byShortname,
    group: new Set(facts.courses?.flatMap((course) => course.groups?.map(({ name }) => name) ?? [])),
    role: new Set(facts.roles?.map(({ shortname }) => shortname)),
  }
  const auth = facts.authInstalled && new Set([...facts.authInstalled, 'manual', 'nologin'])
  return {
    verified: verifiedBy(facts),
    account: (username) => byUsername && (byUsername.get(username) ?? null),
    accountsWithEmail: (email) => (email === '' ? [] : (byEmail.get(email.toLowerCase()) ?? [])),
    course: (shortname) => byShortname && (byShortname.get(shortname) ?? null),
    coursesLike: (shortname) => byFold.get(fold(shortname)) ?? [],
    courses: facts.courses ?? [],
    hasName: (field, name) => names[field]?.has(name) === true,
    roles: facts.roles,
    enrolments: (username, course) =>
      byPerson && (byPerson.get(username)?.filter((enrolment) => enrolment.course === course) ?? noEnrolments),
    authInstalled: (method) => auth?.has(method),
  }
}

/** Knows nothing of the site. */
export const noReference: Reference = referenceOf({})

const noEnrolments: readonly Enrolment[] = []

function groupBy<T>(list: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  return Map.groupBy(list, keyOf)
}

function verifiedBy(facts: Facts): readonly Verified[] {
  const known: readonly (readonly [Verified, unknown])[] = [
    ['accounts', facts.accounts],
    ['courses', facts.courses],
    ['roles', facts.roles],
    ['groups', facts.courses?.some((course) => course.groups !== null) ? true : undefined],
    ['enrolments', facts.enrolments],
  ]
  return known.filter(([, fact]) => fact !== undefined).map(([name]) => name)
}
