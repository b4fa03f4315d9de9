// Neither a short name nor a word for one; without a reference only Moodle's own roles are known.
import { nearest } from '../checking/distance.ts'
import { squeeze } from '../checking/fold.ts'
import type { CellRule, Context } from '../checking/rule.ts'
import { commonRoleAliases, standardRoles } from '../moodle/roles.ts'
import { file } from './examples.ts'

export const roleUnknown: CellRule = {
  code: 'role-unknown',
  scope: 'cell',
  fields: ['role'],
  severity: 'error',
  fix: 'unsafe',
  fr: {
    title: 'Rôle inconnu',
    why: 'Moodle n’inscrit pas la personne, et n’en compte même pas d’erreur (règles 44 et 62).',
    todo: 'indiquez le nom court du rôle : `student`, `teacher`, `editingteacher`…',
  },
  en: {
    title: 'Unknown role',
    why: 'Moodle does not enrol the person, and does not even count it as an error (rules 44 and 62).',
    todo: 'give the short name of the role: `student`, `teacher`, `editingteacher`…',
  },
  examples: { bad: [file({ role1: 'Etudient' }), file({ role1: '5.0' })], good: [file({}), file({ role1: '12' })] },
  check: (value, _field, context) => {
    if (value === '' || value === '0' || isExactRole(value, context)) return null
    const meant = nearestRole(squeeze(value), context)
    return meant === null ? {} : { edit: meant }
  },
}

/** A role that Moodle would find: by its short name, or by its id where the short name is a number too (rule 42). */
export const isExactRole = (value: string, context: Context): boolean =>
  assignableRoles(context).some(({ id, shortname }) =>
    isNumber(shortname) ? String(id) === value : shortname === value,
  )

const isNumber = (text: string): boolean => /^\d+$/.test(text)

/** Roles that can be given in a course; without a reference, those of every Moodle and of the site's list. */
export function assignableRoles({
  reference,
  site,
}: Context): readonly { readonly id: number | null; readonly shortname: string; readonly name: string }[] {
  if (reference.roles) return reference.roles.filter(({ assignable }) => assignable)
  const names = new Set([...standardRoles, ...Object.values(site.roleAliases)])
  return [...names].map((shortname) => ({ id: null, shortname, name: '' }))
}

function nearestRole(squeezed: string, context: Context): string | null {
  const roles = assignableRoles(context).filter(({ shortname }) => !isNumber(shortname))
  const words = new Map<string, string>([
    ...[...commonRoleAliases].filter(([, role]) => roles.some(({ shortname }) => shortname === role)),
    ...Object.entries(context.site.roleAliases),
    ...roles.map(({ shortname }) => [squeeze(shortname), shortname] as const),
  ])
  const close = [...words].filter(([word]) => nearest(squeezed, [word]) !== null).map(([, role]) => role)
  return new Set(close).size === 1 ? (close[0] ?? null) : null
}
