// The format that `--reference` takes: a list that is absent is "not known", an unknown key is left alone.
import { z } from 'zod'
import type { Snapshot } from '../../checking/reference.ts'

const time = z.iso.datetime({ offset: true })

const account = z.object({
  username: z.string(),
  firstname: z.string(),
  lastname: z.string(),
  email: z.string(),
  idnumber: z.string(),
  auth: z.string(),
  confirmed: z.boolean(),
  suspended: z.boolean(),
  siteadmin: z.boolean(),
  guest: z.boolean(),
  timecreated: time.nullable(),
})

const enrolMethod = z.object({
  method: z.string(),
  enabled: z.boolean(),
  default_role: z.string().nullable(),
  default_period_days: z.number().int().nonnegative(),
})

const course = z.object({
  id: z.number().int(),
  shortname: z.string(),
  fullname: z.string(),
  idnumber: z.string(),
  visible: z.boolean(),
  ended: z.boolean(),
  frontpage: z.boolean(),
  enrol_methods: z.array(enrolMethod),
  groups: z.array(z.object({ id: z.number().int(), name: z.string() })),
})

const role = z.object({ id: z.number().int(), shortname: z.string(), name: z.string(), assignable: z.boolean() })

const enrolment = z.object({
  username: z.string(),
  course: z.string(),
  method: z.string(),
  status: z.enum(['active', 'suspended']),
  timestart: time,
  timeend: time.nullable(),
  roles: z.array(z.string()),
  groups: z.array(z.string()),
})

const snapshot = z.object({
  site: z.string(),
  taken_at: time,
  timezone: z.string(),
  auth_installed: z.array(z.string()).exactOptional(),
  accounts: z.array(account).exactOptional(),
  courses: z.array(course).exactOptional(),
  roles: z.array(role).exactOptional(),
  enrolments: z.array(enrolment).exactOptional(),
})

/** The snapshot in that JSON text. Throws an Error that names the place, as in `accounts[3].email: …`. */
export function parseSnapshot(text: string): Snapshot {
  const answer = snapshot.safeParse(JSON.parse(text))
  if (answer.success) return answer.data
  const { path, message } = answer.error.issues[0]!
  const place = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')
  throw new Error(`${place.replace(/^\./, '') || 'the whole file'}: ${message}`)
}
