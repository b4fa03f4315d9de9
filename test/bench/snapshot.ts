// What the site knows, as the JSON of `--reference`: everybody of the posted file, its courses with their groups, the roles.
import { courses, groups } from './names.ts'
import { personAt } from './posted-rows.ts'

/** Accounts for a file of that many rows. */
export function snapshotFor(rows: number) {
  return {
    site: 'ecampus',
    taken_at: '2026-11-22T21:30:00+01:00',
    accounts: Array.from({ length: rows }, (_, index) => ({ ...personAt(index), auth: 'cas' })),
    courses: courses.map((shortname, index) => ({
      id: index + 2,
      shortname,
      fullname: shortname.replaceAll('-', ' '),
      enrol_methods: [{ method: 'manual', enabled: true, default_period_days: 0 }],
      groups: groups.map((name) => ({ name })),
    })),
    roles: ['manager', 'editingteacher', 'teacher', 'student'].map((shortname, index) => ({
      id: index + 1,
      shortname,
    })),
  }
}
