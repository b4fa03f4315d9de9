// A small Ecampus of people who do not exist, and files about them as teachers and secretaries make them.
import { check } from '../../src/checking/check.ts'
import { type Before, type Completed, checkAfter } from '../../src/checking/completed.ts'
import { type Account, type Course, noReference, type Reference, referenceOf } from '../../src/checking/reference.ts'
import type { Report } from '../../src/checking/report.ts'
import { siteNamed } from '../../src/moodle/sites.ts'
import { rules } from '../../src/rules/index.ts'

export const site = siteNamed('ecampus')!

const firstnames = ['Anaïs', 'Hugo', 'Léa', 'Noé', 'Zoé', 'Jules', 'Inès']
const lastnames = ['Garçon', 'Petit', 'Lefèvre', 'Martin', 'Nguyen', 'Roux']

/** Cells of the nth student: username, first name, last name, e-mail. */
export function student(index: number): readonly [string, string, string, string] {
  const firstname = firstnames[index % firstnames.length]!
  const lastname = lastnames[index % lastnames.length]!
  const plain = `${firstname}.${lastname}`.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return [String(21_900_100 + index), firstname, lastname, `${plain}${index}@etu.example.org`]
}

const account = (index: number): Account => {
  const [username, firstname, lastname, email] = student(index)
  const timecreated = Temporal.Instant.from('2025-09-01T08:00:00Z')
  const state = { confirmed: true, suspended: false, siteadmin: false, guest: false }
  return { username, firstname, lastname, email, auth: 'cas', timecreated, ...state }
}

const course = (shortname: string, fullname: string, groups: readonly string[] = []): Course => ({
  id: shortname.length,
  shortname,
  fullname,
  idnumber: '',
  visible: true,
  ended: false,
  frontpage: false,
  manual: { enabled: true, defaultPeriodDays: 0 },
  groups: groups.map((name) => ({ name, idnumber: '' })),
})

const role = (id: number, shortname: string, name: string) => ({ id, shortname, name, assignable: true })

const reference = referenceOf({
  accounts: Array.from({ length: 2_000 }, (_, index) => account(index)),
  courses: [
    course('M1-BIO-2025', 'M1 BIOLOGIE', ['TD 1']),
    course('M2-ECO-2025', 'M2 Économie'),
    course('L3-DROIT-2025', 'L3 Droit'),
  ],
  roles: [role(5, 'student', 'Étudiant'), role(3, 'editingteacher', 'Enseignant'), role(4, 'teacher', 'Tuteur')],
  enrolments: [],
  authInstalled: ['cas'],
})

/** The report of the real core on that text or those bytes. */
export function checked(content: string | Uint8Array, name: string, known: Reference = reference): Report {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return check(bytes, { name, site, reference: known, today: Temporal.PlainDate.from('2026-11-23'), rules })
}

/** The same for a file that comes after others. */
export function checkedAfter(content: string, name: string, before: Before): Completed {
  const today = Temporal.PlainDate.from('2026-11-23')
  return checkAfter(new TextEncoder().encode(content), { name, site, reference, today, rules }, before)
}

/** The same where nothing is known of the site. */
export const checkedBlindly = (content: string, name: string): Report => checked(content, name, noReference)
