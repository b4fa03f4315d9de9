// The snapshot of a site as a file: the format that `--reference` takes, a missing list meaning "not known".
import { z } from 'zod'
import { type Facts, type Reference, referenceOf } from './reference.ts'

const instant = z
  .string()
  .transform((text, context) => {
    try {
      return Temporal.Instant.from(text)
    } catch {
      context.addIssue({ code: 'custom', message: 'expected an ISO 8601 time with its offset' })
      return z.NEVER
    }
  })
  .nullable()

const account = z.object({
  username: z.string(),
  firstname: z.string().default(''),
  lastname: z.string().default(''),
  email: z.string().default(''),
  auth: z.string().default('manual'),
  confirmed: z.boolean().default(true),
  suspended: z.boolean().default(false),
  siteadmin: z.boolean().default(false),
  guest: z.boolean().default(false),
  timecreated: instant.default(null),
})

const method = z.object({
  method: z.string(),
  enabled: z.boolean(),
  default_period_days: z.number().nullable().default(0),
})

const course = z.object({
  id: z.number(),
  shortname: z.string(),
  fullname: z.string().default(''),
  idnumber: z.string().default(''),
  visible: z.boolean().default(true),
  ended: z.boolean().default(false),
  frontpage: z.boolean().default(false),
  enrol_methods: z.array(method).optional(),
  groups: z.array(z.object({ name: z.string(), idnumber: z.string().default('') })).optional(),
})

const role = z.object({
  id: z.number(),
  shortname: z.string(),
  name: z.string().default(''),
  assignable: z.boolean().default(true),
})

const enrolment = z.object({
  username: z.string(),
  course: z.string(),
  method: z.string(),
  status: z.enum(['active', 'suspended']),
  timeend: instant.default(null),
  roles: z.array(z.string()).default([]),
})

const snapshot = z.object({
  site: z.string().optional(),
  taken_at: instant.default(null),
  auth_installed: z.array(z.string()).optional(),
  accounts: z.array(account).optional(),
  courses: z.array(course).optional(),
  roles: z.array(role).optional(),
  enrolments: z.array(enrolment).optional(),
})

/** A snapshot read from JSON: what it knows and when it was taken. */
export type Snapshot = {
  readonly site: string | null
  readonly takenAt: Temporal.Instant | null
  readonly facts: Facts
}

/** Reads parsed JSON. Throws a ZodError that names each place and what is expected there. */
export function readSnapshot(json: unknown): Snapshot {
  const read = snapshot.parse(json)
  const facts: Facts = {
    ...(read.accounts && { accounts: read.accounts }),
    ...(read.courses && { courses: read.courses.map(courseOf) }),
    ...(read.roles && { roles: read.roles }),
    ...(read.enrolments && { enrolments: read.enrolments }),
    ...(read.auth_installed && { authInstalled: read.auth_installed }),
  }
  return { site: read.site ?? null, takenAt: read.taken_at, facts }
}

/** The reference of a parsed JSON snapshot. Throws like `readSnapshot`. */
export const referenceFrom = (json: unknown): Reference => referenceOf(readSnapshot(json).facts)

function courseOf(read: z.infer<typeof course>): NonNullable<Facts['courses']>[number] {
  const { enrol_methods: methods, groups, ...rest } = read
  const manual = methods?.find((it) => it.method === 'manual')
  return {
    ...rest,
    manual: manual
      ? { enabled: manual.enabled, defaultPeriodDays: manual.default_period_days ?? 0 }
      : methods
        ? 'absent'
        : null,
    groups: groups ?? null,
  }
}
